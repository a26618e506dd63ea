import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { close } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { findLanguages, languageName } from './languages.js';

/**
 * @summary The languages that somebody speaks.
 * @event guild-change - The viewer has added or removed one; `value` says which there are now.
 * @csspart item - A language.
 * @csspart error - What is wrong.
 */
export class LanguagesEdit extends GuildElement {
  static override readonly tag = 'guild-languages-edit';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(1.5 * var(--_space));
      }
      ul:not(:empty) {
        margin-block-end: calc(2 * var(--_space));
      }
      li {
        display: inline-flex;
        align-items: center;
        padding-inline-start: calc(3 * var(--_space));
        border: 1px solid var(--_line);
        border-radius: 16px;
      }
      .button {
        min-block-size: 28px;
        padding-inline: calc(2 * var(--_space));
        border-radius: 999px;
      }
    `,
  ];

  /** Their tags. */
  @property({ attribute: false }) value: readonly string[] = [];
  /** What is wrong with them. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  get #field(): ChoiceField | null {
    return this.renderRoot.querySelector('guild-choice-field');
  }

  #add({ choice }: ChoiceEvent): void {
    if (this.#field) this.#field.value = '';
    if (!choice || this.value.includes(choice.id)) return;
    this.#change([...this.value, choice.id], this.strings(people).pickerAdded(choice.name));
  }

  #remove(tag: string): void {
    const { pickerRemoved } = this.strings(people);
    this.#change(
      this.value.filter((each) => each !== tag),
      pickerRemoved(languageName(tag, this.locale)),
    );
    this.focus();
  }

  #change(value: readonly string[], said: string): void {
    this.value = value;
    this.announce(said);
    this.fire(new Event('guild-change'));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(people);
    return html`<ul role="list" aria-label=${strings.languages} ?hidden=${!this.value.length}>
        ${this.value.map((tag) => {
          const name = languageName(tag, this.locale);
          return html`<li part="item">
            ${name}<button
              class="button quiet"
              aria-label=${this.strings(common).removeNamed(name)}
              @click=${() => this.#remove(tag)}
            >
              ${close}
            </button>
          </li>`;
        })}
      </ul>
      <guild-choice-field
        .label=${strings.addLanguage}
        .find=${(_client: unknown, text: string) => Promise.resolve(findLanguages(text, this.locale))}
        .error=${this.error}
        @guild-choose=${this.#add}
      ></guild-choice-field>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-languages-edit': LanguagesEdit;
  }
}

import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { Choice, ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { close } from '../parts/icons.js';
import { findSkills } from '../people/find-skills.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { thanking } from '../strings/en/thanking.js';

/** The most skills that one thank-you names. */
const MOST = 3;

/**
 * @summary The skills that a thank-you, or feedback, is about: up to three of the catalog. Nobody has to name one.
 * @event guild-change - The viewer has chosen or left a skill; `value` says which are chosen now.
 * @csspart field - The field.
 * @csspart list - The skills chosen.
 * @csspart button - Takes one off.
 * @csspart error - What is wrong with the choice.
 */
export class KudosSkills extends GuildElement {
  static override readonly tag = 'guild-kudos-skills';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(1.5 * var(--_space));
        margin-block-start: calc(1.5 * var(--_space));
      }
      .chip {
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Those chosen. */
  @property({ attribute: false }) value: readonly Choice[] = [];
  /** What the field is called. Default: as in a thank-you. */
  @property() label = '';
  /** What it is for. Default: as in a thank-you. */
  @property() help = '';
  /** What is wrong with the choice. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('guild-choice-field, button')?.focus(options);
  }

  #add({ choice }: ChoiceEvent): void {
    const field = this.renderRoot.querySelector('guild-choice-field');
    if (!choice) return;
    if (field) field.value = '';
    if (this.value.some(({ id }) => id === choice.id)) return;
    this.#change([...this.value, choice], this.strings(people).pickerAdded(choice.name));
  }

  async #remove({ id, name }: Choice): Promise<void> {
    this.#change(
      this.value.filter((skill) => skill.id !== id),
      this.strings(people).pickerRemoved(name),
    );
    await this.updateComplete;
    this.focus();
  }

  #change(value: readonly Choice[], said: string): void {
    this.value = value;
    this.announce(said);
    this.fire(new Event('guild-change', { bubbles: true }));
  }

  protected override view(): TemplateResult {
    const { kudosSkills, kudosSkillsHelp } = this.strings(thanking);
    const { optional, removeNamed } = this.strings(common);
    const label = `${this.label || kudosSkills} (${optional})`;
    const field = html`<guild-choice-field
      exportparts="field, error"
      .label=${label}
      .help=${this.help || kudosSkillsHelp}
      .find=${findSkills}
      .error=${this.error}
      @guild-choose=${this.#add}
    ></guild-choice-field>`;
    return html`${this.value.length < MOST ? field : html`<span class="label">${label}</span>`}
    ${
      this.value.length
        ? html`<ul part="list" role="list" aria-label=${label}>
            ${this.value.map(
              (skill) =>
                html`<li>
                  <button
                    class="chip"
                    part="button"
                    aria-label=${removeNamed(skill.name)}
                    @click=${() => this.#remove(skill)}
                  >
                    <bdi>${skill.name}</bdi>${close}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-skills': KudosSkills;
  }
}

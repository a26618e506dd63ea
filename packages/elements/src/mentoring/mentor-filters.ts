import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { chevron } from '../parts/icons.js';
import { findSkills } from '../people/find-skills.js';
import { commonLanguages, type Named } from '../people/languages.js';
import { finder } from '../strings/en/finder.js';
import { KINDS, type MentorFilters as Filters } from './find-mentors.js';

/**
 * @summary Skill, language, kind and direction to choose mentors by; where there is little room, behind one button.
 * @event guild-change - The viewer has changed `value`.
 * @csspart button - What shows the filters where there is little room.
 * @csspart field - A filter.
 */
export class MentorFilters extends GuildElement {
  static override readonly tag = 'guild-mentor-filters';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .button.toggle {
        display: none;
        padding-inline: 0;
        background: none;
      }
      .toggle[aria-expanded='true'] svg {
        transform: scaleY(-1);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: calc(3 * var(--_space));
      }
      .once {
        display: inline-flex;
        grid-column: 1 / -1;
        align-items: center;
        justify-self: start;
        gap: calc(2 * var(--_space));
        min-block-size: 24px;
      }
      .once input {
        inline-size: 1.1em;
        block-size: 1.1em;
        margin: 0;
        accent-color: var(--_accent);
      }
      @media (pointer: coarse) {
        .once {
          min-block-size: 44px;
        }
      }
      @container (max-width: 48rem) {
        .fields {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      @container (max-width: 34rem) {
        .button.toggle {
          display: inline-flex;
        }
        .fields {
          grid-template-columns: minmax(0, 1fr);
          margin-block-start: calc(2 * var(--_space));
        }
        .fields:not(.open) {
          display: none;
        }
      }
    `,
  ];

  @state() private open = false;
  @state() private chosenSkill: Named | undefined;

  /** What is chosen. */
  @property({ attribute: false }) value: Filters = {};
  /** Skills whose names are known here, for one that was chosen by its id. */
  @property({ attribute: false }) skills: readonly Named[] = [];

  /** What the chosen skill is called, as far as that is known. */
  get skillName(): string {
    const { skill } = this.value;
    if (!skill) return '';
    return [this.chosenSkill, ...this.skills].find((one) => one?.id === skill)?.name ?? '';
  }

  #change(change: Filters): void {
    this.value = { ...this.value, ...change };
    this.fire(new Event('guild-change'));
  }

  #chooseSkill({ choice }: ChoiceEvent): void {
    this.chosenSkill = choice;
    this.#change({ skill: choice?.id });
  }

  #once({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.#change({ oneOff: target.checked || undefined });
  }

  #select(name: 'language' | 'kind' | 'direction', options: readonly Named[], any: string): TemplateResult {
    const chosen = this.value[name] ?? '';
    const change = ({ target }: Event) =>
      target instanceof HTMLSelectElement && this.#change({ [name]: target.value || undefined });
    return html`<div class="field" part="field">
      <label for=${name}>${this.strings(finder)[name]}</label>
      <select class="input" id=${name} @change=${change}>
        <option value="" ?selected=${!chosen}>${any}</option>
        ${options.map(
          (one) => html`<option value=${one.id} ?selected=${one.id === chosen}>${one.name}</option>`,
        )}
      </select>
    </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(finder);
    const { any, directions, kinds } = strings;
    const { language, oneOff = false } = this.value;
    const set = Object.values(this.value).filter(Boolean).length;
    const ways = (['forward', 'reverse'] as const).map((id) => ({ id, name: directions[id] }));
    return html`<button
        class="button quiet toggle"
        part="button"
        aria-expanded=${this.open}
        aria-controls="fields"
        @click=${() => (this.open = !this.open)}
      >
        ${set ? strings.filtersSet(set) : strings.filters} ${chevron}
      </button>
      <div id="fields" class="fields ${this.open ? 'open' : ''}">
        <guild-choice-field
          exportparts="field"
          .label=${strings.skill}
          .help=${any}
          .value=${this.skillName}
          .find=${findSkills}
          @guild-choose=${this.#chooseSkill}
        ></guild-choice-field>
        ${this.#select('language', commonLanguages(this.locale, language ? [language] : []), any)}
        ${this.#select(
          'kind',
          KINDS.map((id) => ({ id, name: kinds[id] })),
          any,
        )}
        ${this.#select('direction', ways, directions.either)}
        <label class="once">
          <input type="checkbox" id="one-off" .checked=${oneOff} @change=${this.#once} />${strings.oneOff}
        </label>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentor-filters': MentorFilters;
  }
}

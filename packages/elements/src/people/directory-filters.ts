import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { chevron } from '../parts/icons.js';
import { people } from '../strings/en/people.js';
import { findSkills } from './find-skills.js';
import { commonLanguages } from './languages.js';

/** By what the directory is narrowed: ids, and the tag of a language. */
export interface Filters {
  skill?: string | undefined;
  language?: string | undefined;
  department?: string | undefined;
}

/**
 * @summary Skill, language and department to choose people by; where there is little room, behind one button.
 * @event guild-change - The viewer has changed `value`.
 * @csspart button - What shows the filters where there is little room.
 * @csspart field - A filter.
 */
export class DirectoryFilters extends GuildElement {
  static override readonly tag = 'guild-directory-filters';
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
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: calc(3 * var(--_space));
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

  readonly #departments = new Query(this, {
    areas: ['people'],
    keep: true,
    load: (client, _args, signal) => client.people.units({ kind: 'department', limit: 100 }, { signal }),
  });

  @state() private open = false;
  @state() private chosenSkill: { id: string; name: string } | undefined;

  /** What is chosen. */
  @property({ attribute: false }) value: Filters = {};
  /** Skills whose names are known here, for one that was chosen by its id. */
  @property({ attribute: false }) skills: readonly { id: string; name: string }[] = [];

  get #skillName(): string {
    const { skill } = this.value;
    if (!skill) return '';
    const known = [this.chosenSkill, ...this.skills].find((one) => one?.id === skill);
    return known?.name ?? skill;
  }

  #change(change: Filters): void {
    this.value = { ...this.value, ...change };
    this.fire(new Event('guild-change'));
  }

  #chooseSkill({ choice }: ChoiceEvent): void {
    this.chosenSkill = choice;
    this.#change({ skill: choice?.id });
  }

  #select(name: 'language' | 'department', label: string, options: readonly { id: string; name: string }[]) {
    const chosen = this.value[name] ?? '';
    const change = ({ target }: Event) =>
      target instanceof HTMLSelectElement && this.#change({ [name]: target.value || undefined });
    return html`<div class="field" part="field">
      <label for=${name}>${label}</label>
      <select class="input" id=${name} @change=${change}>
        <option value="" ?selected=${!chosen}>${this.strings(people).filterAny}</option>
        ${options.map(
          (one) => html`<option value=${one.id} ?selected=${one.id === chosen}>${one.name}</option>`,
        )}
      </select>
    </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(people);
    const { language, department } = this.value;
    const departments = this.#departments.data?.items ?? [];
    const set = Object.values(this.value).filter(Boolean).length;
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
          .label=${strings.filterSkill}
          .help=${strings.filterAny}
          .value=${this.#skillName}
          .find=${findSkills}
          @guild-choose=${this.#chooseSkill}
        ></guild-choice-field>
        ${this.#select('language', strings.filterLanguage, commonLanguages(this.locale, language ? [language] : []))}
        ${
          departments.length || department
            ? this.#select('department', strings.filterDepartment, departments)
            : nothing
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-directory-filters': DirectoryFilters;
  }
}

import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { close } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { findSkills } from './find-skills.js';
import { SKILL_MAX, type SkillWriting } from './profile-writing.js';
import { levelWord } from './skill-words.js';

const LEVELS: readonly SkillWriting['level'][] = ['learning', 'working', 'strong', 'teaching'];

/**
 * @summary What somebody can do: how well, whether they help with it, whether they want to learn more.
 * @event guild-change - The viewer has changed `value`.
 * @csspart list - The skills.
 * @csspart item - A skill.
 * @csspart error - What is wrong.
 */
export class SkillsEdit extends GuildElement {
  static override readonly tag = 'guild-skills-edit';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      .skill {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 calc(3 * var(--_space));
        padding-block: calc(2 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      li:first-child .skill {
        padding-block-start: 0;
      }
      .name {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        align-items: center;
        gap: var(--_space) calc(5 * var(--_space));
      }
      .how label {
        display: inline-flex;
        align-items: center;
        gap: calc(1.5 * var(--_space));
        min-block-size: var(--_control);
        font-size: 0.9em;
      }
      input {
        inline-size: 1.1em;
        block-size: 1.1em;
        accent-color: var(--_accent);
      }
      select.input {
        inline-size: auto;
        font-size: 0.9em;
      }
      guild-choice-field {
        margin-block-start: calc(3 * var(--_space));
      }
      @media (pointer: coarse) {
        .how label {
          min-block-size: 44px;
        }
      }
    `,
  ];

  @state() private refusal = '';

  /** The skills. */
  @property({ attribute: false }) value: readonly SkillWriting[] = [];
  /** What is wrong with them. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  /** Takes what is written in the field for a new skill, too. False when it cannot be one. */
  settle(): boolean {
    const name = this.#field?.written;
    return !name || this.#take(name);
  }

  get #field(): ChoiceField | null {
    return this.renderRoot.querySelector('guild-choice-field');
  }

  #add({ choice }: ChoiceEvent): void {
    if (choice) this.#take(choice.name);
  }

  #take(name: string): boolean {
    const { pickerAdded, tooLong } = this.strings(people);
    this.refusal = [...name].length > SKILL_MAX ? tooLong : '';
    if (this.refusal) return false;
    if (this.#field) this.#field.value = '';
    const isKnown = this.value.some((skill) => skill.name.toLowerCase() === name.toLowerCase());
    if (!isKnown) {
      const nothingMore = { canHelp: false, wantsToLearn: false, evidenceConsent: false };
      this.#change([...this.value, { name, level: 'working', ...nothingMore }]);
      this.announce(pickerAdded(name));
    }
    return true;
  }

  #remove(name: string): void {
    this.#change(this.value.filter((skill) => skill.name !== name));
    this.announce(this.strings(people).pickerRemoved(name));
    this.focus();
  }

  #set(name: string, change: Partial<SkillWriting>): void {
    this.#change(this.value.map((skill) => (skill.name === name ? { ...skill, ...change } : skill)));
  }

  #change(value: readonly SkillWriting[]): void {
    this.value = value;
    this.fire(new Event('guild-change'));
  }

  #level(skill: SkillWriting): TemplateResult {
    const strings = this.strings(people);
    const choose = ({ target }: Event) => {
      const level = target instanceof HTMLSelectElement && LEVELS[target.selectedIndex];
      if (level) this.#set(skill.name, { level });
    };
    return html`<select class="input" aria-label=${strings.levelOf(skill.name)} @change=${choose}>
      ${LEVELS.map(
        (level) => html`<option ?selected=${level === skill.level}>${levelWord(level, strings)}</option>`,
      )}
    </select>`;
  }

  #check(skill: SkillWriting, name: 'canHelp' | 'wantsToLearn' | 'evidenceConsent'): TemplateResult {
    const choose = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#set(skill.name, { [name]: target.checked });
    return html`<label>
      <input
        type="checkbox"
        .checked=${skill[name] ?? false}
        @change=${choose}
      />${this.strings(people)[name]}
    </label>`;
  }

  #item(skill: SkillWriting): TemplateResult {
    return html`<li part="item">
      <div class="skill" role="group" aria-label=${skill.name}>
        <bdi class="name">${skill.name}</bdi>
        <button
          class="button quiet"
          aria-label=${this.strings(common).removeNamed(skill.name)}
          @click=${() => this.#remove(skill.name)}
        >
          ${close}
        </button>
        <div class="how">
          ${this.#level(skill)} ${this.#check(skill, 'canHelp')} ${this.#check(skill, 'wantsToLearn')}
          ${this.#check(skill, 'evidenceConsent')}
        </div>
      </div>
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(people);
    return html`<ul part="list" ?hidden=${!this.value.length}>
        ${this.value.map((skill) => this.#item(skill))}
      </ul>
      <guild-choice-field
        free
        .label=${strings.addSkill}
        .help=${strings.addSkillHelp}
        .find=${findSkills}
        .error=${this.refusal || this.error}
        @guild-choose=${this.#add}
      ></guild-choice-field>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-skills-edit': SkillsEdit;
  }
}

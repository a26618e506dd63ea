import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { close } from '../parts/icons.js';
import { findSkills } from '../people/find-skills.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { program as english } from '../strings/en/program.js';
import type { TopicWriting } from './enroll-writing.js';

const LEVELS: readonly TopicWriting['level'][] = ['learning', 'working', 'strong', 'teaching'];
const SKILL_MAX = 80;
const MOST_TOPICS = 10;

/**
 * @summary What somebody wants to learn and how far, the most important first.
 * @event guild-change - The viewer has changed `value`.
 * @csspart field - The label.
 * @csspart list - The skills.
 * @csspart item - A skill.
 * @csspart error - What is wrong.
 */
export class TopicsEdit extends GuildElement {
  static override readonly tag = 'guild-topics-edit';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      li {
        display: grid;
        grid-template-columns: 1.5em minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 calc(2 * var(--_space));
        padding-block: calc(2 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      .name {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .place {
        color: var(--_quiet);
        font-variant-numeric: tabular-nums;
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        grid-column: 2 / -1;
        align-items: center;
        gap: var(--_space) calc(2 * var(--_space));
      }
      select.input {
        inline-size: auto;
        max-inline-size: 100%;
        font-size: 0.9em;
      }
    `,
  ];

  @state() private refusal = '';

  /** What is to be learned. */
  @property({ attribute: false }) value: readonly TopicWriting[] = [];
  /** What is wrong with it. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  /** Takes what is written in the field, too. False when it cannot be a topic. */
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

  #take(skill: string): boolean {
    const { pickerAdded, tooLong, tooMany } = this.strings(people);
    const isKnown = this.value.some((topic) => topic.skill.toLowerCase() === skill.toLowerCase());
    const isOver = !isKnown && this.value.length >= MOST_TOPICS;
    this.refusal = [...skill].length > SKILL_MAX ? tooLong : isOver ? tooMany : '';
    if (this.refusal) return false;
    if (this.#field) this.#field.value = '';
    if (!isKnown) {
      this.#change([...this.value, { skill, level: 'working' }]);
      this.announce(pickerAdded(skill));
    }
    return true;
  }

  #remove(skill: string): void {
    this.#change(this.value.filter((topic) => topic.skill !== skill));
    this.announce(this.strings(people).pickerRemoved(skill));
    this.focus();
  }

  async #raise(index: number): Promise<void> {
    const [above, topic] = [this.value[index - 1], this.value[index]];
    if (!above || !topic) return;
    this.#change(this.value.map((one) => (one === above ? topic : one === topic ? above : one)));
    this.announce(this.strings(english).movedUp(topic.skill, index));
    await this.updateComplete;
    // The focus stays with what was moved, also at the top where it goes no further.
    const row = this.renderRoot.querySelectorAll('li')[index - 1];
    row?.querySelector<HTMLElement>('.up, select')?.focus();
  }

  #change(value: readonly TopicWriting[]): void {
    this.value = value;
    this.fire(new Event('guild-change'));
  }

  #item(topic: TopicWriting, index: number): TemplateResult {
    const strings = this.strings(english);
    const choose = ({ target }: Event) => {
      const level = target instanceof HTMLSelectElement && LEVELS[target.selectedIndex];
      if (level) this.#change(this.value.map((one) => (one === topic ? { ...one, level } : one)));
    };
    return html`<li part="item">
      <span class="place" aria-hidden="true">${index + 1}</span>
      <bdi class="name">${topic.skill}</bdi>
      <button
        class="button quiet"
        aria-label=${this.strings(common).removeNamed(topic.skill)}
        @click=${() => this.#remove(topic.skill)}
      >
        ${close}
      </button>
      <div class="how">
        <select class="input" aria-label=${strings.levelOf(topic.skill)} @change=${choose}>
          ${LEVELS.map(
            (level) => html`<option ?selected=${level === topic.level}>${strings.levels[level]}</option>`,
          )}
        </select>
        ${
          index
            ? html`<button
                class="button quiet up"
                aria-label=${strings.moveUp(topic.skill)}
                @click=${() => this.#raise(index)}
              >
                <span aria-hidden="true">↑</span>
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    return html`<p class="label" id="label" part="field">${strings.topics}</p>
      <ol part="list" aria-labelledby="label" ?hidden=${!this.value.length}>
        ${this.value.map((topic, index) => this.#item(topic, index))}
      </ol>
      <guild-choice-field
        free
        .label=${strings.addTopic}
        .help=${strings.topicHelp}
        .find=${findSkills}
        .error=${this.refusal || this.error}
        @guild-choose=${this.#add}
      ></guild-choice-field>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-topics-edit': TopicsEdit;
  }
}

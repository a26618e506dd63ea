import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, lineField, note } from '../mentoring/form-parts.js';
import { QuestionEdit } from '../questions/question-edit.js';
import type { QuestionChangedEvent } from '../questions/question-events.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { DIRECTIONS, type Direction } from './cycle-writing.js';
import { ItemChangedEvent } from './template-events.js';
import { TemplateVisibility } from './template-visibility.js';
import { visibilityProblem, type TemplateItem as Item } from './template-writing.js';

/**
 * @summary One question of a review template while it is written: what is asked, of whom, and who reads the answers.
 * @event {ItemChangedEvent} guild-item - The viewer has changed it.
 * @csspart field - A field with its label.
 * @csspart item - A line of a list.
 * @csspart button - A button.
 * @csspart error - What is wrong.
 */
export class TemplateItem extends GuildElement {
  static override readonly tag = 'guild-template-item';
  static override readonly uses = [QuestionEdit, TemplateVisibility];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .readers {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(5 * var(--_space));
      }
    `,
  ];

  @state() private checked = false;

  /** The question with what belongs to it. */
  @property({ attribute: false }) item: Item | undefined;

  /** Goes to the first field. */
  override async focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-question-edit')?.focus(options);
  }

  /** True when nothing is missing. Else it is shown, and the first of it takes the focus. */
  async check(): Promise<boolean> {
    const { item } = this;
    this.checked = true;
    await this.updateComplete;
    if (!(await this.renderRoot.querySelector('guild-question-edit')?.check())) return false;
    if (!item?.directions.length) {
      this.renderRoot.querySelector<HTMLElement>('.readers input')?.focus();
      return false;
    }
    if (!visibilityProblem(item.visibility, this.strings(reviewTemplates))) return true;
    this.renderRoot.querySelector('guild-template-visibility')?.focus();
    return false;
  }

  #change(change: Partial<Item>): void {
    if (!this.item) return;
    this.item = { ...this.item, ...change };
    this.fire(new ItemChangedEvent(this.item));
  }

  #limit({ currentTarget }: Event): void {
    if (!this.item || !(currentTarget instanceof TemplateVisibility)) return;
    const { visibility: _before, ...rest } = this.item;
    const { visibility } = currentTarget;
    this.item = rest;
    this.#change(visibility ? { visibility } : {});
  }

  #ask(direction: Direction, on: boolean): void {
    const before = this.item?.directions ?? [];
    this.#change({ directions: DIRECTIONS.filter((one) => (one === direction ? on : before.includes(one))) });
  }

  #askedOf(item: Item): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const problem = this.checked && !item.directions.length ? strings.directionsEmpty : undefined;
    return html`<fieldset
      class="field"
      part="field"
      aria-describedby=${problem ? 'directions-note' : nothing}
    >
      <legend class="label">${strings.askedOf}</legend>
      <div class="readers">
        ${DIRECTIONS.map(
          (direction) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${item.directions.includes(direction)}
                @change=${({ target }: Event) =>
                  target instanceof HTMLInputElement && this.#ask(direction, target.checked)}
              />
              ${strings.directions[direction]}
            </label>`,
        )}
      </div>
      ${note('directions', problem)}
    </fieldset>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { item } = this;
    if (!item) return nothing;
    const section = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#change({ section: target.value });
    return html`<div class="form">
      <guild-question-edit
        exportparts="field, item, button, error"
        .question=${item.question}
        @guild-question-changed=${({ question }: QuestionChangedEvent) => this.#change({ question })}
      ></guild-question-edit>
      <div @input=${section}>
        ${lineField({ name: 'section', label: this.strings(reviewTemplates).section, value: item.section ?? '' })}
      </div>
      ${this.#askedOf(item)}
      <guild-template-visibility
        exportparts="field, error"
        .visibility=${item.visibility}
        @guild-change=${this.#limit}
      ></guild-template-visibility>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-item': TemplateItem;
  }
}

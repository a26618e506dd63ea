import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note } from '../mentoring/form-parts.js';
import { close, down, plus, up } from '../parts/icons.js';
import { questionEdit } from '../strings/en/question-edit.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { DIRECTIONS } from './cycle-writing.js';
import { ItemsEvent, type ItemChangedEvent } from './template-events.js';
import { templateFormStyles } from './template-form.styles.js';
import { questionRowsStyles } from '../questions/question-rows.styles.js';
import { TemplateItem } from './template-item.js';
import { nextItem, type TemplateItem as Item } from './template-writing.js';

/**
 * @summary The questions of a review template while it is written: one of them open, the others in a line each.
 * @event {ItemsEvent} guild-items - The viewer has changed, moved, added or removed one.
 * @csspart list - The questions.
 * @csspart item - One of them.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What is wrong.
 */
export class TemplateItems extends GuildElement {
  static override readonly tag = 'guild-template-items';
  static override readonly uses = [TemplateItem];
  static override styles = [hostStyles, formStyles, questionRowsStyles, templateFormStyles];

  /** The id of the question that is open. */
  @state() private opened = '';

  /** The questions. */
  @property({ attribute: false }) items: readonly Item[] = [];
  /** What is wrong, by the id of the question. */
  @property({ attribute: false }) problems: Partial<Record<string, string>> = {};

  /** Opens a question in which something is wrong, and goes there. */
  async mend(id: string): Promise<void> {
    this.opened = id;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-template-item')?.check();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus(options);
  }

  #name({ question }: Item, index: number): string {
    return question.prompt.trim() || this.strings(reviewTemplates).untitled(index + 1);
  }

  #change(items: readonly Item[]): void {
    this.items = items;
    this.fire(new ItemsEvent(items));
  }

  async #goTo(index: number, wanted: string): Promise<void> {
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('li')[index];
    const free = [...(row?.querySelectorAll<HTMLButtonElement>(`${wanted}, .change`) ?? [])].filter(
      ({ disabled }) => !disabled,
    );
    const button = free.find((one) => one.matches(wanted)) ?? free[0];
    (button ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
  }

  async #add(): Promise<void> {
    const fresh = nextItem(this.items);
    this.#change([...this.items, fresh]);
    this.opened = fresh.question.id;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-template-item')?.focus();
  }

  async #move(item: Item, by: number): Promise<void> {
    const from = this.items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= this.items.length) return;
    const rest = this.items.filter((one) => one !== item);
    this.#change([...rest.slice(0, to), item, ...rest.slice(to)]);
    this.announce(this.strings(reviewTemplates).moved(this.#name(item, from), to + 1));
    await this.#goTo(to, by < 0 ? '.up' : '.down');
  }

  async #remove(item: Item): Promise<void> {
    const index = this.items.indexOf(item);
    this.#change(this.items.filter((one) => one !== item));
    this.announce(this.strings(reviewTemplates).removed(this.#name(item, index)));
    await this.#goTo(Math.min(index, this.items.length - 1), '.change');
  }

  async #toggle({ question }: Item): Promise<void> {
    const { opened } = this;
    this.opened = opened === question.id ? '' : question.id;
    const index = this.items.findIndex((one) => one.question.id === question.id);
    if (!this.opened) return this.#goTo(index, '.change');
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-template-item')?.focus();
  }

  #facts({ question, directions, section }: Item): string {
    const strings = this.strings(reviewTemplates);
    const isAll = directions.length === DIRECTIONS.length;
    return [
      ...(section?.trim() ? [section.trim()] : []),
      this.strings(questionEdit).types[question.type],
      isAll ? strings.everybody : this.formats.list(directions.map((one) => strings.directions[one])),
    ].join(' · ');
  }

  #buttons(item: Item, index: number): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const name = this.#name(item, index);
    const isOpen = this.opened === item.question.id;
    const icon = (look: string, picture: unknown, text: string, off: boolean, act: () => void) =>
      html`<button
        class="button quiet icon ${look}"
        part="button"
        aria-label=${text}
        ?disabled=${off}
        @click=${act}
      >
        ${picture}
      </button>`;
    const last = this.items.length - 1;
    return html`<span class="does">
      <button
        class="button quiet change"
        part="button"
        aria-label=${isOpen ? strings.doneNamed(name) : strings.changeNamed(name)}
        aria-expanded=${isOpen}
        @click=${() => void this.#toggle(item)}
      >
        ${isOpen ? strings.done : strings.change}
      </button>
      ${icon('up', up, strings.up(name), index === 0, () => void this.#move(item, -1))}
      ${icon('down', down, strings.down(name), index === last, () => void this.#move(item, 1))}
      ${icon('out', close, strings.remove(name), false, () => void this.#remove(item))}
    </span>`;
  }

  #inside(item: Item): TemplateResult {
    const { id } = item.question;
    const put = ({ item: next }: ItemChangedEvent) =>
      this.#change(this.items.map((one) => (one.question.id === id ? next : one)));
    return html`<div class="inside">
      <guild-template-item
        exportparts="field, item, button, error"
        .item=${item}
        @guild-item=${put}
      ></guild-template-item>
      <div class="actions">
        <button class="button" part="button" @click=${() => void this.#toggle(item)}>
          ${this.strings(reviewTemplates).done}
        </button>
      </div>
    </div>`;
  }

  #row(item: Item, index: number): TemplateResult {
    const { id } = item.question;
    return html`<li part="item">
      <div class="row">
        <span class="place" aria-hidden="true">${this.formats.number(index + 1)}</span>
        <span class="what">
          <bdi>${this.#name(item, index)}</bdi>
          <span class="quiet small"><bdi>${this.#facts(item)}</bdi></span>
          ${note(id, this.problems[id])}
        </span>
        ${this.#buttons(item, index)}
      </div>
      ${this.opened === id ? this.#inside(item) : nothing}
    </li>`;
  }

  protected override view(): TemplateResult {
    return html`<ol part="list" role="list">
        ${repeat(
          this.items,
          ({ question }) => question.id,
          (item, index) => this.#row(item, index),
        )}
      </ol>
      <div class="actions">
        <button class="button add" part="button" @click=${() => void this.#add()}>
          ${plus} ${this.strings(reviewTemplates).add}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-items': TemplateItems;
  }
}

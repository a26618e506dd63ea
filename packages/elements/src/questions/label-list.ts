import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note } from '../mentoring/form-parts.js';
import { close, down, plus, up } from '../parts/icons.js';
import { questionEdit } from '../strings/en/question-edit.js';
import { blankRow, type LabelRow, type ListBounds, type ListName } from './question-draft.js';
import { LabelsEvent } from './question-events.js';

/**
 * @summary The lines of a list while a question is written: Enter adds one, buttons or Alt with an arrow move it.
 * @event {LabelsEvent} guild-labels - The viewer has changed the lines.
 * @csspart field - The list with its title.
 * @csspart item - A line.
 * @csspart button - What adds, moves and removes lines.
 * @csspart error - What is wrong.
 */
export class LabelList extends GuildElement {
  static override readonly tag = 'guild-label-list';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(2 * var(--_space));
      }
      li {
        display: grid;
        grid-template-columns: 1.5em minmax(0, 1fr) auto;
        align-items: center;
        gap: calc(1 * var(--_space)) calc(2 * var(--_space));
      }
      .place {
        color: var(--_quiet);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .does {
        display: flex;
      }
      .does .button {
        inline-size: var(--_control);
        padding: 0;
      }
      textarea {
        grid-column: 2;
      }
      textarea.input {
        min-block-size: 3.6em;
      }
      .add {
        margin-block-start: var(--_space);
        margin-inline-start: calc(1.5em - var(--_space));
      }
      @media (pointer: coarse) {
        .does .button {
          inline-size: 44px;
        }
      }
    `,
  ];

  /** What it is called. */
  @property() label = '';
  /** What it is for. */
  @property() help = '';
  /** What its lines are. */
  @property() list: ListName = 'options';
  /** The lines. */
  @property({ attribute: false }) rows: readonly LabelRow[] = [];
  /** How few and how many there are. */
  @property({ attribute: false }) bounds: ListBounds = { least: 2, most: 30, long: 300 };
  /** Whether a line has a description beneath. */
  @property({ type: Boolean }) described = false;
  /** What is wrong. */
  @property() problem = '';

  override focus(options?: FocusOptions): void {
    const lines = [...this.renderRoot.querySelectorAll<HTMLInputElement>('li > input')];
    const line = (this.problem && lines.find(({ value }) => !value.trim())) || lines[0];
    (line ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus(options);
  }

  #name({ label }: LabelRow, index: number): string {
    return label.trim() || this.strings(questionEdit).lists[this.list](index + 1);
  }

  #change(rows: readonly LabelRow[]): void {
    this.rows = rows;
    this.fire(new LabelsEvent(rows));
  }

  #write(index: number, change: Partial<LabelRow>): void {
    this.#change(this.rows.map((row, place) => (place === index ? { ...row, ...change } : row)));
  }

  async #goTo(index: number, wanted: string): Promise<void> {
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('li')[index];
    const button = row?.querySelector<HTMLButtonElement>(wanted);
    const field = row?.querySelector<HTMLElement>('input') ?? this.renderRoot.querySelector('.add');
    const isFree = button && !(button instanceof HTMLButtonElement && button.disabled);
    (isFree ? button : field)?.focus();
  }

  async #add(index = this.rows.length): Promise<void> {
    if (this.rows.length >= this.bounds.most) return;
    this.#change([...this.rows.slice(0, index), blankRow(), ...this.rows.slice(index)]);
    await this.#goTo(index, 'input');
  }

  async #move(index: number, by: number, wanted: string): Promise<void> {
    const to = index + by;
    const row = this.rows[index];
    if (!row || to < 0 || to >= this.rows.length) return;
    const rest = this.rows.filter((_row, place) => place !== index);
    this.#change([...rest.slice(0, to), row, ...rest.slice(to)]);
    this.announce(this.strings(questionEdit).moved(this.#name(row, index), to + 1));
    await this.#goTo(to, wanted);
  }

  async #remove(index: number): Promise<void> {
    const row = this.rows[index];
    if (!row || this.rows.length <= this.bounds.least) return;
    this.#change(this.rows.filter((_row, place) => place !== index));
    this.announce(this.strings(questionEdit).removed(this.#name(row, index)));
    await this.#goTo(Math.min(index, this.rows.length - 1), 'input');
  }

  #keys(event: KeyboardEvent, index: number): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isNew = event.key === 'Enter' && !event.isComposing;
    if (!isNew && !(by && event.altKey)) return;
    event.preventDefault();
    void (by ? this.#move(index, by, 'input') : this.#add(index + 1));
  }

  #buttons(row: LabelRow, index: number): TemplateResult {
    const strings = this.strings(questionEdit);
    const name = this.#name(row, index);
    const button = (look: string, icon: unknown, text: string, off: boolean, act: () => void) =>
      html`<button
        class="button quiet ${look}"
        part="button"
        aria-label=${text}
        ?disabled=${off}
        @click=${act}
      >
        ${icon}
      </button>`;
    const last = this.rows.length - 1;
    return html`<span class="does">
      ${button('up', up, strings.up(name), index === 0, () => void this.#move(index, -1, '.up'))}
      ${button('down', down, strings.down(name), index === last, () => void this.#move(index, 1, '.down'))}
      ${button('out', close, strings.remove(name), last < this.bounds.least, () => void this.#remove(index))}
    </span>`;
  }

  #row(row: LabelRow, index: number): TemplateResult {
    const strings = this.strings(questionEdit);
    const wrong = this.problem && !row.label.trim();
    const input = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#write(index, { label: target.value });
      if (target instanceof HTMLTextAreaElement) this.#write(index, { description: target.value });
    };
    return html`<li part="item" @input=${input}>
      <span class="place" aria-hidden="true">${this.formats.number(index + 1)}</span>
      <input
        class="input"
        dir="auto"
        autocomplete="off"
        maxlength=${this.bounds.long}
        aria-label=${strings.lists[this.list](index + 1)}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'list-note' : nothing}
        .value=${row.label}
        @keydown=${(event: KeyboardEvent) => this.#keys(event, index)}
      />
      ${this.#buttons(row, index)}
      ${
        this.described
          ? html`<textarea
              class="input"
              dir="auto"
              maxlength="1000"
              placeholder=${strings.levelHelp}
              aria-label=${strings.levelHelpNamed(this.#name(row, index))}
              .value=${row.description ?? ''}
            ></textarea>`
          : nothing
      }
    </li>`;
  }

  protected override view(): TemplateResult {
    const { label, help, problem, rows, bounds } = this;
    return html`<fieldset
      class="field"
      part="field"
      aria-describedby=${problem || help ? 'list-note' : nothing}
    >
      <legend class="label">${label}</legend>
      <ol role="list">
        ${rows.map((row, index) => this.#row(row, index))}
      </ol>
      ${
        rows.length < bounds.most
          ? html`<div>
              <button class="button quiet add" part="button" @click=${() => void this.#add()}>
                ${plus} ${this.strings(questionEdit).adds[this.list]}
              </button>
            </div>`
          : nothing
      }
      ${note('list', problem || undefined, help || undefined)}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-label-list': LabelList;
  }
}

import type { Question } from '@guildhall/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { formStyles, lineField, selectField, textField } from '../mentoring/form-parts.js';
import { questionEdit } from '../strings/en/question-edit.js';
import { LabelList } from './label-list.js';
import {
  boundsOf,
  listsOf,
  QUESTION_TYPES,
  questionProblems,
  retyped,
  type LabelRow,
  type ListName,
  type QuestionProblems,
} from './question-draft.js';
import { QuestionChangedEvent, type LabelsEvent } from './question-events.js';

const NUMBERS = ['min', 'max', 'step', 'total'] as const;
type NumberName = (typeof NUMBERS)[number];

/**
 * One question of any type while it is written. It sends and keeps nothing: who uses it listens and does. Fields that
 * are still empty are empty texts, and numbers that are none are NaN, until `check()` says that all is there; then
 * `finished(question)` is what can be sent.
 *
 *     <guild-question-edit
 *       .question=${question}
 *       @guild-question-changed=${({ question }: QuestionChangedEvent) => this.keep(question)}
 *     ></guild-question-edit>
 *
 * @summary Writes a question: its type, its words, its answers.
 * @event {QuestionChangedEvent} guild-question-changed - The viewer has changed it; `question` has all of it.
 * @csspart field - A field with its label.
 * @csspart item - A line of a list.
 * @csspart button - What adds, moves and removes lines.
 * @csspart error - What is wrong.
 */
export class QuestionEdit extends GuildElement {
  static override readonly tag = 'guild-question-edit';
  static override readonly uses = [LabelList];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        color: var(--_quiet);
        cursor: pointer;
      }
      details .form {
        padding-block-start: calc(3 * var(--_space));
      }
      .ticks {
        display: grid;
        gap: var(--_space);
      }
    `,
  ];

  readonly #values = new Query(this, {
    areas: [],
    args: () => (this.me && !this.plain ? ([] as const) : undefined),
    load: async (client, _none, signal) => (await client.people.values({}, { signal })).items,
  });

  /** Whether somebody wanted to go on: from then on each problem is shown, until it is mended. */
  @state() private checked = false;
  /** Numbers as they are typed. */
  @state() private typed: Partial<Record<NumberName, string>> = {};
  @state() private more = false;
  /** What was written for other types: who looks through the types loses nothing. */
  #others: Partial<Record<Question['type'], Question>> = {};

  /** The question. */
  @property({ attribute: false }) question: Question | undefined;
  /** The types to choose from. Default: all. */
  @property({ attribute: false }) types: readonly Question['type'][] = QUESTION_TYPES;
  /** Whether it is about no skill and no value. */
  @property({ type: Boolean }) plain = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { question } = this;
    if (!changed.has('question') || !question) return;
    const before = changed.get('question');
    if (before?.type !== question.type) this.typed = {};
    if (before?.id === question.id) return;
    this.checked = false;
    this.#others = {};
    this.more = Boolean(question.help || question.skill || question.valueId);
  }

  /** True when the question can be asked. Else what is wrong is shown, and the first field of it takes the focus. */
  async check(): Promise<boolean> {
    this.checked = true;
    const [wrong] = Object.keys(this.#problems);
    if (wrong === undefined) return true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
    return false;
  }

  /** Goes to the first field. */
  override async focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#type')?.focus(options);
  }

  get #problems(): QuestionProblems {
    const { checked, question } = this;
    return checked && question ? questionProblems(question, this.strings(questionEdit)) : {};
  }

  #set(question: Question): void {
    this.question = question;
    this.fire(new QuestionChangedEvent(question));
  }

  #input({ target }: Event): void {
    const { question } = this;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!question || !(isField || target instanceof HTMLSelectElement) || !target.name) return;
    const { name, value } = target;
    const type = this.types.find((one) => one === value);
    if (name === 'type') return type && this.#retype(question, type);
    const number = NUMBERS.find((one) => one === name);
    if (number) this.typed = { ...this.typed, [number]: value };
    const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
    const said = isTick ? target.checked : number ? numberOf(value) : value;
    // Each control has the name of a field that this type of question has, and gives what the field holds.
    this.#set({ ...question, [name]: said } as Question);
  }

  #retype(question: Question, type: Question['type']): void {
    this.#others[question.type] = question;
    const next = retyped(question, type);
    const { prompt, help, required, skill, valueId } = next;
    const before = this.#others[type];
    this.#set(before ? { ...before, prompt, help, required, skill, valueId } : next);
  }

  #list(name: ListName, rows: readonly LabelRow[]): void {
    const { question } = this;
    if (!question) return;
    const lines =
      name === 'labels'
        ? rows.map(({ label }) => label)
        : name === 'levels'
          ? rows.map(({ id: _place, ...level }) => level)
          : rows;
    // The list was read from the question under this name.
    this.#set({ ...question, [name]: lines } as Question);
  }

  #lists(question: Question): unknown {
    const strings = this.strings(questionEdit);
    return listsOf(question).map(
      ([name, rows]) =>
        html`<guild-label-list
          id=${name}
          exportparts="field, item, button, error"
          .list=${name}
          .label=${strings[name]}
          .help=${name === 'themes' ? strings.themesHelp : ''}
          .rows=${rows}
          .bounds=${boundsOf(question, name)}
          .described=${name === 'levels'}
          .problem=${this.#problems[name] ?? ''}
          @guild-labels=${(event: LabelsEvent) => this.#list(name, event.rows)}
        ></guild-label-list>`,
    );
  }

  #number(name: NumberName, value: number, label: string): TemplateResult {
    const shown = this.typed[name] ?? (Number.isFinite(value) ? String(value) : '');
    return lineField({ name, label, value: shown, problem: this.#problems[name] });
  }

  #answers(question: Question): unknown {
    const strings = this.strings(questionEdit);
    if (question.type === 'points')
      return html`${this.#lists(question)} ${this.#number('total', question.total, strings.total)}`;
    if (question.type !== 'scale') return this.#lists(question);
    const { min, max, step, lowLabel = '', highLabel = '' } = question;
    return html`<div class="beside">
        ${this.#number('min', min, strings.min)} ${this.#number('max', max, strings.max)}
        ${this.#number('step', step, strings.step)}
      </div>
      <div class="beside">
        ${lineField({ name: 'lowLabel', label: strings.lowLabel, value: lowLabel })}
        ${lineField({ name: 'highLabel', label: strings.highLabel, value: highLabel })}
      </div>`;
  }

  #tick(name: string, checked: boolean, label: string): TemplateResult {
    return html`<label class="tick"
      ><input type="checkbox" name=${name} .checked=${checked} /> ${label}</label
    >`;
  }

  #ticks(question: Question): TemplateResult {
    const strings = this.strings(questionEdit);
    const { type, required, comment } = question;
    return html`<div class="ticks">
      ${this.#tick('required', required, strings.required)}
      ${
        type === 'text'
          ? nothing
          : this.#tick('comment', comment, type === 'yesNo' ? strings.yesNoComment : strings.comment)
      }
      ${
        type === 'rating'
          ? html`${this.#tick('reversed', question.reversed, strings.reversed)}
            ${question.reversed ? html`<p class="help">${strings.reversedHelp}</p>` : nothing}`
          : nothing
      }
      ${type === 'text' ? nothing : html`<p class="help">${strings.cannotJudge}</p>`}
    </div>`;
  }

  #more({ help = '', skill = '', valueId = '' }: Question): TemplateResult {
    const strings = this.strings(questionEdit);
    const helpField = textField({ name: 'help', label: strings.help, value: help });
    if (this.plain) return helpField;
    const values = (this.#values.data ?? []).map(({ id, name }) => [id, name] as const);
    return html`<details
      ?open=${this.more}
      @toggle=${({ target }: Event) => target instanceof HTMLDetailsElement && (this.more = target.open)}
    >
      <summary>${strings.more}</summary>
      <div class="form">
        ${helpField}
        ${lineField({ name: 'skill', label: strings.skill, value: skill, help: strings.skillHelp })}
        ${values.length ? selectField('valueId', strings.value, [['', strings.valueNone], ...values], valueId) : nothing}
      </div>
    </details>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { question, types } = this;
    if (!question) return nothing;
    const strings = this.strings(questionEdit);
    const choices = types.map((type) => [type, strings.types[type]] as const);
    return html`<div class="form" @input=${this.#input}>
      ${selectField('type', strings.type, choices, question.type)}
      ${textField({ name: 'prompt', label: strings.prompt, value: question.prompt, problem: this.#problems['prompt'] })}
      ${this.#answers(question)} ${this.#ticks(question)} ${this.#more(question)}
    </div>`;
  }
}

/** What was typed, with a point or a comma; NaN when it is no number. */
function numberOf(typed: string): number {
  return typed.trim() ? Number(typed.trim().replace(',', '.')) : NaN;
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-question-edit': QuestionEdit;
  }
}

import type { Question } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note } from '../mentoring/form-parts.js';
import { close, down, plus, up } from '../parts/icons.js';
import { blankQuestion, questionProblems } from '../questions/question-draft.js';
import { QuestionEdit } from '../questions/question-edit.js';
import type { QuestionChangedEvent } from '../questions/question-events.js';
import { QuestionForm } from '../questions/question-form.js';
import { questionEdit } from '../strings/en/question-edit.js';
import { survey as english } from '../strings/en/survey.js';
import { surveyQuestionsStyles } from './survey-questions.styles.js';
import { questionRowsStyles } from '../questions/question-rows.styles.js';

/** A form has at most so many questions. */
const MOST = 50;

/**
 * @summary The questions of a survey while they are written: one of them open, the others in a line each, and how they
 * will look.
 * @event guild-change - The viewer has changed, moved, added or removed one; `questions` has all.
 * @csspart list - The questions.
 * @csspart item - One of them.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What is wrong.
 */
export class SurveyQuestions extends GuildElement {
  static override readonly tag = 'guild-survey-questions';
  static override readonly uses = [QuestionEdit, QuestionForm];
  static override styles = [hostStyles, formStyles, questionRowsStyles, surveyQuestionsStyles];

  /** The id of the question that is open. */
  @state() private opened = '';
  @state() private isPreview = false;
  /** Whether somebody wanted to go on: from then on lines say what is wrong in them. */
  @state() private checked = false;

  /** The questions. */
  @property({ attribute: false }) questions: readonly Question[] = [];
  /** What is wrong with them together. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus(options);
  }

  /** True when all of them can be asked. Else the first that cannot is open, and what is wrong has the focus. */
  async check(): Promise<boolean> {
    this.checked = true;
    const wrong = this.questions.find((question) => this.#isWrong(question));
    if (!wrong) return true;
    await this.#open(wrong.id);
    await this.#edit?.check();
    return false;
  }

  get #edit(): QuestionEdit | null {
    return this.renderRoot.querySelector('guild-question-edit');
  }

  #isWrong(question: Question): boolean {
    return Object.keys(questionProblems(question, this.strings(questionEdit))).length > 0;
  }

  #name({ prompt }: Question, index: number): string {
    return prompt.trim() || this.strings(english).untitled(index + 1);
  }

  #change(questions: readonly Question[]): void {
    this.questions = questions;
    this.fire(new Event('guild-change'));
  }

  async #open(id: string): Promise<void> {
    [this.opened, this.isPreview] = [id, false];
    await this.updateComplete;
    await this.#edit?.updateComplete;
  }

  async #goTo(index: number, wanted: string): Promise<void> {
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('ol > li')[index];
    const there = row?.querySelector<HTMLElement>(`${wanted}:enabled`);
    (there ?? row?.querySelector<HTMLElement>('.change') ?? this).focus();
  }

  /** A new question begins with the answers of the rating before it: most surveys ask all on one scale. */
  #fresh(): Question {
    const fresh = blankQuestion('rating');
    const before = this.questions.filter(({ type }) => type === 'rating').at(-1);
    const labels = before?.type === 'rating' ? before.labels : this.strings(english).agreeing;
    return { ...fresh, ...(fresh.type === 'rating' && { labels: [...labels] }) };
  }

  async #add(): Promise<void> {
    const fresh = this.#fresh();
    this.#change([...this.questions, fresh]);
    await this.#open(fresh.id);
    this.#edit?.focus();
  }

  async #move(from: number, by: number): Promise<void> {
    const moved = this.questions[from];
    if (!moved) return;
    const rest = this.questions.filter((one) => one !== moved);
    this.#change([...rest.slice(0, from + by), moved, ...rest.slice(from + by)]);
    this.announce(this.strings(questionEdit).moved(this.#name(moved, from), from + by + 1));
    await this.#goTo(from + by, by < 0 ? '.up' : '.down');
  }

  async #remove(index: number): Promise<void> {
    const gone = this.questions[index];
    if (!gone) return;
    this.#change(this.questions.filter((one) => one !== gone));
    this.announce(this.strings(questionEdit).removed(this.#name(gone, index)));
    await this.#goTo(Math.min(index, this.questions.length - 1), '.change');
  }

  async #toggle({ id }: Question, index: number): Promise<void> {
    const isOpen = this.opened === id;
    await this.#open(isOpen ? '' : id);
    if (isOpen) await this.#goTo(index, '.change');
    else this.#edit?.focus();
  }

  #facts(question: Question): string {
    const { types } = this.strings(questionEdit);
    const isTurned = question.type === 'rating' && question.reversed;
    return [types[question.type], ...(isTurned ? [this.strings(english).turned] : [])].join(' · ');
  }

  #buttons(question: Question, index: number): TemplateResult {
    const strings = this.strings(questionEdit);
    const { done, change, changeNamed } = this.strings(english);
    const name = this.#name(question, index);
    const isOpen = this.opened === question.id;
    const icon = (look: string, picture: unknown, label: string, off: boolean, act: () => void) =>
      html`<button
        class="button quiet icon ${look}"
        part="button"
        aria-label=${label}
        ?disabled=${off}
        @click=${act}
      >
        ${picture}
      </button>`;
    const isLast = index === this.questions.length - 1;
    return html`<span class="does">
      <button
        class="button quiet change"
        part="button"
        aria-label=${isOpen ? nothing : changeNamed(name)}
        aria-expanded=${isOpen}
        @click=${() => void this.#toggle(question, index)}
      >
        ${isOpen ? done : change}
      </button>
      ${icon('up', up, strings.up(name), index === 0, () => void this.#move(index, -1))}
      ${icon('down', down, strings.down(name), isLast, () => void this.#move(index, 1))}
      ${icon('out', close, strings.remove(name), false, () => void this.#remove(index))}
    </span>`;
  }

  #row(question: Question, index: number): TemplateResult {
    const { id } = question;
    const isOpen = this.opened === id;
    const put = ({ question: next }: QuestionChangedEvent) =>
      this.#change(this.questions.map((one) => (one.id === id ? next : one)));
    const wrong = this.checked && !isOpen && this.#isWrong(question);
    return html`<li part="item">
      <div class="row">
        <span class="place" aria-hidden="true">${this.formats.number(index + 1)}</span>
        <span class="what">
          <bdi>${this.#name(question, index)}</bdi>
          <span class="quiet small">${this.#facts(question)}</span>
          ${note(id, wrong ? this.strings(english).questionWrong : undefined)}
        </span>
        ${this.#buttons(question, index)}
      </div>
      ${
        isOpen
          ? html`<guild-question-edit
              class="inside"
              plain
              exportparts="field, item, button, error"
              .question=${question}
              @guild-question-changed=${put}
            ></guild-question-edit>`
          : nothing
      }
    </li>`;
  }

  #preview(): TemplateResult {
    return html`<section class="preview" aria-label=${this.strings(english).preview}>
      <guild-question-form anonymous .questions=${this.questions}></guild-question-form>
    </section>`;
  }

  protected override view(): TemplateResult {
    const { questions, add, preview, questionsHelp } = this.strings(english);
    return html`<fieldset class="field" aria-describedby="note ${this.error ? 'all-note' : ''}">
      <legend class="label">${questions}</legend>
      <p class="help" id="note">${questionsHelp}</p>
      <ol part="list" role="list">
        ${repeat(
          this.questions,
          ({ id }) => id,
          (question, index) => this.#row(question, index),
        )}
      </ol>
      ${note('all', this.error)}
      <div class="actions">
        <button
          class="button add"
          part="button"
          ?disabled=${this.questions.length >= MOST}
          @click=${() => void this.#add()}
        >
          ${plus} ${add}
        </button>
        <button
          class="button quiet"
          part="button"
          aria-pressed=${this.isPreview}
          ?disabled=${this.questions.length === 0}
          @click=${() => (this.isPreview = !this.isPreview)}
        >
          ${preview}
        </button>
      </div>
      ${this.isPreview ? this.#preview() : nothing}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-survey-questions': SurveyQuestions;
  }
}

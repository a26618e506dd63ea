import type { Answers, Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { questions as english } from '../strings/en/questions.js';
import type { AnswerEvent } from './answer-event.js';
import { AnswerField } from './answer-field.js';
import { problemOf } from './answer-rules.js';
import { AnswersChangedEvent } from './answers-changed-event.js';
import { QUESTION_ELEMENTS, questionElement } from './question-element.js';

/** How many questions of a form are answered, of how many. */
export interface Progress {
  answered: number;
  all: number;
}

/**
 * All questions of a form, of every type, with their answers. It sends and keeps nothing: who uses it listens and does.
 *
 *     <guild-question-form
 *       .questions=${survey.questions}
 *       .answers=${this.answers}
 *       anonymous
 *       @guild-answers-changed=${({ answers }: AnswersChangedEvent) => this.keep(answers)}
 *     ></guild-question-form>
 *
 * and before sending: `if (!(await form.check())) return;`.
 *
 * @summary The questions of a review or a survey, with what is answered so far.
 * @event {AnswersChangedEvent} guild-answers-changed - The viewer has changed an answer; `answers` has all of them.
 * @csspart header - The heading of a section.
 * @csspart list - The questions of a section.
 * @csspart item - A question.
 * @csspart help - What the keys do.
 * @csspart error - What needs another look, all in one place.
 */
export class QuestionForm extends GuildElement {
  static override readonly tag = 'guild-question-form';
  static override readonly uses = QUESTION_ELEMENTS;
  static override styles = [
    hostStyles,
    css`
      .whole,
      .section,
      .section ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(8 * var(--_space));
        max-inline-size: 44rem;
      }
      .section {
        gap: calc(5 * var(--_space));
      }
      h3 {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      .problems {
        display: grid;
        gap: var(--_space);
        padding-inline-start: calc(4 * var(--_space));
        border-inline-start: 3px solid var(--_danger);
      }
      .problems p {
        color: var(--_danger);
        font-weight: 500;
      }
      .problems button {
        display: inline;
        padding: 0;
        border: 0;
        background: none;
        color: var(--_accent);
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        .keys {
          display: none;
        }
        .problems button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** Whether the viewer wanted to send it: from then on each problem is shown, until it is mended. */
  @state() private checked = false;

  /** The questions, in order. */
  @property({ attribute: false }) questions: readonly Question[] = [];
  /** What is answered so far, by the id of the question. */
  @property({ attribute: false }) answers: Answers = {};
  /** The heading under which a question stands, by its id. Questions of one heading stand together. */
  @property({ attribute: false }) sections: Readonly<Record<string, string>> = {};
  /** What else the writer must know of a question, by its id: such as who reads this one alone. */
  @property({ attribute: false }) notes: Readonly<Record<string, string>> = {};
  /** What the server has found wrong, by the id of the question. */
  @property({ attribute: false }) refused: Readonly<Record<string, string>> = {};
  /** Whether no name stands on it: words are then checked for what tells who wrote them, and may be for themes only. */
  @property({ type: Boolean }) anonymous = false;

  /** How many questions are answered so that they could be sent. */
  get progress(): Progress {
    const answered = this.questions.filter(
      (question) => this.answers[question.id] && !this.#wrong(question),
    ).length;
    return { answered, all: this.questions.length };
  }

  /**
   * True when all can be sent. Else what is wrong is shown at each question and in one place before them, which takes
   * the focus.
   */
  async check(): Promise<boolean> {
    this.checked = true;
    const wrong = this.questions.some((question) => this.#problem(question));
    if (!wrong) return true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.problems')?.focus();
    return false;
  }

  /** Goes to the first question. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [first] = this.#fields;
    await first?.focus();
  }

  get #fields(): AnswerField[] {
    const all = [...this.renderRoot.querySelectorAll('li > *')];
    return all.filter((each): each is AnswerField => each instanceof AnswerField);
  }

  #wrong(question: Question): string | undefined {
    return problemOf(question, this.answers[question.id], this.strings(english), this.formats);
  }

  #problem(question: Question): string | undefined {
    return this.#wrong(question) ?? this.refused[question.id];
  }

  #answer({ id }: Question, { answer }: AnswerEvent): void {
    const { [id]: _before, ...rest } = this.answers;
    this.answers = answer ? { ...rest, [id]: answer } : rest;
    this.fire(new AnswersChangedEvent(this.answers, id));
  }

  #goTo(index: number): void {
    void this.#fields[index]?.focus();
  }

  #summary(): unknown {
    const wrong = this.questions.filter((question) => this.#problem(question));
    if (!this.checked || !wrong.length) return nothing;
    return html`<div class="problems" part="error" role="group" tabindex="-1" aria-labelledby="problems">
      <p id="problems">${this.strings(english).problems(wrong.length)}</p>
      <ul role="list">
        ${wrong.map(
          (question) =>
            html`<li>
              <button @click=${() => this.#goTo(this.#inOrder.indexOf(question))}>
                <bdi>${question.prompt}</bdi>
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** The questions as they stand: those of one section together. */
  get #inOrder(): Question[] {
    return this.#grouped.flatMap(([, items]) => items);
  }

  get #grouped(): [title: string, items: Question[]][] {
    const groups = new Map<string, Question[]>();
    for (const question of this.questions) {
      const title = this.sections[question.id] ?? '';
      groups.set(title, [...(groups.get(title) ?? []), question]);
    }
    return [...groups];
  }

  #item(question: Question): TemplateResult {
    const problem = (this.checked || this.refused[question.id]) && this.#problem(question);
    return questionElement({
      question,
      answer: this.answers[question.id],
      problem: problem || '',
      note: this.notes[question.id] ?? '',
      anonymous: this.anonymous,
      onAnswer: (event) => this.#answer(question, event),
    });
  }

  protected override view(): TemplateResult {
    return html`<div class="whole">
      <p class="keys quiet small" part="help">${this.strings(english).keys}</p>
      ${this.#summary()}
      ${repeat(
        this.#grouped,
        ([title]) => title,
        ([title, items], index) =>
          html`<section class="section" aria-labelledby=${title ? `section-${index}` : nothing}>
            ${title ? html`<h3 part="header" id="section-${index}"><bdi>${title}</bdi></h3>` : nothing}
            <ol part="list" role="list">
              ${repeat(
                items,
                ({ id }) => id,
                (question) => html`<li part="item">${this.#item(question)}</li>`,
              )}
            </ol>
          </section>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-question-form': QuestionForm;
  }
}

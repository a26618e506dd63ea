import type { Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { answerFieldStyles } from './answer-field.styles.js';
import { radioRow } from './radios.js';

type Rubric = Extract<Question, { type: 'rubric' }>;

/**
 * @summary A question with several lines, each of which is put on a level; what the levels mean stands above them.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its lines.
 * @csspart label - The question, and what a line is about.
 * @csspart list - What the levels mean.
 * @csspart item - A line.
 * @csspart button - A button beneath it.
 * @csspart error - What is wrong.
 */
export class RubricAnswer extends AnswerField<Rubric> {
  static override readonly tag = 'guild-rubric-answer';
  static override styles = [
    answerFieldStyles,
    css`
      .levels {
        display: grid;
        grid-template-columns: fit-content(12rem) minmax(0, 1fr);
        gap: var(--_space) calc(4 * var(--_space));
        font-size: 0.9em;
        max-inline-size: 68ch;
      }
      .levels dt {
        font-weight: 500;
      }
      .levels dd {
        color: var(--_quiet);
      }
      .line {
        display: grid;
        gap: var(--_space);
        min-inline-size: 0;
        padding-block-start: calc(2 * var(--_space));
      }
      .line legend {
        float: inline-start;
        inline-size: 100%;
        margin: 0;
      }
      .line .row {
        clear: both;
      }
    `,
  ];

  /** The question. */
  @property({ attribute: false }) question: Rubric | undefined;

  get #levels(): Record<string, number> {
    return this.answer && 'levels' in this.answer ? this.answer.levels : {};
  }

  #meanings({ levels }: Rubric): unknown {
    if (levels.every(({ description }) => !description)) return nothing;
    return html`<dl class="levels" part="list">
      ${levels.map(
        ({ label, description }) =>
          html`<dt><bdi>${label}</bdi></dt>
            <dd><bdi>${description}</bdi></dd>`,
      )}
    </dl>`;
  }

  #line({ levels }: Rubric, { id, label }: Rubric['rows'][number]): TemplateResult {
    const level = this.#levels[id];
    return html`<fieldset class="line" part="item">
      <legend part="label"><bdi>${label}</bdi></legend>
      ${radioRow({
        name: `row ${id}`,
        options: levels.map((each, index) => ({ value: String(index + 1), label: each.label })),
        chosen: level === undefined ? undefined : String(level),
        invalid: !!this.problem,
        choose: (value) => this.say({ levels: { ...this.#levels, [id]: Number(value) } }),
      })}
    </fieldset>`;
  }

  protected control(question: Rubric): unknown {
    return html`<p class="help">${this.strings(english).rubricHelp}</p>
      ${this.#meanings(question)} ${question.rows.map((row) => this.#line(question, row))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-rubric-answer': RubricAnswer;
  }
}

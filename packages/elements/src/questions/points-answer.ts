import type { Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { answerFieldStyles } from './answer-field.styles.js';
import { spent } from './answer-rules.js';

type Points = Extract<Question, { type: 'points' }>;

/**
 * @summary A question whose answer shares a number of points among options, and says how many are left.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its options.
 * @csspart label - The question.
 * @csspart list - The options.
 * @csspart item - One of them.
 * @csspart button - A button beneath it.
 * @csspart error - What is wrong.
 */
export class PointsAnswer extends AnswerField<Points> {
  static override readonly tag = 'guild-points-answer';
  static override styles = [
    answerFieldStyles,
    css`
      .shares {
        display: grid;
        gap: calc(1.5 * var(--_space));
        max-inline-size: 32rem;
      }
      .shares label {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: calc(4 * var(--_space));
      }
      .shares .input {
        flex: none;
        inline-size: 5.5rem;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .left {
        max-inline-size: 32rem;
        text-align: end;
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** The question. */
  @property({ attribute: false }) question: Points | undefined;

  get #points(): Record<string, number> {
    return this.answer && 'points' in this.answer ? this.answer.points : {};
  }

  #input({ currentTarget }: Event, id: string, total: number): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const { [id]: _before, ...rest } = this.#points;
    const given = Math.trunc(currentTarget.valueAsNumber);
    const points = Number.isNaN(given) ? rest : { ...rest, [id]: Math.min(Math.max(given, 0), total) };
    this.say(Object.keys(points).length ? { points } : undefined);
  }

  #left(total: number): string {
    const { pointsDone, pointsLeft, pointsOver } = this.strings(english);
    const left = total - spent(this.#points);
    if (!left) return pointsDone;
    return left > 0 ? pointsLeft(left) : pointsOver(-left);
  }

  protected control({ options, total }: Points): TemplateResult {
    return html`<p class="help">${this.strings(english).pointsHelp(total)}</p>
      <div class="shares" part="list">
        ${options.map(
          ({ id, label }) =>
            html`<label part="item">
              <bdi>${label}</bdi>
              <input
                class="input"
                type="number"
                inputmode="numeric"
                min="0"
                max=${total}
                .value=${String(this.#points[id] ?? '')}
                aria-invalid=${this.problem ? 'true' : nothing}
                @change=${(event: Event) => this.#input(event, id, total)}
              />
            </label>`,
        )}
      </div>
      <p class="left" role="status">${this.#left(total)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-points-answer': PointsAnswer;
  }
}

import type { Question } from '@guildhall/core';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerField } from './answer-field.js';

type Multiple = Extract<Question, { type: 'multiple' }>;

/**
 * @summary A question with any number of answers out of several.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its answers.
 * @csspart label - The question.
 * @csspart button - A button beneath it.
 * @csspart error - What is wrong.
 */
export class MultipleAnswer extends AnswerField<Multiple> {
  static override readonly tag = 'guild-multiple-answer';

  /** The question. */
  @property({ attribute: false }) question: Multiple | undefined;

  #toggle({ options, required }: Multiple, id: string, chosen: readonly string[]): void {
    const wanted = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    // In the order of the question: the order of the clicks is nobody's business.
    const choices = options.filter((option) => wanted.includes(option.id)).map((option) => option.id);
    this.say(choices.length || !required ? { choices } : undefined);
  }

  protected control(question: Multiple): unknown {
    const chosen = this.answer && 'choices' in this.answer ? this.answer.choices : [];
    return html`<div class="list">
      ${question.options.map(
        ({ id, label }) =>
          html`<label class="tick">
            <input
              type="checkbox"
              name="answer"
              value=${id}
              .checked=${chosen.includes(id)}
              aria-invalid=${this.problem ? 'true' : nothing}
              @change=${() => this.#toggle(question, id, chosen)}
            />
            <bdi>${label}</bdi>
          </label>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-multiple-answer': MultipleAnswer;
  }
}

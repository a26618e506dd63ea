import type { Answer, Question } from '@guildhall/core';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { isUnjudged, stepsOf } from './answer-rules.js';
import { radioList, radioRow, type RadioOption, type Radios } from './radios.js';

type Chosen = Extract<Question, { type: 'choice' | 'rating' | 'yesNo' | 'scale' }>;

/** Labels that are longer, or more of them, stand below one another. */
const ROW_LABEL = 26;
const ROW_LABELS = 7;

/**
 * @summary A question with one answer out of several: a choice, a rating, yes or no, a scale with few values.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its answers.
 * @csspart label - The question.
 * @csspart button - A button beneath it.
 * @csspart error - What is wrong.
 */
export class ChoiceAnswer extends AnswerField<Chosen> {
  static override readonly tag = 'guild-choice-answer';

  /** The question. */
  @property({ attribute: false }) question: Chosen | undefined;

  #options(question: Chosen): RadioOption[] {
    const { yes, no } = this.strings(english);
    switch (question.type) {
      case 'choice':
        return question.options.map(({ id, label }) => ({ value: id, label }));
      case 'rating':
        return question.labels.map((label, index) => ({ value: String(index + 1), label }));
      case 'yesNo':
        return [
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ];
      case 'scale':
        return (stepsOf(question) ?? []).map((value, index, { length }) => ({
          value: String(value),
          label: this.formats.number(value),
          more: index ? (index === length - 1 ? question.highLabel : undefined) : question.lowLabel,
        }));
    }
  }

  get #chosen(): string | undefined {
    const { answer } = this;
    if (!answer) return undefined;
    if ('choice' in answer) return answer.choice;
    if ('level' in answer) return String(answer.level);
    if ('value' in answer) return String(answer.value);
    return 'yes' in answer ? (answer.yes ? 'yes' : 'no') : undefined;
  }

  #choose({ type }: Chosen, value: string): void {
    const answers: Record<Chosen['type'], () => Answer> = {
      choice: () => ({ choice: value }),
      rating: () => ({ level: Number(value) }),
      scale: () => ({ value: Number(value) }),
      yesNo: () => ({ yes: value === 'yes' }),
    };
    this.say(answers[type]());
  }

  /** It is one of the radio buttons here: the arrow keys lead to it. */
  protected override unjudged(): unknown {
    return html`<label class="tick">
      <input
        type="radio"
        name="answer"
        value="unjudged"
        .checked=${isUnjudged(this.answer)}
        @change=${() => this.judge(true)}
      />
      <span>${this.strings(english).cannotJudge}</span>
    </label>`;
  }

  protected control(question: Chosen): unknown {
    const options = this.#options(question);
    const radios: Radios = {
      name: 'answer',
      options,
      chosen: this.#chosen,
      invalid: !!this.problem,
      choose: (value) => this.#choose(question, value),
    };
    if (question.type === 'scale') return html`${radioRow(radios, true)} ${this.#ends(question)}`;
    if (question.type === 'yesNo') return radioRow(radios, true);
    const fits = options.length <= ROW_LABELS && options.every(({ label }) => label.length <= ROW_LABEL);
    return question.type === 'rating' && fits ? radioRow(radios) : radioList(radios);
  }

  #ends({ lowLabel, highLabel }: Extract<Chosen, { type: 'scale' }>): unknown {
    if (!lowLabel && !highLabel) return nothing;
    // The radio buttons say it themselves.
    return html`<div class="ends" aria-hidden="true"><bdi>${lowLabel}</bdi><bdi>${highLabel}</bdi></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-choice-answer': ChoiceAnswer;
  }
}

import type { Question } from '@guildhall/core';
import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { answerFieldStyles } from './answer-field.styles.js';

type Scale = Extract<Question, { type: 'scale' }>;

/**
 * @summary A question whose answer is a value on a fine scale: a slider, and a field beside it.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its answer.
 * @csspart label - The question.
 * @csspart button - A button beneath it.
 * @csspart error - What is wrong.
 */
export class ScaleAnswer extends AnswerField<Scale> {
  static override readonly tag = 'guild-scale-answer';
  static override styles = [
    answerFieldStyles,
    css`
      .scale {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 6.5rem;
        align-items: center;
        gap: calc(2 * var(--_space)) calc(4 * var(--_space));
      }
      .scale .ends {
        grid-column: 1;
      }
      input[type='range'] {
        inline-size: 100%;
        min-block-size: var(--_control);
        margin: 0;
        accent-color: var(--_accent);
        cursor: pointer;
      }
      input.untouched {
        accent-color: var(--_quiet);
        opacity: 0.6;
      }
      .input {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** The question. */
  @property({ attribute: false }) question: Scale | undefined;

  get #value(): number | undefined {
    return this.answer && 'value' in this.answer ? this.answer.value : undefined;
  }

  #input({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const value = currentTarget.valueAsNumber;
    if (Number.isNaN(value)) this.say(undefined);
    else if (value !== this.#value) this.say({ value });
  }

  protected control(question: Scale): unknown {
    const { min, max, step, lowLabel, highLabel, prompt } = question;
    const strings = this.strings(english);
    const value = this.#value;
    // A slider stands somewhere even before it was moved: it says that nothing is chosen.
    const stand = value ?? min + Math.round((max - min) / step / 2) * step;
    const ends = [lowLabel ?? this.formats.number(min), highLabel ?? this.formats.number(max)] as const;
    return html`<div class="scale">
      <input
        type="range"
        class=${value === undefined ? 'untouched' : ''}
        min=${min}
        max=${max}
        step=${step}
        .value=${String(stand)}
        aria-label=${prompt}
        aria-valuetext=${value === undefined ? strings.notChosen : this.formats.number(value)}
        @input=${this.#input}
        @pointerup=${this.#input}
      />
      <input
        class="input"
        type="number"
        min=${min}
        max=${max}
        step=${step}
        .value=${value === undefined ? '' : String(value)}
        aria-label="${strings.scaleValue}. ${strings.scaleBetween(...ends)}"
        aria-invalid=${this.problem ? 'true' : nothing}
        @change=${this.#input}
      />
      <div class="ends" aria-hidden="true"><bdi>${ends[0]}</bdi><bdi>${ends[1]}</bdi></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-scale-answer': ScaleAnswer;
  }
}

import type { Answer, Question } from '@guildhall/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { answerFieldStyles } from './answer-field.styles.js';
import { TEXT_MAX } from './answer-rules.js';
import { WritingBox } from './writing-box.js';

type Text = Extract<Question, { type: 'text' }>;
type Written = Extract<Answer, { text: string }>;

/**
 * @summary A question in words. Where the form carries no name, the writer chooses whether the words may be shown, or
 * only what they are about is counted.
 * @event {AnswerEvent} guild-answer - The viewer has written or chosen.
 * @csspart field - The question with its box.
 * @csspart label - The question.
 * @csspart error - What is wrong.
 */
export class TextAnswer extends AnswerField<Text> {
  static override readonly tag = 'guild-text-answer';
  static override styles = [
    answerFieldStyles,
    css`
      .use,
      .themes {
        display: grid;
        gap: calc(2 * var(--_space));
        min-inline-size: 0;
        padding-block-start: calc(2 * var(--_space));
      }
      .use legend,
      .themes legend {
        font-size: 0.9em;
      }
      .use .tick {
        align-items: start;
      }
      .use .help {
        display: block;
      }
    `,
  ];

  /** The question. */
  @property({ attribute: false }) question: Text | undefined;

  /** What was chosen for words that were deleted since: what is written next is not shown by mistake. */
  #chosen: Pick<Written, 'use' | 'themes'> = { use: 'words', themes: [] };

  get #written(): Written {
    const { answer } = this;
    return answer && 'text' in answer ? answer : { text: '', ...this.#chosen };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('question') && changed.get('question')?.id !== this.question?.id) {
      this.#chosen = { use: 'words', themes: [] };
    }
  }

  #write({ currentTarget }: Event): void {
    if (!(currentTarget instanceof WritingBox)) return;
    const text = currentTarget.value;
    const { use, themes } = this.#written;
    this.#chosen = { use, themes };
    this.say(text.trim() ? { ...this.#written, text } : undefined);
  }

  #use(use: Written['use']): void {
    this.say({ ...this.#written, use, themes: use === 'words' ? [] : this.#written.themes });
  }

  #theme(all: Text['themes'], id: string): void {
    const { themes } = this.#written;
    const wanted = themes.includes(id) ? themes.filter((each) => each !== id) : [...themes, id];
    this.say({
      ...this.#written,
      themes: all.filter((theme) => wanted.includes(theme.id)).map((theme) => theme.id),
    });
  }

  #uses(question: Text): TemplateResult {
    const strings = this.strings(english);
    const { use } = this.#written;
    const choices = [
      ['words', strings.useWords, strings.useWordsHelp],
      ['themes', strings.useThemes, strings.useThemesHelp],
    ] as const;
    return html`<fieldset class="use">
        <legend class="label">${strings.use}</legend>
        ${choices.map(
          ([value, label, help]) =>
            html`<label class="tick">
              <input
                type="radio"
                name="use"
                value=${value}
                .checked=${use === value}
                @change=${() => this.#use(value)}
              />
              <span>${label}<span class="help">${help}</span></span>
            </label>`,
        )}
      </fieldset>
      ${use === 'themes' ? this.#themes(question) : nothing}`;
  }

  #themes({ themes }: Text): TemplateResult {
    return html`<fieldset class="themes">
      <legend class="label">${this.strings(english).themes}</legend>
      <div class="chips">
        ${themes.map(
          ({ id, label }) =>
            html`<label class="choice">
              <input
                type="checkbox"
                name="theme"
                value=${id}
                .checked=${this.#written.themes.includes(id)}
                @change=${() => this.#theme(themes, id)}
              />
              <span class="chip"><bdi>${label}</bdi></span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  protected control(question: Text): TemplateResult {
    const { text } = this.#written;
    return html`<guild-writing-box
        bare
        .label=${question.prompt}
        .max=${TEXT_MAX}
        .value=${text}
        .anonymous=${this.anonymous}
        @guild-change=${this.#write}
      ></guild-writing-box>
      ${text && this.anonymous && question.themes.length ? this.#uses(question) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-text-answer': TextAnswer;
  }
}

import type { Answer, Question } from '@guildhall/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { common } from '../strings/en/common.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerEvent } from './answer-event.js';
import { answerFieldStyles } from './answer-field.styles.js';
import { COMMENT_MAX, commentOf, isUnjudged } from './answer-rules.js';
import { chooseByNumber } from './radios.js';
import { WritingBox } from './writing-box.js';

/**
 * The base of the elements that ask one question: prompt, help, the controls of the type, "cannot judge", a comment,
 * and what is wrong. It fires `guild-answer` (an `AnswerEvent`) for each change and holds nothing that is not in
 * `answer`.
 */
export abstract class AnswerField<Q extends Question = Question> extends GuildElement {
  static override readonly uses = [WritingBox];
  static override styles: CSSResultGroup = answerFieldStyles;

  /** What was answered before the viewer said that they cannot judge. */
  #before: Answer | undefined;

  @state() private commenting = false;

  /** The question. Each element declares it anew, with its own type, since templates are checked by it. */
  abstract question: Q | undefined;
  /** The answer; undefined while there is none. */
  @property({ attribute: false }) answer: Answer | undefined;
  /** What is wrong with it. */
  @property() problem = '';
  /** What else the writer must know, such as who reads this one. */
  @property() note = '';
  /** Whether the form carries no name: then words are checked for what tells who wrote them. */
  @property({ type: Boolean }) anonymous = false;

  /** The controls of the type. */
  protected abstract control(question: Q): unknown;

  /** Goes to the answer, or to where it is given. */
  override async focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('input, guild-writing-box, button')];
    const chosen = all.find((each) => each instanceof HTMLInputElement && each.checked);
    (chosen ?? all[0])?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question') && changed.get('question')?.id !== this.question?.id) this.commenting = false;
  }

  /** Answers the question; the comment stays. Undefined takes the answer away. */
  protected say(answer: Answer | undefined): void {
    this.answer = answer && !('text' in answer) ? { ...commentOf(this.answer), ...answer } : answer;
    this.fire(new AnswerEvent(this.answer));
  }

  /** Says that the viewer cannot judge, or takes that back: what was answered before is there again. */
  protected judge(cannot: boolean): void {
    if (cannot === isUnjudged(this.answer)) return;
    const before = this.#before;
    this.#before = cannot ? this.answer : undefined;
    this.say(cannot ? { cannotJudge: true } : before);
  }

  /** The box for those who cannot judge. Types that offer it among their answers say nothing here. */
  protected unjudged(): unknown {
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${isUnjudged(this.answer)}
        @change=${(event: Event) =>
          this.judge(event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked)}
      />
      <span>${this.strings(english).cannotJudge}</span>
    </label>`;
  }

  async #openComment(): Promise<void> {
    this.commenting = true;
    await this.updateComplete;
    this.renderRoot.querySelector<WritingBox>('.comment')?.focus();
  }

  #write({ currentTarget }: Event): void {
    if (!(currentTarget instanceof WritingBox) || !this.answer || 'text' in this.answer) return;
    const { comment: _before, ...rest } = this.answer;
    const comment = currentTarget.value;
    this.answer = comment.trim() ? { ...rest, comment } : rest;
    this.fire(new AnswerEvent(this.answer));
  }

  #clear(): void {
    this.#before = undefined;
    this.commenting = false;
    this.say(undefined);
    void this.focus();
  }

  #comment({ prompt, comment: offered }: Q): unknown {
    const strings = this.strings(english);
    const { comment } = commentOf(this.answer);
    if (!offered || !this.answer || !(this.commenting || comment)) return nothing;
    return html`<guild-writing-box
      class="comment"
      .label=${strings.comment}
      .help=${this.anonymous ? strings.commentShown : ''}
      .max=${COMMENT_MAX}
      .value=${comment ?? ''}
      .anonymous=${this.anonymous}
      .about=${prompt}
      @guild-change=${this.#write}
    ></guild-writing-box>`;
  }

  #beneath({ type, prompt, comment, required }: Q): unknown {
    if (type === 'text') return nothing;
    const strings = this.strings(english);
    const offersComment = comment && this.answer && !this.commenting && !commentOf(this.answer).comment;
    const open = html`<button
      class="button quiet"
      part="button"
      aria-label=${strings.commentAddNamed(prompt)}
      @click=${this.#openComment}
    >
      ${strings.commentAdd}
    </button>`;
    const clear = html`<button
      class="button quiet"
      part="button"
      aria-label=${strings.clearNamed(prompt)}
      @click=${this.#clear}
    >
      ${strings.clear}
    </button>`;
    return html`<div class="beneath">
      ${this.unjudged()} ${offersComment ? open : nothing} ${!required && this.answer ? clear : nothing}
    </div>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { question, problem, note } = this;
    if (!question) return nothing;
    const { prompt, help, required } = question;
    const about = [help && 'help', note && 'note', problem && 'problem'].filter(Boolean).join(' ');
    return html`<fieldset
      class="question"
      part="field"
      aria-describedby=${about || nothing}
      @keydown=${chooseByNumber}
    >
      <legend class="prompt" part="label">
        <bdi>${prompt}</bdi>${
          required ? nothing : html` <span class="quiet">(${this.strings(common).optional})</span>`
        }
      </legend>
      ${help ? html`<p class="help" id="help"><bdi>${help}</bdi></p>` : nothing}
      ${note ? html`<p class="help" id="note">${note}</p>` : nothing} ${this.control(question)}
      ${problem ? html`<p class="error" part="error" id="problem">${problem}</p>` : nothing}
      ${this.#beneath(question)} ${this.#comment(question)}
    </fieldset>`;
  }
}

import type { Client, Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { asFailure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { newReceipt } from '../internal/sealed-drafts.js';
import { formStyles } from '../mentoring/form-parts.js';
import type { AnswersChangedEvent } from '../questions/answers-changed-event.js';
import { formFooter, formFooterStyles } from '../questions/form-footer.js';
import { QuestionForm } from '../questions/question-form.js';
import { reviewForm } from '../strings/en/review-form.js';
import { whereWords } from './form-words.js';
import type { GrowthTask } from './growth-questions.js';
import { KeptAnswers } from './kept-answers.js';
import { ReceiptAsk } from './receipt-ask.js';
import { ReviewPromise } from './review-promise.js';
import { ReviewSent } from './review-sent.js';

/**
 * @summary The question whether the viewer noticed a change: how the answer is kept and who reads it, then the question.
 * @event guild-sent - The answer is in.
 * @event guild-close - The viewer wants to see the question no more for now.
 * @csspart header - A title.
 * @csspart text - What is said.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class GrowthQuestion extends GuildElement {
  static override readonly tag = 'guild-growth-question';
  static override readonly uses = [QuestionForm, ReceiptAsk, ReviewPromise, ReviewSent];
  static override styles = [
    hostStyles,
    formStyles,
    formFooterStyles,
    css`
      .whole {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
        max-inline-size: 44rem;
      }
    `,
  ];

  readonly #kept = new KeptAnswers(this);
  readonly #own = new Query(this, {
    areas: [],
    args: () => (this.me && this.task ? ([this.task.id, this.me.id] as const) : undefined),
    load: (client, [, viewerId], signal) => this.#load(client, viewerId, signal),
  });
  readonly #send = new Command(this, (client, task: GrowthTask, options) =>
    this.#submit(client, task, options),
  );

  @state() private sent = false;
  @state() private takenBack = false;
  /** Sealed answers were sent, and this browser has no receipt that opens them. */
  @state() private locked = false;

  /** What the viewer is asked. */
  @property({ attribute: false }) task: GrowthTask | undefined;

  async #load(client: Client, viewerId: string, signal: AbortSignal): Promise<true> {
    const { task } = this;
    if (!task) return true;
    const { id, mode, answered } = task;
    const may = { saveDraft: false };
    const own =
      answered && mode === 'confidential' ? await client.growth.ownAnswer({ id }, { signal }) : undefined;
    const state = answered ? ('answered' as const) : ('open' as const);
    await this.#kept.open({ id, state, may, ...own }, viewerId);
    this.locked = false;
    if (answered && mode === 'sealed') await this.#readSealed(client, id);
    return true;
  }

  /** Sealed answers are found by their receipt alone. */
  async #readSealed(client: Client, id: string): Promise<void> {
    const { receipt } = this.#kept;
    this.locked = !receipt;
    if (!receipt) return;
    try {
      this.#kept.show((await client.growth.ownAnswer({ id, receipt })).answers);
    } catch (error) {
      if (asFailure(error).reason !== 'answer.receiptMissing') throw error;
      await this.#kept.keepReceipt(undefined);
      this.locked = true;
    }
  }

  async #submit(
    client: Client,
    { id, mode }: GrowthTask,
    options: Parameters<Client['growth']['answer']>[1],
  ) {
    const { answers } = this.#kept;
    if (mode === 'confidential') return client.growth.answer({ id, answers }, options);
    const receipt = this.#kept.receipt ?? newReceipt();
    // Kept before it is sent: whatever happens then, the answer can be changed.
    await this.#kept.keepReceipt(receipt);
    return client.growth.answer({ id, answers, receipt }, options);
  }

  #edit({ answers }: AnswersChangedEvent): void {
    if (this.#send.error) this.#send.reset();
    void this.#kept.edit(answers);
  }

  async #finish(task: GrowthTask): Promise<void> {
    const form = this.renderRoot.querySelector('guild-question-form');
    if (!form || !(await form.check())) return;
    if (!(await this.#send.run(task))) return;
    await this.#kept.sent();
    this.sent = true;
    this.takenBack = false;
    this.fire(new Event('guild-sent'));
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-review-sent')?.focus();
  }

  /** Who opens the question again finds it as it was answered; taking back is asked for where it was sent. */
  async #askToTakeBack(): Promise<void> {
    this.sent = true;
    await this.updateComplete;
    const thanks = this.renderRoot.querySelector('guild-review-sent');
    await thanks?.updateComplete;
    await thanks?.askToTakeBack();
  }

  async #afterTakeBack(): Promise<void> {
    const { answers } = this.#kept;
    await this.#kept.keepReceipt(undefined);
    if (Object.keys(answers).length) await this.#kept.edit(answers);
    this.takenBack = true;
    this.announce(this.strings(reviewForm).takenBack);
    // The question is not answered any more: the list says so.
    this.fire(new Event('guild-sent'));
    await this.#change();
  }

  async #change(): Promise<void> {
    this.sent = false;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-question-form')?.focus();
  }

  async #unlock({ currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof ReceiptAsk) || !this.task || !this.hall) return;
    await this.#kept.keepReceipt(currentTarget.value);
    await this.#own.reload();
    if (this.locked) currentTarget.refused = true;
  }

  /** The two questions are known by their ids, and said in the language of the reader. */
  #inWords(question: Question): Question {
    const { growthLevels, growthPrompt, growthWhat } = this.strings(reviewForm);
    if (question.id === 'change' && question.type === 'rating')
      return { ...question, prompt: growthPrompt, labels: [...growthLevels] };
    return question.id === 'what' ? { ...question, prompt: growthWhat } : question;
  }

  /** As before every form: how the answers are kept, from how many on they are shown, and who reads them. */
  #promise({ mode, k, kText, readers }: GrowthTask): TemplateResult {
    const form = {
      ...{ keeping: mode, k, kText, calibrated: false, may: { answer: true } },
      readers: readers.map((person) => ({ who: 'subject' as const, person })),
    };
    return html`<guild-review-promise exportparts="header, item" .form=${form}></guild-review-promise>`;
  }

  #closing(text: string): TemplateResult {
    return html`<button
      class="button quiet"
      part="button"
      @click=${() => this.fire(new Event('guild-close'))}
    >
      ${text}
    </button>`;
  }

  #asked(task: GrowthTask): TemplateResult {
    const strings = this.strings(reviewForm);
    const { answers, lasting, where } = this.#kept;
    const { error, pending } = this.#send;
    const questions = task.questions.map((one) => this.#inWords(one));
    return html`${this.#promise(task)}
      <p class="quiet small" part="text">${lasting ? strings.growthDraft : strings.draftMemory}</p>
      ${this.takenBack ? html`<p part="text">${strings.takenBack}</p>` : nothing}
      <guild-question-form
        .questions=${questions}
        .answers=${answers}
        anonymous
        @guild-answers-changed=${this.#edit}
      ></guild-question-form>
      ${formFooter({
        ...{ locale: this.locale, questions, answers, pending },
        where: whereWords(where, this.locale),
        seers: strings.noNames,
        error: error ? errorText(error, this.locale) : '',
        label: task.answered ? strings.sendAgain : strings.send,
        send: () => void this.#finish(task),
      })}
      <div class="actions">
        ${
          task.answered && !this.takenBack
            ? html`<button class="button quiet" part="button" @click=${this.#askToTakeBack}>
                ${strings.takeBack}
              </button>`
            : nothing
        }
        ${this.#closing(strings.growthLater)}
      </div>`;
  }

  #thanks({ id, answerBy, mode }: GrowthTask): TemplateResult {
    const { receipt = '', lasting } = this.#kept;
    const form = { id, dueOn: answerBy, keeping: mode, may: { takeBack: true } };
    return html`<guild-review-sent
      exportparts="header, text, field, actions, button, error"
      area="growth"
      .form=${form}
      .receipt=${receipt}
      .lasting=${lasting}
      @guild-edit=${this.#change}
      @guild-taken-back=${this.#afterTakeBack}
      >${this.#closing(this.strings(reviewForm).growthClose)}</guild-review-sent
    >`;
  }

  #inside(task: GrowthTask): TemplateResult {
    if (this.locked)
      return html`<guild-receipt-ask @guild-receipt=${this.#unlock}></guild-receipt-ask>
        ${this.#closing(this.strings(reviewForm).growthClose)}`;
    return this.sent ? this.#thanks(task) : this.#asked(task);
  }

  protected override view(): unknown {
    const { task } = this;
    if (!task) return nothing;
    return this.#own.render({ data: () => html`<div class="whole">${this.#inside(task)}</div>` });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-growth-question': GrowthQuestion;
  }
}

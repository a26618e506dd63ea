import type { Client, Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { asFailure } from '../internal/failure.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { newReceipt } from '../internal/sealed-drafts.js';
import { dayWords } from '../mentoring/days.js';
import { formStyles } from '../mentoring/form-parts.js';
import type { AnswersChangedEvent } from '../questions/answers-changed-event.js';
import { formFooter, formFooterStyles } from '../questions/form-footer.js';
import { QuestionForm } from '../questions/question-form.js';
import { reviewForm } from '../strings/en/review-form.js';
import { whereWords } from './form-words.js';
import type { GrowthTask } from './growth-questions.js';
import { KeptAnswers } from './kept-answers.js';
import { ReceiptAsk } from './receipt-ask.js';

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
  static override readonly uses = [QuestionForm, ReceiptAsk];
  static override styles = [
    hostStyles,
    formStyles,
    formFooterStyles,
    css`
      .whole,
      .promise {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
        max-inline-size: 44rem;
      }
      .promise {
        padding: calc(5 * var(--_space));
        border-radius: var(--_radius);
        background: var(--_soft);
      }
      h4,
      dt {
        font-size: 1em;
        font-weight: 600;
      }
      dd {
        margin: 0;
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
    this.fire(new Event('guild-sent'));
    await this.updateComplete;
    this.renderRoot.querySelector('h4')?.focus();
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

  #readers({ readers }: GrowthTask): unknown {
    const names = this.formats.pieces(readers.map(({ name }) => html`<bdi>${name}</bdi>`));
    return fill(this.strings(reviewForm).growthReaders, { names: html`${names}` });
  }

  #promise(task: GrowthTask): TemplateResult {
    const strings = this.strings(reviewForm);
    return html`<section class="promise" aria-labelledby="promise">
      <h4 part="header" id="promise" tabindex="-1">${strings.promise}</h4>
      <dl>
        <dt>${strings.keepings[task.mode]}</dt>
        <dd>${strings.keepingWords[task.mode]} ${strings.styleWords}</dd>
        <dt>${strings.kTitle(task.k)}</dt>
        <dd>${strings.growthK(task.k)}</dd>
        <dt>${strings.readersTitle}</dt>
        <dd>${this.#readers(task)}</dd>
      </dl>
    </section>`;
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
      <div class="actions">${this.#closing(strings.growthLater)}</div>`;
  }

  #thanks({ answerBy }: GrowthTask): TemplateResult {
    const strings = this.strings(reviewForm);
    const { receipt, lasting } = this.#kept;
    return html`<h4 part="header" tabindex="-1">${strings.growthSent}</h4>
      <p part="text">${strings.sentThanks} ${strings.sentWords(dayWords(answerBy, this.locale))}</p>
      ${
        receipt
          ? html`<div class="field">
              <label for="receipt">${strings.receipt}</label>
              <input class="input" id="receipt" dir="ltr" readonly .value=${receipt} />
              <p class="help">${lasting ? strings.receiptWords : strings.receiptMemory}</p>
            </div>`
          : nothing
      }
      <div class="actions">
        <button class="button" part="button" @click=${this.#change}>${strings.growthChange}</button>
        ${this.#closing(strings.growthClose)}
      </div>`;
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

import type { Answers, Client, ReviewForm as Form } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { asFailure } from '../internal/failure.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { newReceipt } from '../internal/sealed-drafts.js';
import { dayWords } from '../mentoring/days.js';
import { formStyles } from '../mentoring/form-parts.js';
import { errorState } from '../parts/states.js';
import type { AnswersChangedEvent } from '../questions/answers-changed-event.js';
import { formFooter, formFooterStyles } from '../questions/form-footer.js';
import { QuestionForm } from '../questions/question-form.js';
import { reviewForm } from '../strings/en/review-form.js';
import { readerNotes, refusedAnswers, sectionsOf, seersLine, whereWords } from './form-words.js';
import { KeptAnswers } from './kept-answers.js';
import { ReceiptAsk } from './receipt-ask.js';
import { ReviewSentEvent } from './review-events.js';
import { reviewFormStyles } from './review-form.styles.js';
import { ReviewPromise } from './review-promise.js';
import { ReviewSent } from './review-sent.js';
import { ReviewStart } from './review-start.js';

/**
 * @summary A review form to fill: what becomes of the answers, the questions, the draft, what was sent.
 * @event {ReviewSentEvent} guild-review-sent - The viewer has sent the form.
 * @event {ReviewDeclinedEvent} guild-review-declined - The viewer has declined it.
 * @csspart header - The title.
 * @csspart text - A text.
 * @csspart progress - How much is answered, and where it is kept.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class ReviewForm extends GuildElement {
  static override readonly tag = 'review-form';
  static override readonly uses = [QuestionForm, ReceiptAsk, ReviewPromise, ReviewSent, ReviewStart];
  static override styles = [hostStyles, formStyles, formFooterStyles, reviewFormStyles];

  readonly #kept = new KeptAnswers(this);
  readonly #form = new Query(this, {
    areas: ['reviews'],
    // A form that was declined is the viewer's no longer.
    args: () => (this.me && this.formId && !this.declined ? ([this.formId, this.me.id] as const) : undefined),
    keep: true,
    load: (client, args, signal) => this.#load(client, args, signal),
  });
  readonly #send = new Command(this, (client, form: Form, options) => this.#submit(client, form, options));

  /** The viewer changes what was sent. */
  @state() private changing = false;
  @state() private declined = false;
  /** The server does not know the receipt that this browser has, or it has none. */
  @state() private locked = false;
  @state() private takenBack = false;

  /** The id of the form. */
  @property({ attribute: 'form-id' }) formId = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('formId')) return;
    this.changing = this.declined = this.locked = this.takenBack = false;
  }

  /** Goes to the first question, or to the title where there is none. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const questions = this.renderRoot.querySelector<QuestionForm>('guild-question-form');
    if (questions) await questions.focus();
    else this.renderRoot.querySelector('h2')?.focus();
  }

  async #load(client: Client, [id, viewerId]: readonly [string, string], signal: AbortSignal): Promise<Form> {
    const form = await client.reviews.form({ id }, { signal });
    // What somebody writes while the form is read again stays as it is.
    if (this.#kept.formId === form.id) this.#kept.follow(form);
    else await this.#kept.open(form, viewerId);
    if (form.keeping === 'sealed' && form.state === 'answered') await this.#readSealed(client, form);
    return form;
  }

  /** Sealed answers are found by their receipt alone. */
  async #readSealed(client: Client, { id }: Form): Promise<void> {
    const { receipt } = this.#kept;
    try {
      if (receipt) this.#kept.show((await client.reviews.ownAnswer({ id, receipt })).answers);
      this.locked = !receipt;
    } catch (error) {
      if (asFailure(error).reason !== 'answer.receiptMissing') throw error;
      await this.#kept.keepReceipt(undefined);
      this.locked = true;
    }
  }

  async #submit(client: Client, form: Form, options: Parameters<Client['reviews']['submit']>[1]) {
    const { id, keeping } = form;
    const answers = this.#kept.answers;
    if (keeping === 'attributed') return client.reviews.submit({ id, answers }, options);
    if (keeping === 'confidential') return client.reviews.answer({ id, answers }, options);
    const receipt = this.#kept.receipt ?? newReceipt();
    await this.#kept.keepReceipt(receipt);
    return client.reviews.answer({ id, answers, receipt }, options);
  }

  async #begun(): Promise<void> {
    await this.#form.reload();
    await this.focus();
  }

  #edit({ answers }: AnswersChangedEvent): void {
    this.takenBack = false;
    if (this.#send.error) this.#send.reset();
    void this.#kept.edit(answers);
  }

  async #finish(form: Form): Promise<void> {
    const questions = this.renderRoot.querySelector<QuestionForm>('guild-question-form');
    if (!questions || !(await questions.check())) return;
    if (!(await this.#send.run(form))) {
      if (this.#send.error?.reason === 'answer.receiptMissing') this.locked = true;
      return;
    }
    await this.#kept.sent();
    this.changing = false;
    await this.#form.reload();
    this.fire(new ReviewSentEvent(form.id));
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-review-sent')?.focus();
  }

  async #change(): Promise<void> {
    this.changing = true;
    await this.focus();
  }

  async #afterTakeBack(answers: Answers): Promise<void> {
    this.changing = false;
    await this.#form.reload();
    await this.#kept.keepReceipt(undefined);
    if (Object.keys(answers).length) await this.#kept.edit(answers);
    this.takenBack = true;
    this.announce(this.strings(reviewForm).takenBack);
    await this.focus();
  }

  async #unlock({ currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof ReceiptAsk)) return;
    await this.#kept.keepReceipt(currentTarget.value);
    await this.#form.reload();
    await this.updateComplete;
    if (this.locked) currentTarget.refused = true;
    else await this.renderRoot.querySelector('guild-review-sent')?.focus();
  }

  /** It was told to the page already: it comes from within. */
  #decline(): void {
    this.declined = true;
    this.announce(this.strings(reviewForm).declined);
  }

  #draftWords({ keeping }: Form): string {
    const { draftMemory, draftSealed, draftServer } = this.strings(reviewForm);
    if (keeping !== 'sealed') return draftServer;
    return this.#kept.lasting ? draftSealed : draftMemory;
  }

  #questions(form: Form): TemplateResult {
    const strings = this.strings(reviewForm);
    const { error } = this.#send;
    const state = form.reopened
      ? strings.reopened
      : form.state === 'answered' && this.#kept.unsent
        ? strings.unsent
        : '';
    return html`<p class=${this.#kept.lasting ? 'quiet' : 'warning'} part="text">${this.#draftWords(form)}</p>
      ${state ? html`<p part="text">${state}</p>` : nothing}
      ${this.takenBack ? html`<p part="text">${strings.takenBack}</p>` : nothing}
      <guild-question-form
        exportparts="header, list, item"
        .questions=${form.questions.map(({ question }) => question)}
        .answers=${this.#kept.answers}
        .sections=${sectionsOf(form)}
        .notes=${readerNotes(form, this.locale)}
        .refused=${refusedAnswers(form, error, this.locale)}
        .anonymous=${form.keeping !== 'attributed'}
        @guild-answers-changed=${this.#edit}
      ></guild-question-form>
      ${formFooter({
        locale: this.locale,
        questions: form.questions.map(({ question }) => question),
        answers: this.#kept.answers,
        where: whereWords(this.#kept.where, this.locale),
        seers: seersLine(form, this.me?.id, this.locale),
        error: error ? errorText(error, this.locale) : '',
        pending: this.#send.pending,
        label: form.state === 'answered' || form.reopened ? strings.sendAgain : strings.send,
        send: () => void this.#finish(form),
      })}`;
  }

  #inside(form: Form): unknown {
    const strings = this.strings(reviewForm);
    if (this.declined) return html`<p part="text">${strings.declined}</p>`;
    if (form.state === 'over') {
      return html`<h3 part="header">${strings.overTitle}</h3>
        <p part="text">${strings.over}</p>`;
    }
    const promise = html`<guild-review-promise .form=${form}></guild-review-promise>`;
    if (form.state === 'upcoming' || form.may.start) {
      return html`${promise}
        <guild-review-start
          exportparts="text, actions, button, error"
          .form=${form}
          @guild-begun=${this.#begun}
          @guild-review-declined=${this.#decline}
        ></guild-review-start>`;
    }
    if (form.state !== 'answered') return html`${promise} ${this.#questions(form)}`;
    if (this.locked) {
      return html`<guild-receipt-ask @guild-receipt=${this.#unlock}></guild-receipt-ask>`;
    }
    if (this.changing) return html`${promise} ${this.#questions(form)}`;
    return html`<guild-review-sent
      .form=${form}
      .receipt=${this.#kept.receipt ?? ''}
      .lasting=${this.#kept.lasting}
      @guild-edit=${this.#change}
      @guild-taken-back=${() => this.#afterTakeBack(this.#kept.answers)}
    ></guild-review-sent>`;
  }

  #view(form: Form): TemplateResult {
    const { formTitle, dueOn } = this.strings(reviewForm);
    const title = fill(formTitle[form.direction], { name: html`<bdi>${form.about.name}</bdi>` });
    return html`<article class="whole">
      <header>
        <h2 class="title" part="header" tabindex="-1">${title}</h2>
        <p class="quiet"><bdi>${form.cycle.name}</bdi> · ${dueOn(dayWords(form.dueOn, this.locale))}</p>
        <p class="purpose" part="text"><bdi>${form.purpose}</bdi></p>
      </header>
      ${this.#inside(form)}
    </article>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#form.render({ data: (form) => this.#view(form) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-form': ReviewForm;
  }
}

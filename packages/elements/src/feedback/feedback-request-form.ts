import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { chipChoice, formStyles, lineField, note, seers, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { feedback } from '../strings/en/feedback.js';
import { FeedbackRequestedEvent } from './events.js';
import type { FeedbackRequest } from './feedback-data.js';

const DAY_MS = 86_400_000;
/** For how many days one asks when one says nothing. */
const DAYS = 10;
const MOST_REVIEWERS = 10;
const QUESTION_MAX = 1000;

interface RequestWriting {
  /** Whom it is about: `me`, or a `report`, who is `subject` then. */
  about: string;
  subject: readonly Picked[];
  reviewers: readonly Picked[];
  question: string;
  dueOn: string;
}
type Place = keyof RequestWriting | 'send';
type RequestInput = Parameters<Client['feedback']['request']>[0];

/**
 * @summary Asks colleagues for feedback about oneself, or about somebody who reports to the viewer: one question, until
 * a day. Keeps what is written.
 * @event {FeedbackRequestedEvent} guild-feedback-requested - The viewer has asked; `request` says what.
 * @csspart field - A field with its label.
 * @csspart text - Who will read the answers.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class FeedbackRequestForm extends GuildElement {
  static override readonly tag = 'guild-feedback-request-form';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<RequestWriting>(this, {
    name: () => 'feedback request',
    blank: () => ({ about: 'me', subject: [], reviewers: [], question: '', dueOn: dayIn(DAYS) }),
  });
  readonly #send = new Command(this, (client, input: RequestInput, options) =>
    client.feedback.request(input, options),
  );

  @state() private problems: Partial<Record<Place, string>> = {};
  @state() private sent: FeedbackRequest | undefined;

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'reviewers'] = Object.keys(this.problems);
    const field = this.renderRoot.querySelector<HTMLElement>(this.sent ? '.button' : `#${wrong}`);
    if (field instanceof GuildElement) await field.updateComplete;
    field?.focus();
  }

  readonly #refuse = ({ id }: Picked) =>
    id === this.me?.id
      ? this.strings(feedback).notYourself
      : id === this.#subject?.id
        ? this.strings(feedback).notSubject
        : undefined;

  readonly #refuseSubject = ({ id }: Picked) =>
    id === this.me?.id
      ? this.strings(feedback).notYourself
      : this.#form.value.subject.length > 0
        ? this.strings(feedback).onlyOne
        : undefined;

  /** Whom it is about when that is not the viewer. */
  get #subject(): Picked | undefined {
    const { about, subject } = this.#form.value;
    return about === 'report' ? subject[0] : undefined;
  }

  #input(event: Event): void {
    this.problems = {};
    this.#form.input(event);
  }

  #choose({ currentTarget }: Event): void {
    if (!(currentTarget instanceof PersonPicker)) return;
    this.problems = {};
    this.#form.edit({ [currentTarget.id === 'subject' ? 'subject' : 'reviewers']: currentTarget.value });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void this.#ask();
  }

  #missing({ about, subject, reviewers, question }: RequestWriting): Partial<Record<Place, string>> {
    const strings = this.strings(feedback);
    return {
      ...(about === 'report' && subject.length === 0 && { subject: strings.needSubject }),
      ...(reviewers.length === 0 && { reviewers: strings.needReviewers }),
      ...(reviewers.length > MOST_REVIEWERS && { reviewers: strings.tooManyReviewers }),
      ...(!question.trim() && { question: strings.needWords }),
      ...([...question].length > QUESTION_MAX && { question: strings.tooLong }),
    };
  }

  async #ask(): Promise<void> {
    const writing = this.#form.value;
    this.problems = this.#missing(writing);
    if (!Object.keys(this.problems).length) {
      const { reviewers, question, dueOn } = writing;
      const subject = this.#subject?.id;
      const asked = await this.#send.run({
        ...(subject !== undefined && { subject }),
        ...{ reviewers: reviewers.map(({ id }) => id), question, dueOn },
      });
      if (asked) {
        this.#form.drop();
        this.sent = asked;
        this.fire(new FeedbackRequestedEvent(asked));
      }
      const { error } = this.#send;
      if (error) this.problems = { [placeOf(error)]: errorText(error, this.locale) };
    }
    await this.focus();
  }

  async #again(): Promise<void> {
    this.sent = undefined;
    await this.focus();
  }

  #done({ reviewers = [], subject }: FeedbackRequest): TemplateResult {
    const { requestSent, requestSentHelp, requestSentAbout, another } = this.strings(feedback);
    const isOwn = subject.id === this.me?.id;
    const help = isOwn ? requestSentHelp : fill(requestSentAbout, { name: html`<bdi>${subject.name}</bdi>` });
    return html`<div class="form">
      <p role="status">${requestSent(reviewers.length)} <span class="quiet">${help}</span></p>
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${this.#again}>${another}</button>
      </div>
    </div>`;
  }

  #about({ about, subject }: RequestWriting): TemplateResult {
    const strings = this.strings(feedback);
    const choices = [
      ['me', strings.aboutMe],
      ['report', strings.aboutReport],
    ] as const;
    return html`${chipChoice('about', strings.about, choices, about)}
    ${
      about === 'report'
        ? html`<guild-person-picker
            id="subject"
            people-only
            .label=${strings.subject}
            .help=${strings.subjectHelp}
            .value=${subject}
            .refuse=${this.#refuseSubject}
            .error=${this.problems.subject ?? ''}
            @guild-change=${this.#choose}
          ></guild-person-picker>`
        : nothing
    }`;
  }

  /** Who will read the answers: whom it is about. */
  #reads({ about }: RequestWriting): TemplateResult {
    const { requestReads, subjectReads, theyRead } = this.strings(feedback);
    if (about === 'me') return seers(true, requestReads);
    const name = this.#subject?.name;
    return seers(
      false,
      name === undefined ? theyRead : fill(subjectReads, { name: html`<bdi>${name}</bdi>` }),
    );
  }

  protected override view(): TemplateResult {
    if (this.sent) return this.#done(this.sent);
    const strings = this.strings(feedback);
    const writing = this.#form.value;
    const { reviewers, question, dueOn } = writing;
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.askFor}
      @input=${this.#input}
      @keydown=${this.#key}
    >
      ${this.#about(writing)}
      <guild-person-picker
        id="reviewers"
        people-only
        .label=${strings.reviewers}
        .help=${strings.reviewersHelp}
        .value=${reviewers}
        .refuse=${this.#refuse}
        .error=${this.problems.reviewers ?? ''}
        @guild-change=${this.#choose}
      ></guild-person-picker>
      ${textField({
        name: 'question',
        label: strings.question,
        value: question,
        help: strings.questionHelp,
        problem: this.problems.question,
      })}
      <div class="beside">
        ${lineField({
          name: 'dueOn',
          type: 'date',
          label: strings.dueOn,
          value: dueOn,
          min: dayIn(0),
          problem: this.problems.dueOn,
        })}
      </div>
      ${note('send', this.problems.send)} ${this.#reads(writing)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="send"
          aria-disabled=${this.#send.pending ? 'true' : nothing}
          @click=${this.#ask}
        >
          ${strings.sendRequest}
        </button>
      </div>
    </div>`;
  }
}

/** The day in so many days, by the clock of the page. */
function dayIn(days: number): string {
  const day = new Date(Date.now() + days * DAY_MS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function placeOf({ reason, fields = [] }: Failure): Place {
  const path = fields[0]?.path ?? '';
  if (path === 'question' || path === 'dueOn' || path === 'subject') return path;
  if (reason === 'feedback.notManager') return 'subject';
  const isPeople = path.startsWith('reviewers') || reason.startsWith('person.');
  return isPeople ? 'reviewers' : 'send';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-request-form': FeedbackRequestForm;
  }
}

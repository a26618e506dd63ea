import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import { formStyles, lineField, note } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { RequestChangedEvent } from './request-events.js';
import type { MentorshipRequest } from './requests.js';

/** The longest reason, in code points. */
const REASON_MAX = 1000;

type Answer = Parameters<Client['mentoring']['respond']>[0];

/**
 * @summary Answers a request: yes, or no with a short reason; and in the same breath the door may be closed.
 * @event {RequestChangedEvent} guild-request-changed - It is answered; `request` says how.
 * @event guild-close - It stays as it is.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class RequestAnswer extends GuildElement {
  static override readonly tag = 'guild-request-answer';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm(this, {
    name: () => this.request && `answer ${this.request.id}`,
    blank: () => ({ reason: '', closeDoor: false }),
  });
  readonly #send = new Command(this, (client, input: Answer, options) =>
    client.mentoring.respond(input, options),
  );

  @state() private problem = '';

  /** What is answered. */
  @property({ attribute: false }) request: MentorshipRequest | undefined;
  /** The answer is yes. */
  @property({ type: Boolean }) accept = false;
  /** How many other requests wait for the viewer. */
  @property({ type: Number }) others = 0;

  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  #input(event: Event): void {
    this.problem = '';
    this.#form.input(event);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // What is around may be a dialog, which stays.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { request } = this;
    if (!request) return;
    const { reason, closeDoor } = this.#form.value;
    const text = reason.trim();
    this.problem = [...text].length > REASON_MAX ? this.strings(finder).tooLong : '';
    if (this.problem) return this.focus();
    const answered = await this.#send.run({
      id: request.id,
      accept: this.accept,
      ...(text && { answer: text }),
      close: closeDoor,
    });
    if (!answered) return;
    this.#form.drop();
    this.fire(new RequestChangedEvent(answered));
  }

  #why(failure: Failure): string {
    // The usual sentence is for who asks.
    if (failure.reason === 'mentor.full') return this.strings(finder).noPlaceLeft;
    return errorText(failure, this.locale);
  }

  #words({ mentee }: MentorshipRequest): TemplateResult {
    const { acceptWords, answerHelp, declineReason } = this.strings(finder);
    return lineField({
      name: 'reason',
      label: `${this.accept ? acceptWords : declineReason} (${this.strings(common).optional})`,
      value: this.#form.value.reason,
      help: html`${fill(answerHelp, { name: html`<bdi>${mentee.name}</bdi>` })}`,
      problem: this.problem || undefined,
    });
  }

  protected override view(): TemplateResult | typeof nothing {
    const { request, accept, others } = this;
    if (!request) return nothing;
    const strings = this.strings(finder);
    const { error, pending } = this.#send;
    return html`<form class="form" @submit=${this.#submit} @input=${this.#input} @keydown=${this.#key}>
      ${accept ? html`<p>${strings.acceptHelp}</p>` : nothing} ${this.#words(request)}
      <div>
        <label class="tick">
          <input
            type="checkbox"
            name="closeDoor"
            aria-describedby="door"
            .checked=${this.#form.value.closeDoor}
          />${strings.closeDoor}
        </label>
        <p class="help" id="door">
          ${strings.closeDoorHelp} ${others ? strings.closeDoorOthers(others) : nothing}
        </p>
      </div>
      ${note('send', error && this.#why(error))}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${pending ? 'true' : nothing}>
          ${accept ? strings.acceptSend : strings.declineSend}
        </button>
        <button class="button quiet" part="button" type="button" @click=${this.#close}>
          ${this.strings(common).cancel}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-request-answer': RequestAnswer;
  }
}

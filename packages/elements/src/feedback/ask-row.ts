import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine } from '../mentoring/form-parts.js';
import { lateElement } from '../parts/late-element.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { feedback } from '../strings/en/feedback.js';
import { dayWords, type FeedbackRequest } from './feedback-data.js';
import type { FeedbackForm } from './feedback-form.js';
import { inboxRowStyles } from './inbox.styles.js';
import { ShortWords, type WordsEvent } from './short-words.js';

/**
 * @summary One request for feedback: to be answered by the viewer, or what has become of one that the viewer made.
 * @event guild-change - The viewer has declined it or taken it back, or is done with answering.
 * @csspart name - Who asks.
 * @csspart text - What is asked.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class AskRow extends GuildElement {
  static override readonly tag = 'guild-feedback-ask';
  static override readonly uses = [PersonAvatar, ShortWords];
  static override styles = [hostStyles, inboxRowStyles];

  readonly #decline = new Command(this, (client, input: { id: string; why?: string }, options) =>
    client.feedback.declineRequest(input, options),
  );
  readonly #withdraw = new Command(this, (client, id: string, options) =>
    client.feedback.withdrawRequest({ id }, options),
  );
  readonly #form = lateElement(
    this,
    () => this.doing === 'answer',
    async () => (await import('./feedback-form.js')).FeedbackForm,
  );

  @state() private doing: 'answer' | 'decline' | undefined;

  /** What it shows. */
  @property({ attribute: false }) request: FeedbackRequest | undefined;

  /** Whether the viewer is writing an answer here: then the row must stay. */
  get busy(): boolean {
    return this.doing !== undefined;
  }

  /** Goes to the sentence that says who asks. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.who')?.focus(options);
  }

  async #begin(doing: 'answer' | 'decline'): Promise<void> {
    this.doing = doing;
    await this.updateComplete;
    if (doing === 'answer') {
      await this.#form.reload();
      await this.updateComplete;
    }
    await this.renderRoot
      .querySelector<FeedbackForm | ShortWords>('guild-feedback-form, guild-short-words')
      ?.focus();
  }

  async #end(): Promise<void> {
    const { doing } = this;
    this.doing = undefined;
    await this.updateComplete;
    const back = this.renderRoot.querySelector<HTMLElement>(`#${doing}`);
    if (back) back.focus();
    else this.focus();
    if (doing === 'answer') this.fire(new Event('guild-change'));
  }

  async #sayNo({ words }: WordsEvent): Promise<void> {
    const { request } = this;
    if (!request || !(await this.#decline.run({ id: request.id, ...(words && { why: words }) }))) return;
    this.renderRoot.querySelector('guild-short-words')?.drop();
    this.announce(this.strings(feedback).declined);
    this.doing = undefined;
    this.fire(new Event('guild-change'));
  }

  async #takeBack(): Promise<void> {
    const done = this.request && (await this.#withdraw.run(this.request.id));
    if (!done) return;
    this.request = done;
    this.announce(this.strings(feedback).requestWithdrawn);
    await this.updateComplete;
    this.focus();
    this.fire(new Event('guild-change'));
  }

  #who({ requester, subject, reviewers }: FeedbackRequest): unknown {
    const strings = this.strings(feedback);
    const name = html`<bdi>${requester.name}</bdi>`;
    const about = html`<bdi>${subject.name}</bdi>`;
    if (reviewers) return fill(strings.askedAbout, { subject: about });
    return requester.id === subject.id
      ? fill(strings.asksYou, { name })
      : fill(strings.asksAbout, { name, subject: about });
  }

  #people({ reviewers, subject }: FeedbackRequest): TemplateResult | typeof nothing {
    if (!reviewers) return nothing;
    const strings = this.strings(feedback);
    const states = {
      open: strings.stateOpen,
      answered: strings.stateAnswered,
      declined: strings.stateDeclined,
      expired: strings.stateExpired,
      withdrawn: strings.stateWithdrawn,
    };
    const names = reviewers.map(
      ({ person, state, why }) =>
        html`<li>
          <bdi>${person.name}</bdi>${state ? html` · ${states[state]}` : nothing}${
            why ? html`: <bdi>${why}</bdi>` : nothing
          }
        </li>`,
    );
    return html`<ul class="people" role="list">
        ${names}
      </ul>
      ${subject.id === this.me?.id ? nothing : html`<p class="people">${strings.whoAnswered}</p>`}`;
  }

  #actions({ may }: FeedbackRequest): TemplateResult | typeof nothing {
    const strings = this.strings(feedback);
    const button = (id: string, text: string, act: () => void, look = '') =>
      html`<button class="button ${look}" part="button" id=${id} @click=${act}>${text}</button>`;
    const buttons = [
      may.answer && button('answer', strings.answer, () => this.#begin('answer'), 'yes'),
      may.decline && button('decline', strings.decline, () => this.#begin('decline')),
      may.withdraw && button('withdraw', strings.withdrawRequest, () => this.#takeBack(), 'quiet'),
    ].filter(Boolean);
    return buttons.length ? html`<div class="actions" part="actions">${buttons}</div>` : nothing;
  }

  #writing(request: FeedbackRequest): unknown {
    const strings = this.strings(feedback);
    if (this.doing === 'answer') {
      return this.#form.render({
        data: () =>
          html`<guild-feedback-form .request=${request} @guild-close=${this.#end}></guild-feedback-form>`,
      });
    }
    const name = html`<bdi>${request.requester.name}</bdi>`;
    return html`<guild-short-words
      class="form"
      keep=${`decline ${request.id}`}
      .label=${strings.declineWhy}
      .help=${html`${fill(strings.declineHelp, { name })}`}
      .action=${strings.declineSend}
      .pending=${this.#decline.pending}
      .failure=${this.#decline.error}
      @guild-send=${this.#sayNo}
      @guild-close=${this.#end}
    ></guild-short-words>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { request } = this;
    if (!request) return nothing;
    const strings = this.strings(feedback);
    return html`<div class="row">
      <guild-avatar .person=${request.reviewers ? request.subject : request.requester}></guild-avatar>
      <div>
        <p class="who" part="name" tabindex="-1"><bdi>${this.#who(request)}</bdi></p>
        <p class="quiet small">${fill(strings.until, { day: dayWords(request.dueOn, this.locale) })}</p>
        <p class="asked" part="text" dir="auto">${request.question}</p>
        ${this.#people(request)} ${this.doing ? this.#writing(request) : this.#actions(request)}
        ${failureLine(this.#withdraw.error, this.locale)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-ask': AskRow;
  }
}

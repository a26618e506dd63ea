import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { between } from '../people/between.js';
import { finder } from '../strings/en/finder.js';
import { MentorshipOpenEvent } from './events.js';
import { note } from './form-parts.js';
import { NextMentor } from './next-mentor.js';
import { RequestAnswer } from './request-answer.js';
import { RequestChangedEvent } from './request-events.js';
import { requestRowStyles } from './request-row.styles.js';
import { asksForNext, type MentorshipRequest, type Side } from './requests.js';
import { untilWords } from './until-words.js';

/**
 * @summary One request: who asks whom for what, how it stands, and what the viewer may do about it.
 * @event {RequestChangedEvent} guild-request-changed - The viewer has changed it.
 * @event {MentorshipOpenEvent} guild-mentorship-open - The viewer wants to see the mentorship that has come of it.
 * @csspart avatar - The picture of the other person.
 * @csspart name - Who asks whom.
 * @csspart text - What is asked.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class RequestRow extends GuildElement {
  static override readonly tag = 'guild-request';
  static override readonly uses = [NextMentor, PersonAvatar, RelativeTime, RequestAnswer];
  static override styles = [hostStyles, requestRowStyles];

  readonly #withdraw = new Command(this, (client, id: string, options) =>
    client.mentoring.withdrawRequest({ id }, options),
  );
  readonly #extend = new Command(this, (client, id: string, options) =>
    client.mentoring.extendRequest({ id }, options),
  );

  @state() private answering: 'accept' | 'decline' | undefined;

  /** What it shows. */
  @property({ attribute: false }) request: MentorshipRequest | undefined;
  /** From which side it is looked at. */
  @property({ attribute: false }) side: Side = 'sent';
  /** How many other requests wait for the viewer. */
  @property({ attribute: false }) others = 0;
  /** Only whom, what for, until when, and the way to take it back. */
  @property({ type: Boolean }) brief = false;

  /** Goes to the sentence that says who asks whom. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.who')?.focus(options);
  }

  async #answer(how: 'accept' | 'decline'): Promise<void> {
    this.answering = how;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-request-answer')?.focus();
  }

  async #cancel(): Promise<void> {
    const { answering } = this;
    this.answering = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${answering}`)?.focus();
  }

  #answered({ request }: RequestChangedEvent): void {
    this.answering = undefined;
    this.request = request;
  }

  async #run(command: Command<string, MentorshipRequest>): Promise<void> {
    const { request } = this;
    const changed = request && (await command.run(request.id));
    if (!changed) return;
    this.request = changed;
    this.fire(new RequestChangedEvent(changed));
  }

  #state({ state, expiresAt, extended, answeredAt }: MentorshipRequest): TemplateResult {
    const strings = this.strings(finder);
    if (state === 'pending') {
      const parts = [html`<b>${untilWords(expiresAt, strings, this.locale)}</b>`];
      if (extended) parts.push(html`${strings.extendedTimes(extended)}`);
      return html`${between(parts, '\u00a0· ')}`;
    }
    const said = {
      accepted: strings.stateAccepted,
      declined: strings.stateDeclined,
      withdrawn: strings.stateWithdrawn,
      expired: strings.stateExpired,
      closedByCapacity: strings.stateClosed,
    }[state];
    const when = state === 'expired' ? expiresAt : answeredAt;
    return html`<b>${said}</b>${
        when ? html` · <guild-relative-time datetime=${when}></guild-relative-time>` : nothing
      }`;
  }

  #actions({ may, mentorshipId }: MentorshipRequest): TemplateResult | typeof nothing {
    const strings = this.strings(finder);
    const button = (
      className: string,
      text: string,
      act: () => void,
      id: string | typeof nothing = nothing,
    ) => html`<button class="button ${className}" part="button" id=${id} @click=${act}>${text}</button>`;
    const buttons = [
      may.respond && button('yes', strings.accept, () => this.#answer('accept'), 'accept'),
      may.respond && button('', strings.decline, () => this.#answer('decline'), 'decline'),
      may.withdraw && button('', strings.withdraw, () => this.#run(this.#withdraw)),
      may.extend && !this.brief && button('quiet', strings.extend, () => this.#run(this.#extend)),
      mentorshipId &&
        button('', strings.openMentorship, () => this.fire(new MentorshipOpenEvent(mentorshipId))),
    ].filter(Boolean);
    return buttons.length ? html`<div class="actions" part="actions">${buttons}</div>` : nothing;
  }

  #about({ kind, skill, oneOff, at }: MentorshipRequest): TemplateResult {
    const strings = this.strings(finder);
    const name = strings.kinds[kind];
    const what = skill
      ? fill(strings.aboutSkill, { kind: name, skill: html`<bdi>${skill.name}</bdi>` })
      : name;
    const parts = [
      html`${what}`,
      ...(oneOff ? [html`${strings.once}`] : []),
      html`<guild-relative-time datetime=${at}></guild-relative-time>`,
    ];
    return html`${between(parts, '\u00a0· ')}`;
  }

  #after(request: MentorshipRequest): unknown {
    if (this.answering) {
      return html`<guild-request-answer
        .request=${request}
        .accept=${this.answering === 'accept'}
        .others=${this.others}
        @guild-request-changed=${this.#answered}
        @guild-close=${this.#cancel}
      ></guild-request-answer>`;
    }
    const error = this.#withdraw.error ?? this.#extend.error;
    const isNext = this.side === 'sent' && asksForNext(request);
    return html`${this.#actions(request)} ${note('failed', error && errorText(error, this.locale))}
    ${
      isNext
        ? html`<guild-next-mentor .requestId=${request.id} .skill=${request.skill?.id}></guild-next-mentor>`
        : nothing
    }`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { request, side } = this;
    if (!request) return nothing;
    const strings = this.strings(finder);
    const other = side === 'sent' ? request.mentor : request.mentee;
    const sentence = side === 'sent' ? strings.youAsked : strings.asksYou;
    return html`<div class="row ${request.state === 'pending' ? '' : 'ended'} ${this.brief ? 'brief' : ''}">
      <guild-avatar part="avatar" .person=${other}></guild-avatar>
      <div>
        <p class="who" part="name" tabindex="-1">
          <bdi>${fill(sentence, { name: html`<bdi>${other.name}</bdi>` })}</bdi>
        </p>
        <p class="quiet small"><bdi>${this.#about(request)}</bdi></p>
        ${this.brief ? nothing : html`<p class="ask" part="text" dir="auto">${request.ask}</p>`}
        <p class="state small"><bdi>${this.#state(request)}</bdi></p>
        ${request.answer ? html`<p class="answer" dir="auto">${request.answer}</p>` : nothing}
        ${this.#after(request)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-request': RequestRow;
  }
}

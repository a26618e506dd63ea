import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Client } from '@guildhall/core';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import type { Choice, ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { findSkills } from '../people/find-skills.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import type { Kind, Mentor } from './find-mentors.js';
import { chipChoice, formStyles, note, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { RequestSentEvent } from './request-events.js';
import { requestFormStyles } from './request-form.styles.js';
import { RequestList } from './request-list.js';
import {
  ASK_MAX,
  blankRequest,
  requestInput,
  requestPlace,
  type Place,
  type RequestInput,
  type RequestWriting,
} from './request-writing.js';
import { openRequests, type MentorshipRequest } from './requests.js';
import { untilWords } from './until-words.js';

/** From here on the form says how much may still be written. */
const COUNTED = 200;

/**
 * @summary Asks a mentor: about what, for what, once or in a row. Keeps what is written.
 * @event {RequestSentEvent} guild-request-sent - The viewer has asked; `request` says what.
 * @event guild-close - It is done.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart text - Who will see it.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class RequestForm extends GuildElement {
  static override readonly tag = 'guild-request-form';
  static override readonly uses = [ChoiceField, RequestList];
  static override styles = [hostStyles, formStyles, requestFormStyles];

  readonly #open = new Query(this, {
    areas: ['mentoring'],
    args: () => this.me && ([this.me.id] as const),
    keep: true,
    load: (client, _args, signal) => openRequests(client, signal),
  });
  readonly #form = new KeptForm<RequestWriting>(this, {
    name: () => this.mentor && `request ${this.mentor.person.id}`,
    blank: () => blankRequest(this.mentor, this),
  });
  readonly #send = new Command(this, (client, input: RequestInput, options) =>
    client.mentoring.request(input, options),
  );

  @state() private problems: Partial<Record<Place, string>> = {};
  @state() private sent: MentorshipRequest | undefined;

  /** Whom to ask. */
  @property({ attribute: false }) mentor: Mentor | undefined;
  /** The id of the skill that it begins with. */
  @property({ attribute: false }) skill: string | undefined;
  /** The kind that it begins with, where the mentor offers it. */
  @property({ attribute: false }) kind: Kind | undefined;
  /** It begins as a single conversation. */
  @property({ attribute: false }) oneOff = false;

  /** Goes to what is wrong, else to what is asked. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'ask'] = Object.keys(this.problems);
    this.renderRoot.querySelector<HTMLElement>(this.sent ? '.button' : `#${wrong}`)?.focus();
  }

  /** What the mentor knows comes first; anything else can be found. */
  readonly #skills = async (
    client: Client,
    text: string,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> => {
    const own = this.mentor?.skills.map(({ skill }) => skill) ?? [];
    return text || !own.length ? findSkills(client, text, signal) : own;
  };

  #input(event: Event): void {
    this.problems = {};
    this.#form.input(event);
  }

  #chooseSkill({ choice }: ChoiceEvent): void {
    this.problems = {};
    this.#form.edit({ skillId: choice?.id ?? '', skillName: choice?.name ?? '' });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { mentor } = this;
    if (!mentor) return;
    const writing = this.#form.value;
    const { needAsk, tooLong } = this.strings(finder);
    const problem = !writing.ask.trim() ? needAsk : [...writing.ask].length > ASK_MAX ? tooLong : '';
    this.problems = problem ? { ask: problem } : {};
    if (problem) return this.focus();
    const sent = await this.#send.run(requestInput(mentor, writing));
    if (sent) this.#succeed(sent);
    else this.#fail();
    await this.focus();
  }

  #succeed(sent: MentorshipRequest): void {
    this.#form.drop();
    this.sent = sent;
    this.fire(new RequestSentEvent(sent));
  }

  #fail(): void {
    const { error } = this.#send;
    if (!error) return;
    this.problems = { [requestPlace(error)]: errorText(error, this.locale) };
    void this.#open.reload();
  }

  async #makeRoom(): Promise<void> {
    await this.#open.reload();
    await this.focus();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  #about({ kinds, oneOff }: Mentor): TemplateResult {
    const strings = this.strings(finder);
    const { skillName, kind, how } = this.#form.value;
    const hows = [
      ['row', strings.askRow],
      ['once', strings.askOnce],
    ] as const;
    const choices = kinds.map((each) => [each, strings.kinds[each]] as const);
    return html`<guild-choice-field
        id="skill"
        .label=${`${strings.askSkill} (${this.strings(common).optional})`}
        .value=${skillName}
        .find=${this.#skills}
        .error=${this.problems.skill ?? ''}
        @guild-choose=${this.#chooseSkill}
      ></guild-choice-field>
      ${kinds.length > 1 ? chipChoice('kind', strings.askKind, choices, kind) : nothing}
      ${oneOff ? chipChoice('how', strings.askHow, hows, how) : nothing}`;
  }

  #foot({ person }: Mentor): TemplateResult {
    const strings = this.strings(finder);
    const { data } = this.#open;
    const isFull = data !== undefined && data.count >= data.limit;
    const name = html`<bdi>${person.name}</bdi>`;
    if (isFull) {
      return html`<div class="send">
        <p role="alert">${strings.limitTitle(data.count)} <span class="quiet">${strings.limitHelp}</span></p>
        <guild-request-list of="sent" open @guild-request-changed=${this.#makeRoom}></guild-request-list>
      </div>`;
    }
    const counted = data ? ` ${strings.askCount(data.count + 1, data.limit)}` : '';
    return html`<div class="send">
      ${note('send', this.problems.send)} ${seers(true, html`${fill(strings.askSeen, { name })}${counted}`)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="send"
          aria-disabled=${this.#send.pending ? 'true' : nothing}
          @click=${this.#ask}
        >
          ${strings.askSend}
        </button>
      </div>
    </div>`;
  }

  #fields(mentor: Mentor): TemplateResult {
    const { askHelp, askLabel } = this.strings(finder);
    const { ask } = this.#form.value;
    const left = ASK_MAX - [...ask].length;
    return html`${textField({
      name: 'ask',
      label: askLabel,
      value: ask,
      help: left < COUNTED ? this.strings(common).charactersLeft(left) : askHelp,
      problem: this.problems.ask,
    })}
    ${this.#about(mentor)} ${this.#foot(mentor)}`;
  }

  #done(request: MentorshipRequest): TemplateResult {
    const strings = this.strings(finder);
    const day = untilWords(request.expiresAt, strings, this.locale);
    return html`<p role="status">
        ${fill(strings.askSent, { name: html`<bdi>${request.mentor.name}</bdi>` })} ${day}.
        ${strings.askSentHelp}
      </p>
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${this.#close}>${strings.askDone}</button>
      </div>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { mentor } = this;
    if (!mentor) return nothing;
    const title = fill(this.strings(finder).askTitle, { name: html`<bdi>${mentor.person.name}</bdi>` });
    return html`<div
      class="form"
      role="form"
      aria-labelledby="title"
      @input=${this.#input}
      @keydown=${this.#key}
    >
      <h2 class="title" part="header" id="title">${title}</h2>
      ${this.sent ? this.#done(this.sent) : this.#fields(mentor)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-request-form': RequestForm;
  }
}

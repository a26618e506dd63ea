import type { Introduction, PersonRef } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { mailTo } from '../people/profile-facts.js';
import { finder } from '../strings/en/finder.js';
import { failureLine } from './form-parts.js';
import { IntroductionChangedEvent } from './introduction-events.js';
import { requestRowStyles } from './request-row.styles.js';

/**
 * @summary One introduction as one of its three people reads it, and what they may do about it.
 * @event {IntroductionChangedEvent} guild-introduction-changed - The viewer has answered it, or taken it back.
 * @csspart avatar - The picture of the person whom it is about.
 * @csspart name - Who introduces whom.
 * @csspart text - Why.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class IntroductionRow extends GuildElement {
  static override readonly tag = 'guild-introduction';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [hostStyles, requestRowStyles];

  readonly #answer = new Command(this, (client, input: { id: string; accept: boolean }, options) =>
    client.people.answerIntroduction(input, options),
  );
  readonly #withdraw = new Command(this, (client, id: string, options) =>
    client.people.withdrawIntroduction({ id }, options),
  );

  /** What it shows. */
  @property({ attribute: false }) introduction: Introduction | undefined;

  /** Goes to the sentence that says who introduces whom. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.who')?.focus(options);
  }

  async #take(changing: Promise<Introduction | undefined>): Promise<void> {
    const changed = await changing;
    if (!changed) return;
    this.introduction = changed;
    this.fire(new IntroductionChangedEvent(changed));
  }

  /** Whom the viewer meets, or for who introduces, whom she asks. */
  #other({ for: mentee, to }: Introduction): PersonRef {
    return this.me?.id === to.id ? mentee : to;
  }

  #sentence({ state, may, by, for: mentee, to }: Introduction): unknown[] {
    const strings = this.strings(finder);
    const isAmong = this.me?.id === mentee.id || this.me?.id === to.id;
    const other = this.me?.id === to.id ? mentee : to;
    const names = { by: bold(by), mentee: bold(mentee), third: bold(to), name: bold(other) };
    if (state === 'accepted')
      return fill(isAmong ? strings.introConnected : strings.introConnectedPair, names);
    return fill(may.answer || isAmong ? strings.introAsked : strings.introPair, names);
  }

  #state({ state, may, to, at, answeredAt }: Introduction): TemplateResult | typeof nothing {
    const strings = this.strings(finder);
    const name = html`<bdi>${to.name}</bdi>`;
    const isAsked = this.me?.id === to.id;
    const when = html`<guild-relative-time datetime=${answeredAt ?? at}></guild-relative-time>`;
    const said = {
      proposed: may.answer ? [] : fill(strings.introWaiting, { third: name }),
      accepted: isAsked ? [strings.introAcceptedYou] : fill(strings.introAccepted, { third: name }),
      declined: isAsked ? [strings.introDeclinedYou] : fill(strings.introDeclined, { third: name }),
      withdrawn: [strings.stateWithdrawn],
    }[state];
    return html`<p class="state small">
      <bdi>${said.length ? html`<b>${said}</b> · ` : nothing}${when}</bdi>
    </p>`;
  }

  #actions(introduction: Introduction): unknown {
    const { id, may, contact } = introduction;
    const strings = this.strings(finder);
    const { introConsent, introNo, introWrite, introYes, withdraw } = strings;
    if (may.answer) {
      const answer = (accept: boolean) => () => this.#take(this.#answer.run({ id, accept }));
      const mentee = html`<bdi>${introduction.for.name}</bdi>`;
      return html`<p class="quiet small consent"><bdi>${fill(introConsent, { mentee })}</bdi></p>
        <div class="actions" part="actions">
          <button class="button primary" part="button" @click=${answer(true)}>${introYes}</button>
          <button class="button" part="button" @click=${answer(false)}>${introNo}</button>
        </div>`;
    }
    if (may.withdraw) {
      return html`<div class="actions" part="actions">
        <button class="button" part="button" @click=${() => this.#take(this.#withdraw.run(id))}>
          ${withdraw}
        </button>
      </div>`;
    }
    if (!contact?.email) return nothing;
    const name = html`<bdi>${contact.person.name}</bdi>`;
    return html`<div class="actions" part="actions">
      <a class="button" part="button" href=${mailTo(contact.email)}>
        <bdi>${fill(introWrite, { name })}</bdi>
      </a>
      <bdi class="quiet small">${contact.email}</bdi>
    </div>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { introduction } = this;
    if (!introduction) return nothing;
    const { message, answer } = introduction;
    return html`<div class="row">
      <guild-avatar part="avatar" .person=${this.#other(introduction)}></guild-avatar>
      <div>
        <p class="who" part="name" tabindex="-1"><bdi>${this.#sentence(introduction)}</bdi></p>
        <p class="ask" part="text" dir="auto">${message}</p>
        ${this.#state(introduction)} ${answer ? html`<p class="answer" dir="auto">${answer}</p>` : nothing}
        ${this.#actions(introduction)} ${failureLine(this.#answer.error ?? this.#withdraw.error, this.locale)}
      </div>
    </div>`;
  }
}

function bold({ name }: PersonRef): TemplateResult {
  return html`<bdi>${name}</bdi>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-introduction': IntroductionRow;
  }
}

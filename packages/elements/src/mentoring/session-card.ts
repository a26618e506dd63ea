import type { Session } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles } from './form-parts.js';
import { SessionFile } from './session-file.js';
import { SessionSavedEvent } from './mentorship-events.js';
import { sessionStyles } from './session.styles.js';
import { timesFor, type InZone } from './session-times.js';

/**
 * @summary A session that is agreed: when it is for each of its people, what it is about, and what can be done with it.
 * @event guild-move - The viewer wants to move it.
 * @event guild-log - The viewer wants to write down how it went.
 * @event {SessionSavedEvent} guild-session-saved - It was canceled.
 * @csspart name - What it is about.
 * @csspart text - When and where it is, and its agenda.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class SessionCard extends GuildElement {
  static override readonly tag = 'guild-session-card';
  static override readonly uses = [SessionFile];
  static override styles = [
    hostStyles,
    formStyles,
    sessionStyles,
    css`
      :host {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      h4 {
        margin: 0;
        font-size: 1em;
        font-weight: 600;
      }
      :host([next]) {
        padding: calc(5 * var(--_space));
        border-radius: var(--_radius);
        background: var(--_soft);
      }
      :host([next]) h4 {
        font-size: 1.2em;
        line-height: 1.25;
      }
      .about {
        display: grid;
        gap: calc(1.5 * var(--_space));
      }
    `,
  ];

  readonly #cancel = new Command(this, (client, id: string, options) =>
    client.mentoring.cancelSession({ id }, options),
  );

  @state() private unsure = false;

  /** The session. */
  @property({ attribute: false }) session: Session | undefined;
  /** The viewer's time zone. */
  @property({ attribute: false }) ownZone = 'UTC';
  /** The others with their zones. */
  @property({ attribute: false }) others: readonly InZone[] = [];
  /** The one that the eye should go to. */
  @property({ type: Boolean, reflect: true }) next = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.button, guild-session-file')?.focus();
  }

  async #ask(unsure: boolean): Promise<void> {
    this.#cancel.reset();
    this.unsure = unsure;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(unsure ? '.sure .button' : '#cancel')?.focus();
  }

  async #drop(id: string): Promise<void> {
    const canceled = await this.#cancel.run(id);
    if (!canceled) return;
    this.unsure = false;
    this.fire(new SessionSavedEvent(canceled));
  }

  #sure({ id }: Session): TemplateResult {
    const strings = this.strings(english);
    return html`<div class="sure about" role="group" aria-label=${strings.cancelSession}>
      <p>${strings.cancelSure}</p>
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${() => this.#drop(id)}>${strings.cancelYes}</button>
        <button class="button quiet" part="button" @click=${() => this.#ask(false)}>
          ${strings.cancelNo}
        </button>
      </div>
      ${failureLine(this.#cancel.error, this.locale)}
    </div>`;
  }

  #actions(session: Session): TemplateResult {
    const strings = this.strings(english);
    const { move, cancel, log } = session.may;
    const tell = (type: string) => () => this.fire(new Event(type));
    return html`<div class="actions" part="actions">
      ${
        log
          ? html`<button class="button primary" part="button" @click=${tell('guild-log')}>
              ${strings.logLong}
            </button>`
          : nothing
      }
      ${log ? nothing : html`<guild-session-file .session=${session}></guild-session-file>`}
      ${
        move
          ? html`<button class="button quiet" part="button" id="move" @click=${tell('guild-move')}>
              ${strings.move}
            </button>`
          : nothing
      }
      ${
        cancel
          ? html`<button class="button quiet" part="button" id="cancel" @click=${() => this.#ask(true)}>
              ${strings.cancelSession}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override view(): unknown {
    const { session, ownZone, others } = this;
    if (!session) return nothing;
    const strings = this.strings(english);
    const { title, agenda, place, minutes, may } = session;
    const told = { start: new Date(session.start), minutes, ownZone, others };
    return html`<h4 part="name"><bdi>${title}</bdi></h4>
      <div class="about" part="text">
        ${timesFor(told, strings, this.locale)}
        ${place ? html`<p class="quiet"><bdi>${whereOf(place)}</bdi></p>` : nothing}
        ${agenda ? html`<p class="long" dir="auto">${agenda}</p>` : nothing}
        ${may.log && !session.counts ? html`<p class="quiet small">${strings.countsNot}</p>` : nothing}
      </div>
      ${this.unsure ? this.#sure(session) : this.#actions(session)}
      ${this.#cancel.pending ? html`<p class="quiet">${this.strings(common).loading}</p>` : nothing}`;
  }
}

/** A room as it is written; the address of a call as a link. */
function whereOf(place: string): unknown {
  const isAddress = /^https?:\/\/\S+$/i.test(place) && URL.canParse(place);
  return isAddress ? html`<a href=${place} rel="noreferrer" target="_blank">${place}</a>` : place;
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-card': SessionCard;
  }
}

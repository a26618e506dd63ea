import type { Commitment, PersonRef, Session } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { SessionFile } from './session-file.js';
import { SessionNotes } from './session-notes.js';
import { rangeWords } from './session-times.js';

/**
 * @summary A session that was, or was not: its notes for both and one's own, and what was promised. Closed at first.
 * @event {SessionSavedEvent} guild-session-saved - Its notes were changed.
 * @event guild-stale - Somebody else has changed its notes meanwhile.
 * @csspart name - What it was about.
 * @csspart text - When it was.
 * @csspart list - What was promised.
 */
export class SessionRecord extends GuildElement {
  static override readonly tag = 'guild-session-record';
  static override readonly uses = [SessionFile, SessionNotes];
  static override styles = [
    hostStyles,
    css`
      summary {
        padding-block: calc(2.5 * var(--_space));
        cursor: pointer;
      }
      .line {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 calc(3 * var(--_space));
        inline-size: calc(100% - 1.5em);
        vertical-align: top;
      }
      .name {
        flex: 1 1 14em;
      }
      .crossed {
        color: var(--_quiet);
      }
      .body {
        display: grid;
        gap: calc(3 * var(--_space));
        justify-items: start;
        padding-block-end: calc(4 * var(--_space));
        padding-inline-start: 1.2em;
      }
      .body > guild-session-notes {
        inline-size: 100%;
      }
      .long {
        max-inline-size: 68ch;
        white-space: pre-line;
      }
      li::before {
        content: '· ';
        color: var(--_accent);
      }
    `,
  ];

  /** The session. */
  @property({ attribute: false }) session: Session | undefined;
  /** The other people of the mentorship. */
  @property({ attribute: false }) others: readonly PersonRef[] = [];
  /** The viewer's time zone. */
  @property({ attribute: false }) zone = 'UTC';

  #promise({ owner, text, state }: Commitment): TemplateResult {
    const strings = this.strings(english);
    const mark = { open: '', kept: strings.promiseKept, dropped: strings.promiseDropped }[state];
    return html`<li>
      <bdi>${owner.id === this.me?.id ? strings.commitmentYou : owner.name}</bdi>: <bdi>${text}</bdi>
      ${mark ? html`<span class="quiet small">${mark}</span>` : nothing}
    </li>`;
  }

  #body(session: Session): TemplateResult {
    const { others } = this;
    const { agenda, commitments } = session;
    return html`<div class="body">
      ${agenda ? html`<p class="quiet long" dir="auto">${agenda}</p>` : nothing}
      ${
        session.state === 'held'
          ? html`<guild-session-notes .session=${session} .others=${others}></guild-session-notes>
              <guild-session-notes own .session=${session} .others=${others}></guild-session-notes>`
          : nothing
      }
      ${
        session.state === 'canceled' && new Date(session.start) > new Date()
          ? html`<guild-session-file .session=${session}></guild-session-file>`
          : nothing
      }
      ${
        commitments.length
          ? html`<ul part="list">
              ${commitments.map((one) => this.#promise(one))}
            </ul>`
          : nothing
      }
    </div>`;
  }

  protected override view(): unknown {
    const { session } = this;
    if (!session) return nothing;
    const strings = this.strings(english);
    const { title, start, minutes, state } = session;
    const mark = { held: '', missed: strings.missedMark, canceled: strings.canceledMark, scheduled: '' }[
      state
    ];
    const when = rangeWords(new Date(start), minutes, this.zone, this.locale);
    return html`<details>
      <summary>
        <span class="line">
          <span class="name ${mark ? 'crossed' : ''}" part="name"
            ><bdi>${title}</bdi>${mark ? html` <span class="quiet small">· ${mark}</span>` : nothing}</span
          >
          <time class="quiet small" part="text" datetime=${start}>${when}</time>
        </span>
      </summary>
      ${this.#body(session)}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-record': SessionRecord;
  }
}

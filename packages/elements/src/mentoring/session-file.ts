import type { Session } from '@guildhall/core';
import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine } from './form-parts.js';
import { saveFile } from './save-file.js';
import { wallTime } from './zoned-time.js';

/**
 * @summary Gives the calendar entry of a session as a file: an invitation, an update, or its cancellation.
 * @csspart button - The button.
 * @csspart error - What went wrong.
 */
export class SessionFile extends GuildElement {
  static override readonly tag = 'guild-session-file';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: contents;
      }
      .button {
        background: var(--_raised);
      }
      .button:hover {
        background: var(--_soft);
      }
    `,
  ];

  readonly #invite = new Command(this, (client, sessionId: string, options) =>
    client.mentoring.invitation({ sessionId }, options),
  );

  /** The session. */
  @property({ attribute: false }) session: Session | undefined;

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  async #save({ id, start, timeZone }: Session): Promise<void> {
    const invitation = await this.#invite.run(id);
    if (!invitation) return;
    const type = `text/calendar;charset=utf-8;method=${invitation.method}`;
    saveFile(invitation.ics, `session-${wallTime(new Date(start), timeZone).day}.ics`, type);
  }

  protected override view(): unknown {
    const { session } = this;
    if (!session) return nothing;
    const { calendar, calendarHelp, calendarRemove } = this.strings(english);
    return html`<button
        class="button"
        part="button"
        title=${calendarHelp}
        aria-disabled=${this.#invite.pending}
        @click=${() => this.#save(session)}
      >
        ${session.state === 'canceled' ? calendarRemove : calendar}
      </button>
      ${failureLine(this.#invite.error, this.locale)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-file': SessionFile;
  }
}

import type { PersonRef, Session } from '@guildhall/core';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SessionRecord } from './session-record.js';

/** What the list of earlier sessions uses. */
export const pastElements = [SessionRecord];

/** Sessions that were, did not take place or were canceled, the latest first. Nothing when there are none. */
export function pastSessions(
  sessions: readonly Session[],
  {
    others,
    zone,
    title,
    reload,
  }: { others: readonly PersonRef[]; zone: string; title: string; reload: () => void },
): unknown {
  if (!sessions.length) return nothing;
  return html`<section class="before">
    <h4>${title}</h4>
    <ul part="list" role="list">
      ${repeat(
        sessions,
        ({ id }) => id,
        (session) =>
          html`<li part="item">
            <guild-session-record
              .session=${session}
              .others=${others}
              .zone=${zone}
              @guild-stale=${reload}
              @guild-session-saved=${reload}
            ></guild-session-record>
          </li>`,
      )}
    </ul>
  </section>`;
}

import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { program as english } from '../strings/en/program.js';
import { MentorshipOpenEvent } from './events.js';
import { reasonWords } from './reason-words.js';

type Match = Awaited<ReturnType<Client['mentoring']['myMatch']>>['items'][number];

/** So many reasons are told, those that counted most first. */
const TOLD = 5;

/**
 * @summary With whom a program has matched the viewer, and why.
 * @event {MentorshipOpenEvent} guild-mentorship-open - The viewer wants to see the mentorship; unless prevented, it opens here.
 * @csspart list - The partners.
 * @csspart item - A partner.
 * @csspart avatar - Their picture.
 * @csspart name - Their name.
 * @csspart text - A reason.
 * @csspart button - What opens the mentorship.
 */
export class ProgramMatch extends GuildElement {
  static override readonly tag = 'guild-program-match';
  static override readonly uses = [PersonAvatar];
  static override styles = [
    hostStyles,
    css`
      .matches {
        display: grid;
        gap: calc(4 * var(--_space));
      }
      .match {
        display: grid;
        grid-template-columns: 40px minmax(0, 1fr);
        align-items: center;
        gap: calc(2 * var(--_space)) calc(3 * var(--_space));
      }
      .name {
        font-weight: 600;
      }
      .why {
        grid-column: 1 / -1;
        display: grid;
        gap: var(--_space);
      }
      .why li {
        position: relative;
        padding-inline-start: 1.2em;
      }
      .why li::before {
        position: absolute;
        inset-inline-start: 0.1em;
        content: '·';
        color: var(--_accent);
        font-weight: 600;
      }
      h3 {
        grid-column: 1 / -1;
        color: var(--_quiet);
        font-size: 1em;
        font-weight: 500;
      }
      .button {
        grid-column: 1 / -1;
        justify-self: start;
      }
    `,
  ];

  readonly #matches = new Query<readonly Match[], readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.programId ? [this.programId] : undefined),
    keep: true,
    load: async (client, [programId], signal) =>
      (await client.mentoring.myMatch({ programId }, { signal })).items,
  });

  /** The id of the program. */
  @property({ attribute: false }) programId = '';

  #match({ side, partner, mentorshipId, reasons }: Match): TemplateResult {
    const strings = this.strings(english);
    const asMentee = side === 'mentee';
    const people = { mentor: asMentee ? partner.name : (this.me?.name ?? ''), you: asMentee };
    const told = [...reasons]
      .filter(isWorthSaying)
      .sort((one, other) => other.points - one.points)
      .slice(0, TOLD);
    const name = html`<bdi part="name">${partner.name}</bdi>`;
    return html`<li class="match" part="item">
      <guild-avatar part="avatar" .person=${partner}></guild-avatar>
      <p class="name">${fill(asMentee ? strings.matchMentor : strings.matchMentee, { name })}</p>
      ${
        told.length
          ? html`<h3>${strings.matchWhy}</h3>
              <ul class="why">
                ${told.map(
                  (reason) =>
                    html`<li part="text" dir="auto">${reasonWords(reason, people, this.locale)}</li>`,
                )}
              </ul>`
          : nothing
      }
      <button
        class="button primary"
        part="button"
        @click=${() => this.fire(new MentorshipOpenEvent(mentorshipId))}
      >
        ${strings.toHub}
      </button>
    </li>`;
  }

  protected override view(): unknown {
    return this.#matches.render({
      data: (matches) =>
        matches.length
          ? html`<ul class="matches" part="list" role="list">
              ${matches.map((match) => this.#match(match))}
            </ul>`
          : nothing,
    });
  }
}

/** What is not known counts half and is no reason to name; thanks are told with the skill that they were for. */
function isWorthSaying({ criterion, points, reason }: Match['reasons'][number]): boolean {
  return points > 0 && !/unknown$/i.test(reason) && criterion !== 'evidencedSkill';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-match': ProgramMatch;
  }
}

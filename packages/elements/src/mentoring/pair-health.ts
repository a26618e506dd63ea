import type { Client, MentorshipStatus } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { programConsole } from '../strings/en/console.js';
import { failureLine } from './form-parts.js';
import { pairHealthStyles } from './pair-health.styles.js';

/** How many pairs are shown at a time. */
const STEP = 50;

/**
 * @summary Whether the pairs of a program live, never what is said in them; those that have gone quiet can be nudged.
 * @csspart header - A title.
 * @csspart list - The pairs.
 * @csspart item - A pair.
 * @csspart name - Its people.
 * @csspart text - How it is.
 * @csspart button - What nudges, and what shows more.
 * @csspart empty - What is said when there are no pairs.
 * @csspart error - What went wrong.
 */
export class PairHealth extends GuildElement {
  static override readonly tag = 'guild-pair-health';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [hostStyles, rowSkeletonStyles, pairHealthStyles];

  readonly #pairs = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.program ? ([this.program, this.pages * STEP] as const) : undefined),
    keep: true,
    load: (client, [programId, limit], signal) => findPairs(client, programId, limit, signal),
  });
  readonly #stalled = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.program ? ([this.program] as const) : undefined),
    keep: true,
    load: (client, [programId], signal) => client.mentoring.stalled({ programId, limit: 100 }, { signal }),
  });
  /** One for each pair: two may be nudged in a moment. */
  readonly #nudges = new Map<string, Command<{ mentorshipId: string }, MentorshipStatus>>();

  @state() private pages = 1;

  /** The id of the program. */
  @property() program = '';

  async #send(pair: MentorshipStatus): Promise<void> {
    const nudge =
      this.#nudges.get(pair.id) ??
      new Command(this, (client, input: { mentorshipId: string }, options) =>
        client.mentoring.nudge(input, options),
      );
    this.#nudges.set(pair.id, nudge);
    const after = await nudge.run({ mentorshipId: pair.id });
    if (!after) return;
    this.#stalled.mutate((found) => ({
      ...found,
      items: found.items.map((one) => (one.id === after.id ? after : one)),
    }));
    this.announce(this.strings(programConsole).nudgedNow(this.#names(pair)));
  }

  #names({ mentors, mentees }: MentorshipStatus): string {
    return this.formats.list([...mentees, ...mentors].map(({ name }) => name));
  }

  #people({ mentors, mentees }: MentorshipStatus): TemplateResult {
    const all = [...mentees, ...mentors];
    return html`<span class="two">
      ${all.slice(0, 3).map((person) => html`<guild-avatar .person=${person}></guild-avatar>`)}
    </span>`;
  }

  #time(words: string, at: string): unknown {
    return fill(words, { time: html`<guild-relative-time datetime=${at}></guild-relative-time>` });
  }

  #facts({ state, sessionsHeld, goals, nextAt, ending }: MentorshipStatus): unknown[] {
    const strings = this.strings(programConsole);
    const all = goals.open + goals.met;
    const why = ending && [strings.endings[ending.reason] ?? strings.endings.other, ending.note];
    const facts: unknown[] = [
      strings.pairStates[state],
      strings.held(sessionsHeld),
      ...(all ? [strings.goalsMet(goals.met, all)] : []),
      ...(nextAt ? [this.#time(strings.nextSession, nextAt)] : []),
      ...(why ? [html`<span dir="auto">${why.filter(Boolean).join(': ')}</span>`] : []),
    ];
    return facts.map((fact, index) => html`${index ? ' · ' : ''}${fact}`);
  }

  #row(pair: MentorshipStatus): TemplateResult {
    return html`<li part="item">
      <div class="row">
        ${this.#people(pair)}
        <div>
          <p class="names" part="name"><bdi>${this.#names(pair)}</bdi></p>
          <p class="quiet small" part="text">${this.#facts(pair)}</p>
        </div>
      </div>
    </li>`;
  }

  #stalledRow(pair: MentorshipStatus): TemplateResult {
    const strings = this.strings(programConsole);
    const { stalledSince, nudgedAt } = pair;
    const isLate = nudgedAt !== undefined && (stalledSince ?? '') <= nudgedAt;
    return html`<li class="quiet-pair" part="item">
      <div class="row">
        ${this.#people(pair)}
        <div>
          <p class="names" part="name"><bdi>${this.#names(pair)}</bdi></p>
          <p class="quiet small" part="text">
            ${stalledSince ? this.#time(strings.since, stalledSince) : nothing} ·
            ${strings.held(pair.sessionsHeld)}
          </p>
          ${failureLine(this.#nudges.get(pair.id)?.error, this.locale)}
        </div>
        ${
          isLate
            ? html`<span class="quiet small">${this.#time(strings.nudged, nudgedAt)}</span>`
            : html`<button
                class="button"
                part="button"
                aria-label=${strings.nudgeNamed(this.#names(pair))}
                @click=${() => this.#send(pair)}
              >
                ${strings.nudge}
              </button>`
        }
      </div>
    </li>`;
  }

  #all({ items, isPart }: Pairs): TemplateResult {
    const strings = this.strings(programConsole);
    if (!items.length) return emptyState(strings.noPairsYet);
    return html`<h3 class="title" part="header">${strings.stalledTitle}</h3>
      <p class="quiet small">${strings.stalledHelp}</p>
      ${this.#stalled.render({
        data: ({ items: quiet }) =>
          quiet.length
            ? html`<ul class="stalled" part="list" role="list">
                ${quiet.map((pair) => this.#stalledRow(pair))}
              </ul>`
            : html`<p>${strings.stalledNone}</p>`,
      })}
      <h3 class="title" part="header">${strings.allPairs}</h3>
      <ul part="list" role="list">
        ${items.map((pair) => this.#row(pair))}
      </ul>
      ${
        isPart
          ? html`<button
              class="button"
              part="button"
              aria-busy=${this.#pairs.stale}
              @click=${() => (this.pages += 1)}
            >
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  protected override view(): unknown {
    return this.#pairs.render({
      loading: () => loadingState(this.locale, rowSkeletons),
      data: (pairs) => this.#all(pairs),
    });
  }
}

/** Pairs, and whether there are more. */
interface Pairs {
  readonly items: readonly MentorshipStatus[];
  readonly isPart: boolean;
}

async function findPairs(
  client: Client,
  programId: string,
  count: number,
  signal: AbortSignal,
): Promise<Pairs> {
  const items: MentorshipStatus[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(100, count - items.length);
    const page = await client.mentoring.statuses({ programId, limit, after }, { signal });
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < count);
  return { items, isPart: after !== undefined };
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pair-health': PairHealth;
  }
}

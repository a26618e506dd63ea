import type { Mentorship, PersonRef, Session } from '@guildhall/core';
import type { GuildElement } from '../internal/guild-element.js';
import { Query } from '../internal/query.js';
import { othersOf } from './mentorship-people.js';
import { zonesOf, type InZone } from './session-times.js';

/** Sessions, the latest first. */
export interface Sessions {
  items: readonly Session[];
  /** Whether there are more. */
  isPart: boolean;
}

const STEP = 20;
const MOST = 100;

/** What a planner shows: a mentorship, its sessions, and the zones of its people, all kept up to date. */
export class SessionSource {
  readonly mentorship: Query<Mentorship, readonly [string]>;
  readonly sessions: Query<Sessions, readonly [string, number]>;
  /** How many steps of sessions are shown. */
  pages = 1;

  readonly #host: GuildElement & { mentorshipId: string | undefined };
  readonly #zones: Query<readonly InZone[], readonly [string]>;

  constructor(host: GuildElement & { mentorshipId: string | undefined }) {
    this.#host = host;
    const id = () => host.mentorshipId || undefined;
    const isElsewhere = (heard: object) =>
      'ids' in heard && Array.isArray(heard.ids) && !heard.ids.includes(id());
    this.mentorship = new Query(host, {
      areas: ['mentoring'],
      args: () => wanted(id()),
      keep: true,
      load: (client, [mentorshipId], signal) => client.mentoring.mentorship({ id: mentorshipId }, { signal }),
      onChange: isElsewhere,
    });
    this.sessions = new Query(host, {
      areas: ['mentoring'],
      args: () => wanted(id(), this.pages),
      keep: true,
      load: async (client, [mentorshipId, pages], signal) => {
        const limit = Math.min(STEP * pages, MOST);
        const { items, next } = await client.mentoring.sessions({ mentorshipId, limit }, { signal });
        return { items, isPart: next !== undefined && limit < MOST };
      },
      onChange: isElsewhere,
    });
    this.#zones = new Query(host, {
      areas: ['people'],
      args: () => wanted(this.others.map((one) => one.id).join(' ')),
      keep: true,
      load: (client, _ids, signal) => zonesOf(client, this.others, signal),
    });
  }

  /** The people of the mentorship without the viewer. */
  get others(): readonly PersonRef[] {
    const { data } = this.mentorship;
    return data ? othersOf(data, this.#host.me?.id) : [];
  }

  /** The same with their zones, as far as these are known. */
  get zones(): readonly InZone[] {
    return this.#zones.data ?? this.others;
  }

  /** Those that are agreed, the next one first. */
  get coming(): readonly Session[] {
    const items = this.sessions.data?.items ?? [];
    return items.filter(({ state }) => state === 'scheduled').reverse();
  }

  /** The steps of the plan that those are for. */
  get planned(): readonly number[] {
    return this.coming.flatMap(({ planStep }) => planStep ?? []);
  }

  /** Shows more of them. */
  more(): void {
    this.pages += 1;
    this.#host.requestUpdate();
  }

  /** Reads mentorship and sessions again. */
  async reload(): Promise<void> {
    await Promise.all([this.mentorship.reload(), this.sessions.reload()]);
  }
}

function wanted<Rest extends unknown[]>(
  id: string | undefined,
  ...rest: Rest
): [string, ...Rest] | undefined {
  return id ? [id, ...rest] : undefined;
}

import type { Actor, Client, Guildhall, Heard, SettingsInput } from '@guildhall/core';
import { systemActor } from '@guildhall/core';

/** The runner's `test`: a name and what it does. */
export type Test = (name: string, work: () => Promise<void>) => unknown;

/** A Guildhall of its own for one story, reached in the way that is being tested. */
export interface World {
  /** The client of a person; of the system always the local one. */
  as(actor: Actor | string): Client;
  guildhall: Guildhall;
  /** The time, which stands still until a story moves it. */
  clock: { now: Date; advance(milliseconds: number): void };
  close(): Promise<void>;
}

/** Opens an empty world. */
export type OpenWorld = (options?: { settings?: SettingsInput }) => Promise<World>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that stands still at a moment of ordinary daylight. */
export function standingClock(): World['clock'] {
  const clock = {
    now: new Date('2026-03-10T10:00:00.000Z'),
    advance(milliseconds: number) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
  };
  return clock;
}

/** Wraps a story so that its world is closed however it ends. */
export function story(open: OpenWorld, tell: (world: World) => Promise<void>, settings?: SettingsInput) {
  return async () => {
    const world = await open(settings ? { settings } : {});
    try {
      await tell(world);
    } finally {
      await world.close();
    }
  };
}

/** The cast of most stories: Ana and Ben in Support with Lea, Chidi in Engineering, Max moderates. */
export async function syncCast(world: World): Promise<void> {
  const system = world.as(systemActor);
  await system.people.sync({
    people: [
      {
        id: 'ana',
        externalId: 'e-ana',
        name: 'Ana Ruiz',
        department: 'Support',
        teams: ['Front desk'],
        locale: 'en',
      },
      {
        id: 'ben',
        externalId: 'e-ben',
        name: 'Ben Okafor',
        department: 'Support',
        teams: ['Front desk', 'Rollback'],
      },
      { id: 'lea', externalId: 'e-lea', name: 'Léa Moreau', department: 'Support', teams: ['Front desk'] },
      {
        id: 'chidi',
        externalId: 'e-chidi',
        name: 'Chidi Eze',
        department: 'Engineering',
        teams: ['Rollback'],
      },
      { id: 'dana', externalId: 'e-dana', name: 'Dana Whitfield', department: 'Operations' },
      { id: 'max', externalId: 'e-max', name: 'Max Moll', department: 'Operations' },
      { id: 'jon', externalId: 'e-jon', name: 'Jon Berg', department: 'Operations' },
    ],
  });
  await system.people.grantRole({ personId: 'max', role: 'moderator' });
  await system.people.grantRole({ personId: 'jon', role: 'orgAdmin' });
  await system.people.setValues({
    values: [
      { id: 'help-first', name: 'Help first', description: 'We help before we are asked.' },
      { id: 'own-it', name: 'Own it', description: 'We finish what we start.' },
    ],
  });
}

/** The id of a team of the cast. */
export async function teamId(world: World, name: string): Promise<string> {
  const { items } = await world.as('ana').people.units({ kind: 'team', limit: 100 });
  const team = items.find((unit) => unit.name === name);
  if (!team) throw new Error(`The cast has no team ${name}.`);
  return team.id;
}

/**
 * The place in the feed behind all that has happened so far: of PostgreSQL's feed, which comes a little later
 * than the answers, a watcher who begins at once may still hear of what was before. Dana leaves a mark.
 */
export async function behindAll(world: World): Promise<string> {
  const watching = world.as('dana').watch({ areas: ['people'] });
  await watching.next();
  await world.as('dana').people.updateProfile({ pronouns: `mark ${Math.random()}` });
  const isMark = (heard: Heard) => 'ids' in heard && heard.ids.length === 1 && heard.ids[0] === 'dana';
  const heard = await hearUntil(watching, (all) => all.some(isMark));
  return heard.at(-1)?.cursor ?? '';
}

/** Collects what a watcher hears until a condition holds. */
export async function hearUntil<T>(
  heard: AsyncIterable<T>,
  enough: (all: readonly T[]) => boolean,
): Promise<T[]> {
  const all: T[] = [];
  for await (const one of heard) {
    all.push(one);
    if (enough(all)) break;
  }
  return all;
}

import type { KnownActor } from '../../policy.js';
import type { RosterRecord, WaveRecord } from '../model/wave.js';
import { ALL, belowId } from './plan.js';

/** What of a wave somebody may read. */
export interface Reading {
  /** Whether the wave is theirs to know of at all: they were asked, or they read. */
  known: boolean;
  /** Every group, or the ids of some. */
  groups: 'every' | ReadonlySet<string>;
  /** The words too, and with them the right to answer their writers. */
  words: boolean;
}

type Frozen = Pick<WaveRecord, 'askerId' | 'readers' | 'readersAsked' | 'groups'>;

/**
 * What the actor may read of a wave, by what was said before the first question. Who was asked and got the role of a
 * reader afterwards does not read by it where the figures were made for readers who know none of the answers.
 */
export function readingOf(
  wave: Frozen,
  actor: KnownActor,
  roster: Pick<RosterRecord, 'personIds' | 'ownGroups'> | undefined,
): Reading {
  const asked = roster?.personIds.includes(actor.id) ?? false;
  if (readsEverything(wave, actor) && (wave.readersAsked || !asked))
    return { known: true, groups: 'every', words: true };
  const groups = new Set<string>();
  const below = belowId(actor.id);
  if (wave.readers.managers && wave.groups.some(({ id }) => id === below)) groups.add(below);
  if (wave.readers.members && asked) {
    groups.add(ALL);
    for (const own of roster?.ownGroups[actor.id] ?? []) groups.add(own);
  }
  return { known: asked || groups.size > 0, groups, words: false };
}

/** The one who asks, those who were named, and holders of the roles that were named; the product itself too. */
export function readsEverything(survey: Pick<WaveRecord, 'askerId' | 'readers'>, actor: KnownActor): boolean {
  if (actor.system || survey.askerId === actor.id) return true;
  if (survey.readers.people.includes(actor.id)) return true;
  return survey.readers.roles.some((role) => actor.roles.includes(role));
}

/** True when some group may be asked for. */
export function readsSome({ groups }: Reading): boolean {
  return groups === 'every' || groups.size > 0;
}

/** The ids of those to whom groups were promised because they were asked, or lead people who were. */
export function groupReaders(wave: Frozen, { personIds }: Pick<RosterRecord, 'personIds'>): string[] {
  const asked = new Set(personIds);
  const leading = wave.groups.flatMap(({ of }) =>
    of.flatMap(({ by, value }) => (by === 'below' ? value : [])),
  );
  return [...new Set([...asked, ...leading])].filter((id) => {
    const own = { personIds: asked.has(id) ? [id] : [], ownGroups: {} };
    return readsSome(readingOf(wave, { id, system: false, roles: [], teamIds: [] }, own));
  });
}

/** True when the group may be asked for. That says nothing of whether there is anything to see. */
export function maySeeGroup({ groups }: Reading, group: string): boolean {
  return groups === 'every' || groups.has(group);
}

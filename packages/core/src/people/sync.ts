import { GuildhallError } from '../errors.js';
import type { CommandContext, QueryContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import { Catalog } from './catalog.js';
import { identify, type DirectoryProblem, type KnownPeople, type Listed } from './identify.js';
import { catalogNamesOf, countWrites, departed, isSame, merge, type PersonWrite } from './merge.js';
import { people, type DirectoryPerson, type PersonRecord, type SyncResult } from './model.js';
import { madeOn, type Made } from './since.js';
import { writePeople } from './sync-write.js';
import { renewVersion, versionOf } from './version.js';

/** The most people that one sync or import takes. */
export const MAX_PEOPLE = 20_000;

/** From how many people on it is quicker to read everybody than to look up each. */
const MANY = 200;
/** How many people one step of reading everybody brings. */
const STEP = 1000;
/** How many people are merged before others get their turn. */
const MERGED = 500;
/** A complete list may always let this many people go; more only when half or more of all stay. */
const FEW_DEPARTURES = 20;

/** How a list is to be taken. */
export interface SyncOptions {
  /** The list is the whole directory: who is not on it has left. */
  complete: boolean;
  /** Only finds out what would change. */
  dryRun: boolean;
  /** External ids that belong on the list and are missing for reasons told elsewhere. */
  mentioned: ReadonlySet<string>;
  /** Something is wrong with the list already: only finds out what else is. */
  broken: boolean;
}

/** What a list changed or would change; nothing when it has problems. */
export interface Synced {
  result: SyncResult;
  problems: DirectoryProblem[];
}

/** Brings the people in the store to what the list says. With any problem in the list nothing is written. */
export async function syncPeople(
  context: CommandContext,
  list: readonly DirectoryPerson[],
  options: SyncOptions,
): Promise<Synced> {
  const seen = await lookUp(context, list, options);
  if (seen.problems.length > 0 || options.broken) return { result: NOTHING, problems: seen.problems };
  const writes = await planned(seen, list, options);
  if (!options.dryRun) {
    await seen.catalog.save(context.tx);
    await writePeople(context.tx, writes);
    if (writes.length > 0) await renewVersion(context);
  }
  return { result: countWrites(writes, list.length), problems: [] };
}

/** What a list that changes nothing does. */
export const NOTHING: SyncResult = Object.freeze({ created: 0, changed: 0, unchanged: 0, departed: 0 });

/** What the store says about a list. */
export interface Seen {
  known: KnownPeople;
  listed: Listed[];
  problems: DirectoryProblem[];
  catalog: Catalog;
  made: Made;
  /** The version of the directory that all this is about. */
  version: string | undefined;
}

/** Reads all that is needed to take the list, and finds all that is wrong with it. */
export async function lookUp(
  { tx, now, newId }: Pick<QueryContext, 'tx' | 'now' | 'newId'>,
  list: readonly DirectoryPerson[],
  { complete, mentioned }: SyncOptions,
): Promise<Seen> {
  const version = await versionOf(tx);
  const known = await knownPeople(tx, list, complete);
  const { listed, problems } = identify(list, known, { newId, mentioned });
  const names = problems.length > 0 ? catalogNamesOf([]) : catalogNamesOf(list);
  const catalog = await Catalog.read(tx, names, newId);
  await catalog.learn(
    tx,
    listed.flatMap(({ before }) => before ?? []),
  );
  return { known, listed, problems, catalog, made: await madeToday(tx, now), version };
}

/** What the list changes, or refuses when too many would leave. `pause` lets others have their turn. */
export async function planned(
  { known, listed, catalog, made }: Seen,
  list: readonly DirectoryPerson[],
  { complete }: SyncOptions,
  pause: () => Promise<void> = async () => undefined,
): Promise<PersonWrite[]> {
  const writes: PersonWrite[] = [];
  for (const [at, person] of listed.entries()) {
    if (at % MERGED === MERGED - 1) await pause();
    const remake = (before: PersonRecord | undefined): PersonRecord =>
      merge({ ...person, before }, catalog, { returned: complete, made });
    const after = remake(person.before);
    if (!isSame(person.before, after)) writes.push({ before: person.before, after, remake });
  }
  return complete ? [...writes, ...departures(list, known, catalog)] : writes;
}

/** What is written on a record that is made now: it is the first day when nobody is here, or nobody from before today. */
async function madeToday(tx: Reader, now: Date): Promise<Made> {
  const status = ['active', 'suspended', 'departed'] as const;
  const anybody = await tx.find(people, { where: { status }, order: '+sortName', limit: 1 });
  const [founder] = (await tx.find(people, { order: '-firstDay', limit: 1 })).items;
  return madeOn(now, { empty: anybody.items.length === 0, firstDay: founder?.firstDay });
}

/** Those who leave because a complete list lacks them; refused when it looks like a wrong list. */
function departures(list: readonly DirectoryPerson[], known: KnownPeople, catalog: Catalog): PersonWrite[] {
  const listed = new Set(list.map((said) => said.externalId));
  const present = [...known.byId.values()].filter((person) => person.status !== 'departed');
  const leaving = present.filter((person) => !listed.has(person.externalId));
  if (leaving.length > FEW_DEPARTURES && leaving.length > present.length / 2)
    throw new GuildhallError(
      'conflict',
      'people.tooManyDepartures',
      `${leaving.length} of ${present.length} people are not on this list and would depart. ` +
        'Check that it is the whole directory; to let so many go, send them with the status departed.',
      { details: { departures: leaving.length, people: present.length } },
    );
  return leaving.map((before) => ({
    before,
    after: departed(before, catalog.names),
    remake: (fresh) => departed(fresh ?? before, catalog.names),
    unlisted: true,
  }));
}

/** Everybody, or for a short list the people it names and the managers above them. */
async function knownPeople(
  tx: Reader,
  list: readonly DirectoryPerson[],
  complete: boolean,
): Promise<KnownPeople> {
  const byId = new Map<string, PersonRecord>();
  const byExternalId = new Map<string, PersonRecord>();
  const keep = (person: PersonRecord | undefined) => {
    if (!person) return;
    byId.set(person.id, person);
    byExternalId.set(person.externalId, person);
  };
  if (complete || list.length > MANY) for await (const person of everybody(tx)) keep(person);
  else {
    for (const { externalId, managerExternalId, id } of list) {
      for (const sought of [externalId, managerExternalId])
        if (sought && !byExternalId.has(sought)) keep(await personByExternalId(tx, sought));
      if (id !== undefined && !byId.has(id)) keep(await tx.get(people, id));
    }
    for (const person of byId.values())
      if (person.managerId !== undefined && !byId.has(person.managerId))
        keep(await tx.get(people, person.managerId));
  }
  return { byId, byExternalId };
}

async function personByExternalId(tx: Reader, externalId: string): Promise<PersonRecord | undefined> {
  return (await tx.find(people, { where: { externalId }, order: '+id', limit: 1 })).items[0];
}

async function* everybody(tx: Reader): AsyncIterable<PersonRecord> {
  let after: string | undefined;
  do {
    const where = { status: ['active', 'suspended', 'departed'] } as const;
    const step = await tx.find(people, { where, order: '+sortName', after, limit: STEP });
    yield* step.items;
    after = step.next;
  } while (after !== undefined);
}

import { notFound } from '../errors.js';
import { skills, type PersonRef, type UnitRef } from '../people/model.js';
import { membersOf, namesOf, refsOf, unitRefsOf, valueRefsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import { sha256 } from '../sha256.js';
import type { Audience, Reader } from '../store/store.js';
import { kudos, thanks, type Kudos, type KudosRecord } from './model.js';
import { maySee, seersOf, type KudosSight } from './rules.js';

/** What makes the writes that change the same kudos wait for each other. */
export function aloneOn(kudosId: string): string {
  return `kudos ${kudosId}`;
}

/** The kudos with this id, if the actor may see it; absent and hidden are the same answer. */
export async function visibleKudos(tx: Reader, id: string, actor: KnownActor): Promise<KudosRecord> {
  const record = await tx.get(kudos, id);
  if (!record || !maySee(record, actor)) throw notFound('kudos');
  return record;
}

/** Who hears of what happens to a kudos: exactly those who may see it. */
export async function audienceOf(tx: Reader, record: KudosSight): Promise<Audience> {
  const seers = seersOf(record);
  if (seers.everyone) return 'everyone';
  const members = (await Promise.all(seers.teams.map((team) => membersOf(tx, team)))).flat();
  return [...new Set([...seers.people, ...members])];
}

/** The id under which the thanks for a thing are counted. */
export function thanksId(ref: { kind: 'link'; url: string } | { kind: 'mentorship'; id: string }): string {
  return sha256(`${ref.kind} ${ref.kind === 'link' ? ref.url : ref.id}`);
}

/** Records as readers see them, with names filled in by one read of each kind. */
export async function kudosViews(tx: Reader, records: readonly KudosRecord[]): Promise<Kudos[]> {
  const refs = await refsOf(
    tx,
    records.flatMap((record) => [record.giverId, ...record.named]),
  );
  const teams = await unitRefsOf(
    tx,
    records.flatMap((record) => record.thankedTeams),
  );
  const valueRefs = await valueRefsOf(
    tx,
    records.flatMap((record) => record.values),
  );
  const skillRefs = await namesOf(
    tx,
    skills,
    records.flatMap((record) => record.skills ?? []),
  );
  const things = records.flatMap((record) => (record.ref ? [thanksId(record.ref)] : []));
  const counts = new Map((await tx.getMany(thanks, things)).map((one) => [one.id, one.count]));
  return records.map((record) => ({
    id: record.id,
    giver: refs.get(record.giverId) ?? gone(record.giverId),
    receivers: pick(record.named, refs),
    teams: pick(record.thankedTeams, teams),
    message: record.message,
    values: pick(record.values, valueRefs),
    skills: pick(record.skills ?? [], skillRefs),
    ...(record.impact !== undefined && { impact: record.impact }),
    ...(record.ref && { ref: { ...record.ref, thanks: counts.get(thanksId(record.ref)) ?? 0 } }),
    audience: record.audience,
    givenAt: record.givenAt,
    ...(record.editedAt !== undefined && { editedAt: record.editedAt }),
    reactions: record.reactions,
    comments: record.comments,
  }));
}

/** One record as readers see it. */
export async function kudosView(tx: Reader, record: KudosRecord): Promise<Kudos> {
  const [view] = await kudosViews(tx, [record]);
  if (!view) throw notFound('kudos');
  return view;
}

function pick<T extends UnitRef>(ids: readonly string[], refs: ReadonlyMap<string, T>): T[] {
  return ids.flatMap((id) => refs.get(id) ?? []);
}

/** People are kept when they leave; one that is not there was erased. */
function gone(id: string): PersonRef {
  return { id, name: 'Former member' };
}

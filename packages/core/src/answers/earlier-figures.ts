import type { Release, SurveyInput } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { groupsOf } from './buckets.js';
import { releases, rounds, seats, type RoundRecord } from './model.js';
import { everySeat } from './read.js';
import { releaseId } from './releases.js';

/** How many earlier waves a new one is compared with: the latest. */
const MOST_WAVES = 24;
/** How many of a person's latest seats are looked at for other surveys, and how many of these: the latest. */
const MOST_OTHERS = 100;
/** How many rounds that are being released are looked at. */
const MOST_RELEASING = 100;

/** What was shown before that a new release must not come too close to, and the wave before for the trend. */
export type EarlierFigures = NonNullable<SurveyInput['before']>;

/** Who answered in a round, by group of the plan. */
type Participants = Record<string, string[]>;

/**
 * Of two surveys that are released in the same moment neither would see what the other shows. So they are released one
 * after the other, in the order of their ids.
 */
export async function waitsForAnother(tx: Reader, { id, shape }: RoundRecord): Promise<boolean> {
  if (shape !== 'survey') return false;
  const found = await tx.find(rounds, { where: { state: 'releasing' }, order: '+id', limit: MOST_RELEASING });
  return found.items.some((other) => other.shape === 'survey' && other.id < id);
}

/**
 * What was released before, with who answered then and now: their seats know it, answers do not. The figures of the
 * latest wave before, for the trend, stand under the names of their groups; those of earlier waves, and of other
 * surveys that asked people of a group of now the same, under keys of their own. Undefined when there are none.
 */
export async function earlierFigures(tx: Reader, round: RoundRecord): Promise<EarlierFigures | undefined> {
  if (round.shape !== 'survey') return undefined;
  const now = await participantsOf(tx, round);
  const line = await waves(tx, round);
  const others = await othersThatAsked(tx, round, now, new Set([round.id, ...line.map(({ id }) => id)]));
  const before: EarlierFigures = { participants: {}, now, cells: {} };
  let latest = true;
  for (const earlier of [...line, ...others]) {
    const cells = await cellsOf(tx, earlier);
    if (!cells) continue;
    const isWaveBefore: boolean = latest && line.includes(earlier);
    latest &&= !isWaveBefore;
    for (const [group, people] of Object.entries(await participantsOf(tx, earlier))) {
      const key = isWaveBefore ? group : `${earlier.id} ${group}`;
      before.participants[key] = people;
      before.cells[key] = cells[group] ?? {};
    }
  }
  return Object.keys(before.participants).length > 0 ? before : undefined;
}

/** The waves before, the latest first. */
async function waves(tx: Reader, round: RoundRecord): Promise<RoundRecord[]> {
  const found: RoundRecord[] = [];
  for (let next = round.before; next !== undefined && found.length < MOST_WAVES;) {
    const earlier = await tx.get(rounds, next);
    if (!earlier) break;
    found.push(earlier);
    next = earlier.before;
  }
  return found;
}

/**
 * Other released surveys that share a question with this one and in which some of the same people answered. A group that
 * is close to one of now differs from it by fewer than k people: of any k of the group of now, one at least answered
 * there. So it is enough to look at the seats of k of each group; large groups are close to nothing (`tooClose`).
 */
async function othersThatAsked(
  tx: Reader,
  round: RoundRecord,
  now: Participants,
  known: ReadonlySet<string>,
): Promise<RoundRecord[]> {
  const { k } = round.thresholds;
  const asked = new Set<string>();
  for (const people of Object.values(now))
    if (people.length < 3 * k) for (const personId of people.slice(0, k)) asked.add(personId);
  const ids = new Set<string>();
  for (const personId of asked) {
    const held = await tx.find(seats, { where: { personId }, order: '-launchedAt', limit: MOST_OTHERS });
    for (const { roundId, state } of held.items)
      if (state === 'answered' && !known.has(roundId)) ids.add(roundId);
  }
  const prompts = promptsOf(round);
  const others = (await tx.getMany(rounds, [...ids])).filter(
    (other) =>
      other.shape === 'survey' &&
      other.state === 'released' &&
      [...promptsOf(other)].some((prompt) => prompts.has(prompt)),
  );
  return others.sort(byLatest).slice(0, MOST_OTHERS);
}

/** What a round asks, so that the same question is found whatever it is called. */
function promptsOf({ questions }: RoundRecord): Set<string> {
  return new Set(questions.map(({ prompt }) => prompt.trim().toLowerCase()));
}

function byLatest(a: RoundRecord, b: RoundRecord): number {
  const [one, other] = [a.releasedAt ?? '', b.releasedAt ?? ''];
  if (one === other) return a.id < b.id ? -1 : 1;
  return one < other ? 1 : -1;
}

async function cellsOf(tx: Reader, round: RoundRecord): Promise<EarlierFigures['cells'] | undefined> {
  if (round.state !== 'released') return undefined;
  const kept = await tx.get(releases, releaseId(round.id, 'all'));
  // Written by `storeRelease` from a release, and by nothing else.
  const release = kept ? (JSON.parse(kept.json) as Release) : undefined;
  return release?.kind === 'survey' ? release.cells : undefined;
}

async function participantsOf(tx: Reader, round: RoundRecord): Promise<Participants> {
  const participants: Participants = Object.fromEntries(round.groups.map(({ id }) => [id, []]));
  await everySeat(tx, round.id, async (seat) => {
    if (seat.state !== 'answered') return;
    for (const group of ['all', ...groupsOf(round, seat)]) participants[group]?.push(seat.personId);
  });
  return participants;
}

import type { Release, ReleaseInput, Respondent, SurveyInput, SurveyRelease } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { keyOfGroups } from './buckets.js';
import { measuresOf, textQuestionsOf, textsOf, valuesOf } from './measures.js';
import {
  confidentialAnswers,
  releases,
  rounds,
  sealedAnswers,
  seats,
  type RoundRecord,
  type SeatRecord,
} from './model.js';
import type { Answers } from './question.js';
import { everySeat } from './read.js';
import { releaseId } from './releases.js';
import type { Sealed } from './sealed.js';
import { unseal } from './sealed.js';

/** How many earlier waves a new one is compared with. */
const MOST_EARLIER = 24;
/** How many answers one step reads. */
const STEP = 500;

/** An answer without its writer: what is computed with. */
interface Raw {
  sheetId: string;
  groups: string[];
  values: Sealed<Answers>;
}

/** Who answered in a round, by group of the plan. */
type Participants = Record<string, string[]>;

/** All that a release is computed from, as one moment had it. */
export interface RoundAnswers {
  round: RoundRecord;
  /** The sheets of the roster, also those about which nobody answered. */
  sheetIds: string[];
  answers: Raw[];
  before?: { participants: Participants; now: Participants; cells: SurveyRelease['cells'] };
}

/** Reads a round whose release is asked for; undefined when it is not, or not yet tidy. */
export async function readRound(tx: Reader, roundId: string): Promise<RoundAnswers | undefined> {
  const round = await tx.get(rounds, roundId);
  if (round?.state !== 'releasing' || round.tidying !== undefined) return undefined;
  const answers: Raw[] = [];
  for await (const raw of round.mode === 'sealed' ? sealed(tx, round) : confidential(tx, round))
    answers.push(raw);
  const before = await waveBefore(tx, round);
  return { round, sheetIds: await sheetsOf(tx, round), answers, ...(before && { before }) };
}

/** What the engine takes: of each sheet everything that it needs and nothing else. */
export function sheetsToRelease(all: RoundAnswers): { id: string; input: ReleaseInput }[] {
  const { round, answers, before } = all;
  const bySheet = new Map<string, Respondent[]>(all.sheetIds.map((id) => [id, []]));
  for (const { sheetId, groups, values } of answers) {
    const given = unseal(values);
    bySheet.get(sheetId)?.push({
      groups,
      values: valuesOf(round.questions, given),
      texts: textsOf(round.questions, given),
    });
  }
  const common = {
    thresholds: round.thresholds,
    measures: measuresOf(round.questions),
    indexes: round.indexes,
    texts: textQuestionsOf(round.questions),
    shuffle: round.shuffle ?? '',
  };
  return [...bySheet].map(([id, respondents]) => ({
    id,
    input:
      round.shape === 'panel'
        ? { kind: 'panel', ...common, relations: round.relations, respondents }
        : surveyOf(round, { ...common, respondents }, before),
  }));
}

function surveyOf(
  { readersAnswer, groups, invited }: RoundRecord,
  common: Pick<SurveyInput, 'thresholds' | 'measures' | 'indexes' | 'texts' | 'shuffle' | 'respondents'>,
  before: RoundAnswers['before'],
): SurveyInput {
  return { kind: 'survey', ...common, readersAnswer, groups, invited, ...(before && { before }) };
}

async function* sealed(tx: Reader, { id: roundId }: RoundRecord): AsyncIterable<Raw> {
  for (let after: string | undefined; ;) {
    const found = await tx.find(sealedAnswers, { where: { roundId }, order: '+id', after, limit: STEP });
    for (const { sheetId, bucket, values } of found.items) yield { sheetId, groups: bucket, values };
    if (found.next === undefined) return;
    after = found.next;
  }
}

async function* confidential(tx: Reader, { id: roundId }: RoundRecord): AsyncIterable<Raw> {
  for (let after: string | undefined; ;) {
    const found = await tx.find(confidentialAnswers, {
      where: { roundId },
      order: '+id',
      after,
      limit: STEP,
    });
    const ids = found.items.map(({ id }) => id);
    const byId = new Map((await tx.getMany(seats, ids)).map((seat) => [seat.id, seat]));
    for (const { id, values } of found.items) {
      const seat = byId.get(id);
      if (seat) yield { sheetId: seat.sheetId, groups: seat.groups, values };
    }
    if (found.next === undefined) return;
    after = found.next;
  }
}

async function sheetsOf(tx: Reader, round: RoundRecord): Promise<string[]> {
  if (round.shape === 'survey') return ['all'];
  const sheets = new Set<string>();
  await everySeat(tx, round.id, async ({ sheetId }) => void sheets.add(sheetId));
  return [...sheets].sort();
}

/**
 * The latest wave before that was released, with who answered then and now: their seats know it, answers do not. Those
 * before it are there under keys of their own, so that no figure of now comes too close to one of any of them.
 */
async function waveBefore(tx: Reader, round: RoundRecord): Promise<RoundAnswers['before']> {
  let before: RoundAnswers['before'];
  let next = round.before;
  for (let step = 0; next !== undefined && step < MOST_EARLIER; step++) {
    const earlier = await tx.get(rounds, next);
    if (!earlier) break;
    next = earlier.before;
    const kept = earlier.state === 'released' && (await tx.get(releases, releaseId(earlier.id, 'all')));
    // Written by `storeRelease` from a release, and by nothing else.
    const release = kept ? (JSON.parse(kept.json) as Release) : undefined;
    if (release?.kind !== 'survey') continue;
    const participants = await participantsOf(tx, earlier);
    if (!before) {
      before = { participants, now: await participantsOf(tx, round), cells: { ...release.cells } };
      continue;
    }
    for (const [group, people] of Object.entries(participants)) {
      before.participants[`${earlier.id} ${group}`] = people;
      before.cells[`${earlier.id} ${group}`] = release.cells[group] ?? {};
    }
  }
  return before;
}

async function participantsOf(tx: Reader, round: RoundRecord): Promise<Participants> {
  const participants: Participants = Object.fromEntries(round.groups.map(({ id }) => [id, []]));
  await everySeat(tx, round.id, async (seat) => {
    if (seat.state !== 'answered') return;
    for (const group of ['all', ...groupsOf(round, seat)]) participants[group]?.push(seat.personId);
  });
  return participants;
}

/** The groups in which a seat's answer counts. */
export function groupsOf(round: RoundRecord, { groups }: Pick<SeatRecord, 'groups'>): string[] {
  if (round.mode !== 'sealed' || round.shape !== 'survey') return groups;
  return round.buckets[keyOfGroups(groups)] ?? [];
}

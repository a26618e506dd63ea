import type { ReleaseInput, Respondent, SurveyInput } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { earlierFigures, waitsForAnother, type EarlierFigures } from './earlier-figures.js';
import { measuresOf, textQuestionsOf, textsOf, valuesOf } from './measures.js';
import { confidentialAnswers, rounds, sealedAnswers, seats, type RoundRecord } from './model.js';
import type { Answers } from './question.js';
import { everySeat } from './read.js';
import type { Sealed } from './sealed.js';
import { unseal } from './sealed.js';

/** How many answers one step reads. */
const STEP = 500;

/** An answer without its writer: what is computed with. */
interface Raw {
  sheetId: string;
  groups: string[];
  values: Sealed<Answers>;
}

/** All that a release is computed from, as one moment had it. */
export interface RoundAnswers {
  round: RoundRecord;
  /** The sheets of the roster, also those about which nobody answered. */
  sheetIds: string[];
  answers: Raw[];
  before?: EarlierFigures;
}

/** Reads a round whose release is asked for; undefined when it is not, not yet tidy, or another's turn is before. */
export async function readRound(tx: Reader, roundId: string): Promise<RoundAnswers | undefined> {
  const round = await tx.get(rounds, roundId);
  if (round?.state !== 'releasing' || round.tidying !== undefined) return undefined;
  if (await waitsForAnother(tx, round)) return undefined;
  const answers: Raw[] = [];
  for await (const raw of round.mode === 'sealed' ? sealed(tx, round) : confidential(tx, round))
    answers.push(raw);
  const before = await earlierFigures(tx, round);
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
  { colluders, groups, invited }: RoundRecord,
  common: Pick<SurveyInput, 'thresholds' | 'measures' | 'indexes' | 'texts' | 'shuffle' | 'respondents'>,
  before: RoundAnswers['before'],
): SurveyInput {
  return { kind: 'survey', ...common, colluders, groups, invited, ...(before && { before }) };
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

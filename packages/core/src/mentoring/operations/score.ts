import { GuildhallError } from '../../errors.js';
import { explain } from '../../matching/index.js';
import { query, type QueryContext } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { isFirm, judge, shownRules } from '../judge.js';
import { PairWhy, type PairRecord, type RunRecord } from '../model/run.js';
import { pairOfMentee } from '../pair-read.js';
import { managedProgram } from '../program-read.js';
import { namedReasons, storedReasons } from '../reasons.js';
import { readRunInput, type RunInput } from '../run-input.js';
import { storedMatching } from '../run-matching.js';
import { managedRun } from '../run-read.js';

export const score = query({
  summary: 'Says how well two people fit, why, which rules stand between them, and who would fit better.',
  who: membersAndSystem,
  input: z.union([
    z.strictObject({ programId: id, menteeId: id, mentorId: id }),
    /** In a run; without a mentor the one that it gives to the mentee. */
    z.strictObject({ runId: id, menteeId: id, mentorId: id.optional() }),
  ]),
  output: PairWhy,
  refuses: ['program.unknown', 'program.notYours', 'run.unknown', 'pair.notPossible'],
  async run(context, asked) {
    const { tx, actor, now, settings } = context;
    const { menteeId } = asked;
    if ('runId' in asked) {
      const { run, program } = await managedRun(tx, asked.runId, actor);
      const pair = await pairOfMentee(tx, run.id, menteeId);
      const input = await readRunInput(tx, program, run, settings);
      return inRun(context, { run, input, pair, menteeId, mentorId: asked.mentorId ?? pair?.mentorId });
    }
    const program = await managedProgram(tx, asked.programId, actor);
    const today = { options: { stayBonus: 0 }, requestedAt: now.toISOString() };
    return judged(context, await readRunInput(tx, program, today, settings), menteeId, asked.mentorId);
  },
});

/** Better mentors named at most. */
const MOST_BETTER = 10;

interface Question {
  run: RunRecord;
  input: RunInput;
  /** The pair of the mentee in the run. */
  pair: PairRecord | undefined;
  menteeId: string;
  mentorId: string | undefined;
}

async function inRun(context: QueryContext, { run, input, pair, menteeId, mentorId }: Question) {
  const { tx } = context;
  const takesPart = (personId: string) => input.people.some((person) => person.id === personId);
  const mentee = input.people.find((person) => person.id === menteeId);
  if (!mentee?.roles.includes('mentee') || (mentorId !== undefined && !takesPart(mentorId)))
    return pair && pair.mentorId === mentorId ? asStored(context, pair) : notPossible();
  const why = explain(input.people, input.program, await storedMatching(tx, run), menteeId, mentorId);
  const own = mentorId !== undefined && (await judged(context, input, menteeId, mentorId));
  const barred = own ? barredAbove(input, menteeId, own.score) : [];
  const above = [...why.better.map((one) => ({ ...one, rules: [] as string[] })), ...barred]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_BETTER);
  const refs = await refsOf(tx, [menteeId, ...above.map((one) => one.mentorId)]);
  return {
    ...(own || { mentee: refs.get(menteeId) ?? notPossible(), reasons: [], rules: [] }),
    ...(why.rank !== undefined && { rank: why.rank }),
    eligible: why.eligible,
    better: above.flatMap(({ mentorId: id, cost, ...one }) => {
      const mentor = refs.get(id);
      return mentor ? [{ mentor, ...one, ...(cost !== undefined && { cost }) }] : [];
    }),
  };
}

/**
 * Mentors who would score higher, but for a rule. Whoever is ruled out by a wish of somebody is not among them: that
 * there is such a wish stays unsaid.
 */
function barredAbove({ people, program }: RunInput, menteeId: string, score: number) {
  const judgeOf = judge(people, program);
  return people.flatMap(({ id: mentorId, roles }) => {
    const judgment = roles.includes('mentor') ? judgeOf(menteeId, mentorId) : undefined;
    const tellable = judgment?.rules.every((rule) => !isFirm(rule) || rule === 'reportingLine');
    if (!judgment || !tellable || judgment.rules.length === 0 || judgment.score <= score) return [];
    const cost: number | undefined = undefined;
    return { mentorId, score: judgment.score, why: 'rule' as const, cost, rules: shownRules(judgment.rules) };
  });
}

/** What is said of two people of a pool, whether or not there is a run. */
async function judged({ tx }: QueryContext, input: RunInput, menteeId: string, mentorId: string) {
  const { people, program } = input;
  const judgeOf = judge(people, program);
  const judgment = judgeOf(menteeId, mentorId);
  const [mentee, mentor] = [menteeId, mentorId].map((one) => people.find((person) => person.id === one));
  const refs = await refsOf(tx, [menteeId, mentorId]);
  const [menteeRef, mentorRef] = [refs.get(menteeId), refs.get(mentorId)];
  if (!judgment || !mentee || !mentor || !menteeRef || !mentorRef) return notPossible();
  const [reasons] = await namedReasons(tx, [storedReasons(judgment.reasons, mentee, mentor)]);
  const eligible = people.filter(
    (person) => person.roles.includes('mentor') && judgeOf(menteeId, person.id)?.rules.length === 0,
  );
  return {
    mentee: menteeRef,
    mentor: mentorRef,
    score: judgment.score,
    reasons: reasons ?? [],
    eligible: eligible.length,
    rules: shownRules(judgment.rules),
    better: [],
  };
}

/** The pair of a run whose people no longer wait for a match: as it was published. */
async function asStored({ tx }: QueryContext, pair: PairRecord) {
  const refs = await refsOf(tx, [pair.menteeId, pair.mentorId]);
  const [reasons] = await namedReasons(tx, [pair.reasons]);
  return {
    mentee: refs.get(pair.menteeId) ?? notPossible(),
    mentor: refs.get(pair.mentorId) ?? notPossible(),
    ...{ score: pair.score, reasons: reasons ?? [], eligible: 0, rules: [], better: [] },
  };
}

function notPossible(): never {
  throw new GuildhallError('conflict', 'pair.notPossible', 'One of the two does not take part.');
}

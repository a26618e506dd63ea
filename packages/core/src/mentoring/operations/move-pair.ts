import { GuildhallError, notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { isFirm, judge, shownRules } from '../judge.js';
import type { ProgramRecord } from '../model/program.js';
import { leftovers, MatchPair, pairs, type PairRecord, type RunRecord } from '../model/run.js';
import { leftoverId, pairOfMentee, pairsOfMentor, pairView } from '../pair-read.js';
import { settleFigures, settleMentor, writeLeftover, writePair } from '../pair-write.js';
import { storedReasons } from '../reasons.js';
import { readRunInput, type RunInput } from '../run-input.js';
import { aloneOnRun, openRun, tellRun } from '../run-read.js';

const Moved = z.object({
  pair: MatchPair,
  /** The pair that the other mentee of an exchange has now; absent when they are left without a mentor. */
  other: MatchPair.optional(),
});

export const movePair = command({
  summary:
    'Gives a mentee another mentor by hand, exchanging mentees where the mentor is full. The pair is locked.',
  who: membersAndSystem,
  input: z.strictObject({
    runId: id,
    menteeId: id,
    mentorId: id,
    /** A mentee of that mentor who gets this one's mentor in return, or none if there is none. */
    exchangeWith: id.optional(),
    /** Why a rule is set aside; the text stays with the pair. */
    override: text(500).optional(),
  }),
  output: Moved,
  refuses: ['run.unknown', 'run.wrongState', 'pair.unknown', 'pair.notPossible', 'pair.rules', 'mentor.full'],
  alone: (input) => aloneOnRun(input.runId),
  async run(context, { runId, menteeId, mentorId, exchangeWith, override }) {
    const { tx, actor, settings } = context;
    const { run, program } = await openRun(tx, runId, actor);
    const input = await readRunInput(tx, program, run, settings);
    const before = await pairOfMentee(tx, runId, menteeId);
    if (before?.mentorId === mentorId) return { pair: await pairView(tx, run, before) };
    const theirs = await pairsOfMentor(tx, runId, mentorId);
    const exchanged = theirs.find((pair) => pair.menteeId === exchangeWith);
    if (exchangeWith !== undefined && !exchanged) throw notFound('pair');
    const made = (one: string, other: string) => handmade(input, one, other, override);
    const pair = made(menteeId, mentorId);
    const other = exchanged && before ? made(exchanged.menteeId, before.mentorId) : undefined;
    checkRoom(input, mentorId, theirs.length - (exchanged ? 1 : 0));
    for (const old of [before, exchanged]) if (old) await tx.remove(pairs, old.id);
    const record = await writePair(tx, runId, pair);
    const otherRecord = other && (await writePair(tx, runId, other));
    await tx.remove(leftovers, leftoverId(runId, 'mentee', menteeId));
    if (exchanged && !other)
      await writeLeftover(tx, runId, {
        personId: exchanged.menteeId,
        side: 'mentee',
        why: 'byHand',
        facts: {},
      });
    await settle(context, { run, program }, input, [mentorId, ...(before ? [before.mentorId] : [])]);
    return answer(context, run, record, otherRecord);
  },
});

/** A pair made by hand; refused when a rule stands against it that is not, or cannot be, set aside. */
function handmade(input: RunInput, menteeId: string, mentorId: string, override: string | undefined) {
  const byId = new Map(input.people.map((person) => [person.id, person]));
  const [mentee, mentor] = [byId.get(menteeId), byId.get(mentorId)];
  const judgment = judge(input.people, input.program)(menteeId, mentorId);
  if (!mentee || !mentor || !judgment) throw notPossible();
  const lacking = [
    needsTraining(input, menteeId, 'mentee'),
    needsTraining(input, mentorId, 'mentor'),
  ] as const;
  const learns = mentee.roles.includes('mentee') || lacking[0];
  const teaches = mentor.roles.includes('mentor') || lacking[1];
  if (!learns || !teaches || judgment.rules.some(isFirm)) throw notPossible();
  const broken = [...shownRules(judgment.rules), ...(lacking.includes(true) ? ['training'] : [])];
  if (broken.length > 0 && override === undefined)
    throw new GuildhallError(
      'conflict',
      'pair.rules',
      `Rules stand against this pair: ${broken.join(', ')}. Say in override why they are set aside.`,
      { details: { rules: broken.join(','), menteeId, mentorId } },
    );
  const reasons = storedReasons(judgment.reasons, mentee, mentor);
  const set = broken.length > 0 && override !== undefined && { override };
  return { mentorId, menteeId, score: judgment.score, reasons, locked: true, byHand: true, ...set };
}

function needsTraining({ untrained }: RunInput, personId: string, side: 'mentor' | 'mentee'): boolean {
  return untrained.get(personId)?.includes(side) ?? false;
}

function notPossible(): GuildhallError {
  return new GuildhallError(
    'forbidden',
    'pair.notPossible',
    'One of the two does not take part, or a rule that always holds stands between them.',
  );
}

function checkRoom(input: RunInput, mentorId: string, taken: number): void {
  const mentor = input.people.find((person) => person.id === mentorId);
  if (taken < (mentor?.capacity ?? 1)) return;
  throw new GuildhallError(
    'conflict',
    'mentor.full',
    'All places of this mentor are taken. Exchange with one of the mentees.',
  );
}

async function settle(
  { tx }: CommandContext,
  { run, program }: { run: RunRecord; program: ProgramRecord },
  input: RunInput,
  mentorIds: readonly string[],
): Promise<void> {
  for (const person of input.people)
    if (mentorIds.includes(person.id)) await settleMentor(tx, run.id, person);
  await settleFigures(tx, run);
  await tellRun(tx, program, run.id);
}

async function answer(
  { tx }: CommandContext,
  run: RunRecord,
  pair: PairRecord,
  other: PairRecord | undefined,
): Promise<z.input<typeof Moved>> {
  return {
    pair: await pairView(tx, run, pair),
    ...(other && { other: await pairView(tx, run, other) }),
  };
}

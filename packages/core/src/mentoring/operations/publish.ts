import { GuildhallError } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { begin } from '../begin.js';
import { enrollmentsOf } from '../enrollment-read.js';
import { tellEnrollment } from '../enrollment-write.js';
import { isFirm, judge } from '../judge.js';
import { enrollments, type EnrollmentRecord } from '../model/enrollment.js';
import type { MentorshipRecord } from '../model/mentorship.js';
import { places } from '../model/places.js';
import { programs, type ProgramRecord } from '../model/program.js';
import { MatchRun, pairs, runs, type PairRecord, type RunRecord } from '../model/run.js';
import { placesId, setPlaces } from '../places.js';
import { audienceOfProgram } from '../program-read.js';
import { pairsOf, readRunInput, type RunInput } from '../run-input.js';
import { aloneOnRun, openRun, runView, tellRun } from '../run-read.js';

export const publishMatches = command({
  summary: 'Begins a mentorship for every pair of a run, tells its people, and starts the program.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id }),
  output: MatchRun,
  refuses: ['run.unknown', 'run.wrongState', 'run.empty', 'run.broken', 'mentor.full'],
  alone: (input) => aloneOnRun(input.runId),
  async run(context, { runId }) {
    const { tx, actor, settings } = context;
    const { run, program } = await openRun(tx, runId, actor);
    const all = await pairsOf(tx, runId);
    if (all.length === 0) throw new GuildhallError('conflict', 'run.empty', 'There is no pair to publish.');
    checkPairs(await readRunInput(tx, program, run, settings), all);
    const enrolled = new Map((await enrollmentsOf(tx, program.id)).map((one) => [one.personId, one]));
    await givePlaces(context, program, all, enrolled);
    for (const group of groupsOf(program, all)) await beginGroup(context, program, group);
    const matched = new Set(all.flatMap((pair) => [pair.mentorId, pair.menteeId]));
    for (const personId of matched) await setMatched(context, program, enrolled.get(personId));
    return end(context, program, run);
  },
});

/**
 * Pairs are published as they were looked at, also when something has changed since; but nobody who no longer takes
 * part, no mentor over their places, and no pair against a rule that nobody has set aside.
 */
function checkPairs({ people, program, untrained }: RunInput, all: readonly PairRecord[]): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  const judged = judge(people, program);
  const taken = new Map<string, number>();
  const broken = all.filter((pair) => {
    const { menteeId, mentorId, override } = pair;
    const [mentee, mentor] = [byId.get(menteeId), byId.get(mentorId)];
    const rules = judged(menteeId, mentorId)?.rules;
    taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
    const aside = override !== undefined;
    const learns = mentee?.roles.includes('mentee') || (aside && untrained.get(menteeId)?.includes('mentee'));
    const teaches =
      mentor?.roles.includes('mentor') || (aside && untrained.get(mentorId)?.includes('mentor'));
    const stands = rules?.some((rule) => !aside || isFirm(rule)) ?? true;
    return !learns || !teaches || stands || (taken.get(mentorId) ?? 0) > (mentor?.capacity ?? 1);
  });
  if (broken.length === 0) return;
  throw new GuildhallError(
    'conflict',
    'run.broken',
    `${broken.length} pairs are no longer possible: people or rules have changed. Run again.`,
    { details: { pairs: broken.length } },
  );
}

/** Whom one mentorship is for: a mentor and a mentee, or a circle of a mentor and all of theirs. */
function groupsOf(program: ProgramRecord, all: readonly PairRecord[]): PairRecord[][] {
  if (program.kind !== 'circle') return all.map((pair) => [pair]);
  const circles = new Map<string, PairRecord[]>();
  for (const pair of all) circles.set(pair.mentorId, [...(circles.get(pair.mentorId) ?? []), pair]);
  return [...circles.values()];
}

async function givePlaces(
  { tx }: CommandContext,
  program: ProgramRecord,
  all: readonly PairRecord[],
  enrolled: ReadonlyMap<string, EnrollmentRecord>,
): Promise<void> {
  for (const mentorId of new Set(all.map((pair) => pair.mentorId)))
    if (!(await tx.get(places, placesId(program.id, mentorId))))
      await setPlaces(tx, program.id, mentorId, enrolled.get(mentorId)?.capacity ?? 1);
}

async function beginGroup(
  context: CommandContext,
  program: ProgramRecord,
  group: readonly PairRecord[],
): Promise<MentorshipRecord> {
  const { tx } = context;
  const { kind, cadenceDays, stalledAfterDays, plan, agreement } = program;
  const { startsOn, endsOn } = program.timeline;
  const record = await begin(context, {
    scope: program.id,
    mentorIds: [...new Set(group.map((pair) => pair.mentorId))],
    menteeIds: group.map((pair) => pair.menteeId),
    ...{ kind, cadenceDays, stalledAfterDays, plan, agreement, oneOff: false },
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
  });
  for (const pair of group) await tx.replace(pairs, { ...pair, mentorshipId: record.id });
  await tx.tell({ type: 'match.published', ids: [record.id], audience: record.personIds });
  return record;
}

async function setMatched(
  { tx, now }: CommandContext,
  program: ProgramRecord,
  enrollment: EnrollmentRecord | undefined,
): Promise<void> {
  if (!enrollment) return;
  await tx.replace(enrollments, { ...enrollment, state: 'matched', at: now.toISOString() });
  await tellEnrollment(tx, program, enrollment);
}

async function end(context: CommandContext, program: ProgramRecord, run: RunRecord) {
  const { tx, now } = context;
  const published: RunRecord = { ...run, state: 'published' };
  await tx.replace(runs, published);
  await tellRun(tx, program, run.id);
  if (program.state !== 'running') {
    const since = { ...program.since, running: now.toISOString() };
    await tx.replace(programs, { ...program, state: 'running', since });
    await tx.tell({ type: 'program.changed', ids: [program.id], audience: audienceOfProgram(program) });
  }
  return runView(context, published);
}

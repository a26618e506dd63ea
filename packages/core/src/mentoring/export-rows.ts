import { skills } from '../people/model.js';
import { namesOf, refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { csvText, type Cell } from './csv-text.js';
import { attestedIn, enrollmentsOf, trainingOf } from './enrollment-read.js';
import { endings } from './model/mentorship.js';
import type { ProgramRecord } from './model/program.js';
import { mentorshipsOf } from './pool.js';
import { reportFacts, sessionsOf } from './report-read.js';
import { figuresOf } from './report-rules.js';
import { pairsOf } from './run-input.js';
import { latestRun } from './run-read.js';

/** What of a program can be exported. */
export const EXPORTS = ['enrollments', 'pairs', 'mentorships', 'sessions', 'report'] as const;
export type Export = (typeof EXPORTS)[number];

type Write = (tx: Reader, program: ProgramRecord) => Promise<string>;

/** Writes a part of a program as CSV: names, states, dates and figures; never what people wrote. */
export const writers: Record<Export, Write> = {
  async enrollments(tx, program) {
    const records = await enrollmentsOf(tx, program.id);
    const attested = await attestedIn(tx, program.id);
    const name = await namer(
      tx,
      records.map((record) => record.personId),
    );
    const skill = await namesOf(
      tx,
      skills,
      records.flatMap((record) => record.topics.map((topic) => topic.skillId)),
    );
    return csvText(
      ['person', 'sides', 'capacity', 'topics', 'state', 'modulesDone', 'modules', 'changedAt'],
      records.map((record) => {
        const { done, of } = trainingOf(program, record.sides, attested.get(record.personId));
        const topics = record.topics.flatMap(({ skillId, level }) => {
          const topic = skill.get(skillId);
          return topic ? `${topic.name}:${level}` : [];
        });
        const { personId, sides, capacity, state, at } = record;
        return [name(personId), sides.join(' '), capacity, topics.join('; '), state, done, of, at];
      }),
    );
  },
  async pairs(tx, program) {
    const run =
      (await latestRun(tx, program.id, 'computed')) ?? (await latestRun(tx, program.id, 'published'));
    const pairs = run ? await pairsOf(tx, run.id) : [];
    const name = await namer(
      tx,
      pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]),
    );
    return csvText(
      ['mentor', 'mentee', 'score', 'locked', 'byHand', 'ruleSetAside'],
      pairs.map(({ mentorId, menteeId, score, locked, byHand, override }) => {
        const [mentor, mentee] = [name(mentorId), name(menteeId)];
        return [mentor, mentee, score, locked, byHand, override !== undefined];
      }),
    );
  },
  async mentorships(tx, program) {
    const records = await mentorshipsOf(tx, program.id);
    const ids = records.map((record) => record.id);
    const why = new Map((await tx.getMany(endings, ids)).map((ending) => [ending.id, ending.reason]));
    const name = await namer(
      tx,
      records.flatMap((record) => record.personIds),
    );
    const header = ['mentors', 'mentees', 'state', 'signed', 'sessionsHeld', 'lastHeldAt', 'goalsOpen'];
    return csvText(
      [...header, 'goalsMet', 'stalledSince', 'begunAt', 'endedAt', 'endedEarlyFor'],
      records.map((record) => [
        ...[record.mentorIds, record.menteeIds].map((one) => one.map(name).join('; ')),
        ...[record.state, record.agreement.signed.length, record.sessionsHeld, record.lastHeldAt],
        ...(['open', 'met'] as const).map(
          (state) => record.goals.filter((goal) => goal.state === state).length,
        ),
        ...[record.stalledSince, record.createdAt, record.endedAt, why.get(record.id)],
      ]),
    );
  },
  async sessions(tx, program) {
    const records = await mentorshipsOf(tx, program.id);
    const byId = new Map(records.map((record) => [record.id, record]));
    const sessions = await sessionsOf(tx, [...byId.keys()]);
    const name = await namer(
      tx,
      records.flatMap((record) => record.personIds),
    );
    return csvText(
      ['mentors', 'mentees', 'start', 'minutes', 'state', 'counts'],
      sessions.map(({ mentorshipId, start, minutes, state, counts }): Cell[] => {
        const { mentorIds = [], menteeIds = [] } = byId.get(mentorshipId) ?? {};
        const names = [mentorIds, menteeIds].map((one) => one.map(name).join('; '));
        return [...names, start, minutes, state, counts];
      }),
    );
  },
  async report(tx, program) {
    const figures = figuresOf(await reportFacts(tx, program.id));
    return csvText(
      ['figure', 'value', 'of', 'how'],
      figures.map(({ figure, value, of, how }) => [figure, value ?? undefined, of, how]),
    );
  },
};

async function namer(tx: Reader, ids: readonly string[]): Promise<(id: string) => string> {
  const refs = await refsOf(tx, ids);
  return (id) => refs.get(id)?.name ?? '';
}

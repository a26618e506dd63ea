import { query } from '../../operation.js';
import { UnitRef } from '../../people/model.js';
import { refsOf } from '../../people/read.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, time, z } from '../../schema.js';
import type { Found, Reader } from '../../store/store.js';
import { EXPORTS, writers } from '../export-rows.js';
import {
  endings,
  MENTORSHIP_STATES,
  mentorships,
  MentorshipState,
  MentorshipStatus,
  type MentorshipRecord,
} from '../model/mentorship.js';
import { managedProgram } from '../program-read.js';
import { reportFacts } from '../report-read.js';
import { figuresOf } from '../report-rules.js';
import { statusOf } from '../status.js';

const refuses = ['program.unknown', 'program.notYours'];

export const report = query({
  summary: 'Counts a program’s figures from what happened in it, and says of each how.',
  who: membersAndSystem,
  input: z.strictObject({ programId: id }),
  output: z.object({
    program: UnitRef,
    at: time,
    figures: z.array(
      z.object({
        /** Stable, such as `matchRate` or `endedEarly.noTime`. */
        figure: z.string(),
        /** Null when there is nothing to count it from. */
        value: z.number().nullable(),
        /** Of how many, where the value is a part of something. */
        of: z.int().optional(),
        /** How it is recomputed, in English. */
        how: z.string(),
      }),
    ),
  }),
  refuses,
  async run({ tx, actor, now }, { programId }) {
    const { name } = await managedProgram(tx, programId, actor);
    const figures = figuresOf(await reportFacts(tx, programId));
    return { program: { id: programId, name }, at: now.toISOString(), figures };
  },
});

export const exportProgram = query({
  summary:
    'Writes a program’s enrollments, pairs, mentorships, sessions or report as CSV. No words that people wrote.',
  who: membersAndSystem,
  input: z.strictObject({ programId: id, what: z.enum(EXPORTS) }),
  output: z.object({ csv: z.string() }),
  refuses,
  async run({ tx, actor }, { programId, what }) {
    const program = await managedProgram(tx, programId, actor);
    return { csv: await writers[what](tx, program) };
  },
});

export const statuses = query({
  summary: 'Lists the mentorships of a program for those who run it: whether they live, never what is said.',
  who: membersAndSystem,
  input: z.strictObject({
    programId: id,
    /** Default: all. */
    states: z.array(MentorshipState).min(1).max(MENTORSHIP_STATES.length).optional(),
    ...page,
  }),
  output: pageOf(MentorshipStatus),
  refuses,
  async run({ tx, actor, now }, { programId, states, ...request }) {
    await managedProgram(tx, programId, actor);
    const where = { scope: programId, ...(states && { state: states }) };
    return statusPage(tx, await tx.find(mentorships, { where, order: '+createdAt', ...request }), now);
  },
});

export const stalled = query({
  summary: 'Lists the mentorships of a program that are stalled, the longest first, for those who run it.',
  who: membersAndSystem,
  input: z.strictObject({ programId: id, ...page }),
  output: pageOf(MentorshipStatus),
  refuses,
  async run({ tx, actor, now }, { programId, ...request }) {
    await managedProgram(tx, programId, actor);
    const where = { scope: programId };
    return statusPage(tx, await tx.find(mentorships, { where, order: '+stalledSince', ...request }), now);
  },
});

/** Why one ended early is for those who run its program and HR: the only callers here. */
async function statusPage(tx: Reader, found: Found<MentorshipRecord>, now: Date) {
  const refs = await refsOf(
    tx,
    found.items.flatMap((record) => record.personIds),
  );
  const ids = found.items.map((record) => record.id);
  const why = new Map((await tx.getMany(endings, ids)).map((ending) => [ending.id, ending]));
  return { ...found, items: found.items.map((record) => statusOf(record, refs, now, why.get(record.id))) };
}

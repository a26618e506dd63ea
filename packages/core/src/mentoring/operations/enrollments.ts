import { query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { enrollmentViews } from '../enrollment-read.js';
import { Enrollment, enrollments, EnrollmentState, type EnrollmentRecord } from '../model/enrollment.js';
import { Side } from '../model/kinds.js';
import { managedProgram } from '../program-read.js';

export const myEnrollments = query({
  summary: 'Lists the caller’s enrollments, the one last written first.',
  who: members,
  input: z.strictObject({ ...page }),
  output: pageOf(Enrollment),
  async run(context, request) {
    const where = { personId: context.actor.id };
    const found = await context.tx.find(enrollments, { where, order: '-at', ...request });
    return { ...found, items: await enrollmentViews(context, found.items) };
  },
});

export const listEnrollments = query({
  summary: 'Lists who is enrolled in a program, with their training, for those who run it.',
  who: membersAndSystem,
  input: z.strictObject({
    programId: id,
    /** Default: all. */
    states: z.array(EnrollmentState).min(1).max(EnrollmentState.options.length).optional(),
    /** Only who is on this side, or on both. */
    side: Side.optional(),
    ...page,
  }),
  output: pageOf(Enrollment),
  refuses: ['program.unknown', 'program.notYours'],
  async run(context, { programId, states, side, limit, after }) {
    const { tx, actor } = context;
    await managedProgram(tx, programId, actor);
    const where = { programId, ...(states && { state: states }) };
    const fetch = (request: PageRequest) => tx.find(enrollments, { where, order: '+at', ...request });
    const keep = (record: EnrollmentRecord) => side === undefined || record.sides.includes(side);
    const found = await filterPages(fetch, keep, { limit, after });
    return { ...found, items: await enrollmentViews(context, found.items) };
  },
});

import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { people, units } from '../../people/model.js';
import { sortNameOf } from '../../people/rules.js';
import { holders, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { PROGRAM_STATES, Program, ProgramDraft, programs, ProgramState } from '../model/program.js';
import type { ProgramRecord } from '../model/program.js';
import {
  aloneOnProgram,
  audienceOfProgram,
  managedProgram,
  programView,
  programViews,
  visibleProgram,
} from '../program-read.js';
import { draftProblem, isOpen, maySeeProgram, PROMISED } from '../program-rules.js';

export const createProgram = command({
  summary: 'Writes a program as a draft that only those who run it see.',
  who: holders('programManager', 'hrAdmin'),
  input: ProgramDraft,
  output: Program,
  refuses: ['person.unknown', 'department.unknown'],
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const { managers, ...content } = draft;
    const createdAt = now.toISOString();
    const record: ProgramRecord = {
      id: newId(),
      ...content,
      state: 'draft',
      managerIds: [...new Set([...(actor.system ? [] : [actor.id]), ...managers])],
      sortName: sortNameOf(draft.name),
      createdAt,
      since: { draft: createdAt },
    };
    await checkDraft(tx, record, managers);
    await tx.insert(programs, record);
    await tx.tell({ type: 'program.changed', ids: [record.id], audience: audienceOfProgram(record) });
    return programView(context, record);
  },
});

export const updateProgram = command({
  summary:
    'Writes a program anew. Once people may enroll, kind, direction, form and what managers may know stay.',
  who: membersAndSystem,
  input: z.strictObject({ id, draft: ProgramDraft }),
  output: Program,
  refuses: [
    'program.unknown',
    'program.notYours',
    'program.over',
    'program.promised',
    'person.unknown',
    'department.unknown',
  ],
  alone: (input) => aloneOnProgram(input.id),
  async run(context, { id: programId, draft }) {
    const { tx, actor } = context;
    const before = await managedProgram(tx, programId, actor);
    if (!isOpen(before))
      throw new GuildhallError('conflict', 'program.over', 'A program that is over stays as it was.');
    const { managers, ...content } = draft;
    const changed = PROMISED.filter((field) => before[field] !== content[field]);
    if (before.state !== 'draft' && changed.length > 0)
      throw new GuildhallError(
        'conflict',
        'program.promised',
        `People enrolled in what was promised. Make a new program to change: ${changed.join(', ')}.`,
      );
    const [maker] = before.managerIds;
    const record: ProgramRecord = {
      ...before,
      ...content,
      managerIds: [...new Set([...(maker === undefined ? [] : [maker]), ...managers])],
      sortName: sortNameOf(draft.name),
    };
    const known = new Set(before.managerIds);
    await checkDraft(
      tx,
      record,
      managers.filter((one) => !known.has(one)),
    );
    await tx.replace(programs, record);
    await tx.tell({ type: 'program.changed', ids: [record.id], audience: audienceOfProgram(record) });
    return programView(context, record);
  },
});

async function checkDraft(
  tx: CommandContext['tx'],
  record: ProgramRecord,
  newManagers: string[],
): Promise<void> {
  const problem = draftProblem(record);
  if (problem) throw invalidField(problem.path, problem.message);
  const found = await tx.getMany(people, newManagers);
  const active = new Set(found.filter((person) => person.status === 'active').map((person) => person.id));
  if (newManagers.some((one) => !active.has(one))) throw notFound('person');
  const departments = await tx.getMany(units, record.eligibility.departments);
  const kinds = new Map(departments.map((unit) => [unit.id, unit.kind]));
  if (record.eligibility.departments.some((one) => kinds.get(one) !== 'department'))
    throw notFound('department');
}

/** What a list shows when nobody says which states: all but what is put away. */
const SHOWN = PROGRAM_STATES.filter((state) => state !== 'archived' && state !== 'canceled');

export const listPrograms = query({
  summary: 'Lists programs by name. Drafts are in it for those who run them alone.',
  who: membersAndSystem,
  input: z.strictObject({
    /** Default: all but archived and canceled ones. */
    states: z.array(ProgramState).min(1).max(PROGRAM_STATES.length).default(SHOWN),
    /** Only those that the caller made or is named in. */
    mine: z.boolean().default(false),
    ...page,
  }),
  output: pageOf(Program),
  async run(context, { states, mine, limit, after }) {
    const { tx, actor } = context;
    const fetch = (request: PageRequest) =>
      tx.find(programs, {
        where: mine ? { managerIds: actor.id } : { state: states },
        order: '+sortName',
        ...request,
      });
    const keep = (record: ProgramRecord) => maySeeProgram(record, actor) && states.includes(record.state);
    const found = await filterPages(fetch, keep, { limit, after });
    return { ...found, items: await programViews(context, found.items) };
  },
});

export const getProgram = query({
  summary: 'Reads a program: objectives, both guides, the agreement, and whether the caller may enroll.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: Program,
  refuses: ['program.unknown'],
  async run(context, { id: programId }) {
    return programView(context, await visibleProgram(context.tx, programId, context.actor));
  },
});

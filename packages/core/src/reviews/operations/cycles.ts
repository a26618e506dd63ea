import { GuildhallError, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { people } from '../../people/model.js';
import { holders, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import { subjectViews } from '../board.js';
import { checkCycle } from '../cycle-check.js';
import { aloneOnCycle, cycleView, hrCycle, mayAgree, partsOf, visibleCycle } from '../cycle-read.js';
import { draftPeople } from '../draft-people.js';
import {
  Cycle,
  CycleDates,
  CycleDraft,
  cycles,
  CycleSubject,
  subjects,
  type CycleRecord,
  type SubjectRecord,
} from '../model/cycle.js';
import { CYCLE_STATES, CycleState } from '../model/kinds.js';
import { isHr, maySeeNominations } from '../rules/nomination.js';
import { insertDraft } from '../cycle-write.js';
import type { Reader } from '../../store/store.js';

export const createCycle = command({
  summary: 'Writes a review cycle as a draft that only HR sees.',
  who: holders('hrAdmin'),
  input: CycleDraft,
  output: Cycle,
  refuses: ['person.unknown', 'template.unknown'],
  async run(context, draft) {
    await checkCycle(context.tx, draft);
    return cycleView(context, await insertDraft(context, draft));
  },
});

export const updateCycle = command({
  summary:
    'Writes a draft of a review cycle anew. From the launch on everything but the deadlines is frozen.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, draft: CycleDraft }),
  output: Cycle,
  refuses: ['cycle.unknown', 'cycle.frozen', 'person.unknown', 'template.unknown'],
  alone: (input) => aloneOnCycle(input.id),
  async run(context, { id: cycleId, draft }) {
    const { tx, actor } = context;
    // What a second person was to agree to is another cycle now.
    const { awaits: _awaits, ...before } = await hrCycle(tx, cycleId, actor);
    if (before.state !== 'draft')
      throw new GuildhallError(
        'conflict',
        'cycle.frozen',
        'Thresholds, readers, forms and people are frozen since the launch. Make a new cycle.',
      );
    await checkCycle(tx, draft, 'draft.');
    const record: CycleRecord = { ...before, ...draft, closesOn: draft.dates.answerBy };
    await tx.replace(cycles, record);
    await tx.tell({ type: 'cycle.changed', ids: [cycleId], audience: [actor.id] });
    return cycleView(context, record);
  },
});

export const copyCycle = command({
  summary:
    'Makes a draft that is like another cycle, with a name and dates of its own, of those who are still here.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, name: text(120), dates: CycleDates }),
  output: Cycle,
  refuses: ['cycle.unknown', 'person.unknown', 'template.unknown'],
  async run(context, { id: cycleId, name, dates }) {
    const { tx, actor } = context;
    const draft = CycleDraft.parse({
      ...(await cycleView(context, await hrCycle(tx, cycleId, actor))).draft,
    });
    const here = await activeOf(tx, draft.subjects);
    if (here.length === 0) throw notFound('person');
    const copy = { ...draft, subjects: here, name, dates };
    await checkCycle(tx, copy);
    return cycleView(context, await insertDraft(context, copy));
  },
});

/** The ids of those who have not left, in the same order. */
async function activeOf(tx: Reader, ids: readonly string[]): Promise<string[]> {
  const found = await tx.getMany(people, ids);
  const here = new Set(found.filter((person) => person.status === 'active').map((person) => person.id));
  return ids.filter((id) => here.has(id));
}

export const listCycles = query({
  summary: 'Lists review cycles, the newest first: for HR all, for others those in which they have a part.',
  who: membersAndSystem,
  input: z.strictObject({
    states: z.array(CycleState).min(1).max(CYCLE_STATES.length).optional(),
    ...page,
  }),
  output: pageOf(Cycle),
  async run(context, { states, limit, after }) {
    const { tx, actor } = context;
    const hr = isHr(actor);
    const parts = hr ? undefined : await partsOf(tx, actor.id);
    const keep = (record: CycleRecord) =>
      (states === undefined || states.includes(record.state)) &&
      (hr || mayAgree(record, actor) || (record.state !== 'draft' && parts?.has(record.id) === true));
    const fetch = (request: PageRequest) => tx.find(cycles, { order: '-createdAt', ...request });
    const found = await filterPages(fetch, keep, { limit, after });
    const items = [];
    for (const record of found.items) items.push(await cycleView(context, record));
    return { ...found, items };
  },
});

export const getCycle = query({
  summary: 'Reads a review cycle: how answers are kept, who will read them, the thresholds and the dates.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: Cycle,
  refuses: ['cycle.unknown'],
  async run(context, { id: cycleId }) {
    return cycleView(context, await visibleCycle(context.tx, cycleId, context.actor));
  },
});

export const listSubjects = query({
  summary:
    'Lists subjects of a cycle by name, with how many reviewers stand: for HR all, for others their own.',
  who: membersAndSystem,
  input: z.strictObject({ cycleId: id, ...page }),
  output: pageOf(CycleSubject),
  refuses: ['cycle.unknown'],
  async run({ tx, actor }, { cycleId, limit, after }) {
    const record = await visibleCycle(tx, cycleId, actor);
    if (record.state === 'draft') return draftPeople(tx, record, { limit, after });
    const fetch = (request: PageRequest) =>
      tx.find(subjects, { where: { cycleId }, order: '+sortName', ...request });
    const keep = (subject: SubjectRecord) => maySeeNominations(record, subject, actor);
    const found = await filterPages(fetch, keep, { limit, after });
    return { ...found, items: await subjectViews(tx, record, found.items) };
  },
});

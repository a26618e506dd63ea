import type { CommandContext } from '../operation.js';
import { storeCycle } from './cycle-write.js';
import { subjects, type CycleRecord, type SubjectRecord } from './model/cycle.js';
import { nominations } from './model/nomination.js';

/** How many people one transaction tells; the rest are told by the ticks that follow. */
const BATCH = 50;

/** Tells the next of those who are to be told of something, and stores how far that is. */
export async function tellSome(context: CommandContext, record: CycleRecord): Promise<CycleRecord> {
  const { telling, ...kept } = record;
  if (!telling) return record;
  const step =
    telling.what === 'start' ? await reviewersOf(context, record) : await peopleOf(context, record);
  if (step.people.length > 0)
    await context.tx.tell({
      type: `cycle.${telling.what}`,
      ids: [record.id],
      audience: [...new Set(step.people)],
    });
  return storeCycle(
    context,
    step.next === undefined ? kept : { ...kept, telling: { what: telling.what, after: step.next } },
  );
}

interface Step {
  people: string[];
  next?: string | undefined;
}

/** Those who have forms to fill. */
async function reviewersOf({ tx }: CommandContext, { id, telling }: CycleRecord): Promise<Step> {
  const where = { cycleId: id, state: 'approved' as const };
  const found = await tx.find(nominations, { where, order: '+at', after: telling?.after, limit: BATCH });
  return { people: found.items.map((one) => one.reviewerId), next: found.next };
}

/** Subjects and managers, as far as it concerns them. */
async function peopleOf({ tx }: CommandContext, record: CycleRecord): Promise<Step> {
  const { id, telling } = record;
  const where = { cycleId: id };
  const found = await tx.find(subjects, { where, order: '+sortName', after: telling?.after, limit: BATCH });
  const of = telling?.what === 'release' ? readersOf : proposersOf;
  return { people: found.items.flatMap((one) => of(record, one)), next: found.next };
}

function proposersOf({ nominationMode }: CycleRecord, { subjectId, managerId }: SubjectRecord): string[] {
  if (nominationMode === 'subject') return [subjectId];
  return nominationMode === 'manager' && managerId !== undefined ? [managerId] : [];
}

function readersOf({ visibility }: CycleRecord, { subjectId, managerId }: SubjectRecord): string[] {
  return visibility.manager && managerId !== undefined ? [subjectId, managerId] : [subjectId];
}

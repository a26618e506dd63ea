import { refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import type { CycleRecord, CycleSubject, SubjectRecord } from './model/cycle.js';
import { NAMELESS } from './model/kinds.js';
import { nominations, type NominationRecord } from './model/nomination.js';
import { amountOf, isNameless } from './rules/cycle.js';

/** Fewer reviewers than this and a single one who does not answer may hide all. */
const ENOUGH = 5;
/** More than anybody has reviewers, with all who were rejected or declined. */
const MANY = 1000;

/** All nominations about a subject, the oldest first. */
export async function nominationsOf(
  tx: Reader,
  cycleId: string,
  subjectId: string,
): Promise<NominationRecord[]> {
  return (await tx.find(nominations, { where: { cycleId, subjectId }, order: '+at', limit: MANY })).items;
}

/** Subjects as the board shows them. */
export async function subjectViews(
  tx: Reader,
  cycle: CycleRecord,
  records: readonly SubjectRecord[],
): Promise<CycleSubject[]> {
  const refs = await refsOf(
    tx,
    records.flatMap((one) => [one.subjectId, one.managerId ?? one.subjectId]),
  );
  const asked = NAMELESS.filter((direction) => cycle.templateByDirection[direction] !== undefined);
  const views: CycleSubject[] = [];
  for (const record of records) {
    const subject = refs.get(record.subjectId);
    if (!subject) continue;
    const all = await nominationsOf(tx, cycle.id, record.subjectId);
    const manager = refs.get(record.managerId ?? '');
    const reviewers = asked.map((direction) => {
      const count = (state: NominationRecord['state']) =>
        all.filter((one) => one.direction === direction && one.state === state).length;
      const standing = count('approved');
      const few = isNameless(cycle, direction) && standing > 0 && standing < ENOUGH;
      const { min, max } = amountOf(cycle, direction);
      return {
        direction,
        standing,
        proposed: count('proposed'),
        declined: count('declined'),
        min,
        max,
        few,
      };
    });
    views.push({ subject, ...(manager && { manager }), reviewers });
  }
  return views;
}

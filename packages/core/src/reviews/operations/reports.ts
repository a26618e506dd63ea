import { GuildhallError } from '../../errors.js';
import { query, type QueryContext } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { hrCycle } from '../cycle-read.js';
import { cycles, subjects, type SubjectRecord } from '../model/cycle.js';
import { Report, ReportChoice, ReportHead } from '../model/report.js';
import { readable, readerOf, type Readable } from '../report-access.js';
import { headOf, lineSubjects, reportView } from '../report-read.js';

export const listReports = query({
  summary:
    'Lists the released reports that the caller may read, the newest first: own ones, or those of others.',
  who: membersAndSystem,
  input: z.strictObject({
    /** `own`: about the caller. `line`: as manager, or as that one's manager. `hr`: of a cycle, by name. */
    of: z.enum(['own', 'line', 'hr']).default('own'),
    /** For `hr`. */
    cycleId: id.optional(),
    ...page,
  }),
  output: pageOf(ReportHead),
  refuses: ['cycle.unknown'],
  async run(context, { of, cycleId, limit, after }) {
    const { tx, actor } = context;
    if (of === 'hr') await hrCycle(tx, cycleId ?? '', actor);
    if (of === 'line') return linePage(context, limit, after);
    const readables = new Map<string, Readable>();
    const fetch = async (request: PageRequest) => {
      const found =
        of === 'own'
          ? await tx.find(subjects, { where: { subjectId: actor.id }, order: '-launchedAt', ...request })
          : await tx.find(subjects, { where: { cycleId: cycleId ?? '' }, order: '+sortName', ...request });
      for (const one of await readablesOf(context, found.items)) readables.set(one.subject.id, one);
      return found;
    };
    const keep = (one: SubjectRecord) =>
      readables.has(one.id) && (of === 'hr' || readables.get(one.id)?.as === 'subject');
    const found = await filterPages(fetch, keep, { limit, after });
    const items = [];
    for (const { id: key } of found.items) {
      const one = readables.get(key);
      if (one) items.push(await headOf(context, one));
    }
    return { ...found, items };
  },
});

/** A page of the reports of those below the caller. The cursor is the key of the last one. */
async function linePage(context: QueryContext, limit: number, after: string | undefined) {
  const all = (await readablesOf(context, await lineSubjects(context))).filter(
    (one) => one.as === 'manager' || one.as === 'skipManager',
  );
  const begin = after === undefined ? 0 : all.findIndex((one) => one.subject.id === after) + 1;
  if (after !== undefined && begin === 0)
    throw new GuildhallError('invalid', 'input.invalid', 'after: This place is not in the list.', {
      fields: [{ path: 'after', message: 'This place is not in the list.' }],
    });
  const part = all.slice(begin, begin + limit);
  const items = [];
  for (const one of part) items.push(await headOf(context, one));
  const last = part.at(-1)?.subject.id;
  return begin + limit < all.length && last !== undefined ? { items, next: last } : { items };
}

/** Those of the subjects whose reports the caller may read. */
async function readablesOf(
  { tx, actor }: QueryContext,
  records: readonly SubjectRecord[],
): Promise<Readable[]> {
  const found = await tx.getMany(cycles, [...new Set(records.map((one) => one.cycleId))]);
  const byId = new Map(found.map((cycle) => [cycle.id, cycle]));
  const all: Readable[] = [];
  for (const subject of records) {
    const cycle = byId.get(subject.cycleId);
    const as = cycle && (await readerOf(tx, cycle, subject, actor));
    if (cycle && as) all.push({ cycle, subject, as });
  }
  return all;
}

export const report = query({
  summary:
    'Reads a report as it was frozen at the release; what is hidden, empty or forbidden looks the same.',
  who: membersAndSystem,
  input: ReportChoice,
  output: Report,
  refuses: ['report.unknown'],
  audited: true,
  async run(context, { cycleId, subjectId }) {
    return reportView(context, await readable(context, cycleId, subjectId));
  },
});

export const requestAuthor = query({
  summary: 'Asks who wrote something nameless. Always refused, to everybody, and written down.',
  who: membersAndSystem,
  input: z.strictObject({ cycleId: id, subjectId: id.optional(), questionId: id.optional() }),
  output: z.object({}),
  refuses: ['author.refused'],
  audited: ['author.refused'],
  async run() {
    throw new GuildhallError(
      'forbidden',
      'author.refused',
      'Nobody is told who wrote a nameless answer. That you asked was written down.',
    );
  },
});

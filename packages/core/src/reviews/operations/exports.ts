import { csvText } from '../../mentoring/csv-text.js';
import { notFound } from '../../errors.js';
import { query } from '../../operation.js';
import { holders, membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { canonicalJson } from '../../wire.js';
import { hrCycle } from '../cycle-read.js';
import { REPORT_COLUMNS, reportRows } from '../export-rows.js';
import { subjects } from '../model/cycle.js';
import { ReportChoice, ReportFile, type Report } from '../model/report.js';
import { isReleased, readable, readerOf } from '../report-access.js';
import { reportView } from '../report-read.js';

const Format = z.enum(['csv', 'json']);

/** Reports as a file. Both formats are made of the same reports, as the screen shows them. */
function fileOf(name: string, reports: readonly Report[], format: z.output<typeof Format>) {
  if (format === 'csv')
    return {
      name: `${name}.csv`,
      type: 'text/csv',
      text: csvText(REPORT_COLUMNS, reports.flatMap(reportRows)),
    };
  const shown = reports.map(({ may: _may, ...kept }) => kept);
  // What is undefined is not there, as when it is sent.
  const text = canonicalJson(JSON.parse(JSON.stringify(shown)));
  return { name: `${name}.json`, type: 'application/json', text };
}

export const exportReport = query({
  summary: 'Saves a report as a file: exactly what the caller reads on the screen.',
  who: membersAndSystem,
  input: ReportChoice.extend({ format: Format.default('csv') }),
  output: ReportFile,
  refuses: ['report.unknown'],
  audited: true,
  async run(context, { cycleId, subjectId, format }) {
    const found = await reportView(context, await readable(context, cycleId, subjectId));
    return fileOf('report', [found], format);
  },
});

/** How many subjects one step reads. */
const STEP = 200;

export const exportCycle = query({
  summary:
    'Saves the reports of a cycle as one file, where HR may read them: nothing that the screen would not show.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, format: Format.default('csv') }),
  output: ReportFile,
  refuses: ['cycle.unknown', 'report.unknown'],
  audited: true,
  async run(context, { id: cycleId, format }) {
    const { tx, actor } = context;
    const cycle = await hrCycle(tx, cycleId, actor);
    if (!isReleased(cycle) || !cycle.visibility.hr) throw notFound('report');
    const reports: Report[] = [];
    for (let after: string | undefined; ;) {
      const where = { cycleId };
      const found = await tx.find(subjects, { where, order: '+sortName', after, limit: STEP });
      for (const subject of found.items) {
        const as = await readerOf(tx, cycle, subject, actor);
        if (as === 'hr') reports.push(await reportView(context, { cycle, subject, as }));
      }
      if (found.next === undefined) break;
      after = found.next;
    }
    return fileOf('reports', reports, format);
  },
});

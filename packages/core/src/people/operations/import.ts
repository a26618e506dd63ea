import { command } from '../../operation.js';
import { holders } from '../../policy.js';
import { z } from '../../schema.js';
import { CATALOG_WRITES } from '../catalog.js';
import { personOf } from '../cells.js';
import { columnsOf, missingColumns, type Columns } from '../columns.js';
import { DELIMITERS, parseCsv, type Csv } from '../csv.js';
import type { DirectoryProblem } from '../identify.js';
import { SyncResult, type DirectoryPerson } from '../model.js';
import { LARGE, syncInSteps } from '../sync-steps.js';
import { MAX_PEOPLE, NOTHING, syncPeople, type Synced, type SyncOptions } from '../sync.js';

/** How many errors one answer tells; `errorCount` counts them all. */
const MAX_ERRORS = 200;

/** Something wrong in the file. */
const ImportError = z.object({
  /** The line of the file, from 1, on which the row begins. */
  line: z.int(),
  /** What the column holds, such as `email`; absent when the whole row or file is wrong. */
  field: z.string().optional(),
  /** The column's header as the file writes it. */
  column: z.string().optional(),
  cause: z.string(),
});
type ImportError = z.output<typeof ImportError>;

const ImportResult = SyncResult.extend({
  dryRun: z.boolean(),
  /** Whether anything was stored: not on a dry run, and not with any error. */
  written: z.boolean(),
  /** The first 200, by line. */
  errors: z.array(ImportError),
  errorCount: z.int(),
  /** The headers of the columns that were not understood. */
  ignoredColumns: z.array(z.string()),
});

export const importPeople = command({
  summary:
    'Takes the directory from a CSV file: all of it, or with any error none and a list of what is wrong.',
  who: holders('peopleAdmin', 'orgAdmin'),
  input: z.strictObject({
    csv: z.string().max(10_000_000),
    /** Only tells what would change. */
    dryRun: z.boolean().default(false),
    /** Found out from the header when absent. */
    delimiter: z.enum(DELIMITERS).optional(),
    /** The file is the whole directory: people who are not in it have left. */
    complete: z.boolean().default(false),
  }),
  output: ImportResult,
  refuses: ['people.tooManyDepartures'],
  alone: () => CATALOG_WRITES,
  async run(context, { csv, delimiter, dryRun, complete }) {
    const file = readFile(parseCsv(csv, delimiter));
    return answerOf(
      file,
      await syncPeople(context, file.list, optionsOf(file, { complete, dryRun })),
      dryRun,
    );
  },
  async ahead(steps, { csv, delimiter, dryRun, complete }) {
    if (csv.length < LARGE * SHORTEST_ROW) return undefined;
    const file = readFile(parseCsv(csv, delimiter));
    if (file.list.length < LARGE) return undefined;
    const synced = await syncInSteps(steps, file.list, optionsOf(file, { complete, dryRun }));
    const answer = answerOf(file, synced, dryRun);
    return async () => answer;
  },
});

/** An id, a comma, a name and the end of the line. */
const SHORTEST_ROW = 4;

function optionsOf(
  { mentioned, errors }: ReadFile,
  asked: Pick<SyncOptions, 'complete' | 'dryRun'>,
): SyncOptions {
  return { ...asked, mentioned, broken: errors.length > 0 };
}

function answerOf(file: ReadFile, synced: Synced, dryRun: boolean): z.input<typeof ImportResult> {
  const problems = synced.problems
    // Whoever is missing may stand in a row that could not be told from its neighbors.
    .filter((problem) => !file.isTorn || problem.reason !== 'manager.unknown')
    .map((problem) => onLine(problem, file));
  const errors = [...file.errors, ...problems].sort((a, b) => a.line - b.line);
  const failed = errors.length > 0;
  return {
    ...(failed ? NOTHING : synced.result),
    dryRun,
    written: !failed && !dryRun,
    errors: errors.slice(0, MAX_ERRORS),
    errorCount: errors.length,
    ignoredColumns: file.ignored,
  };
}

/** Where in the file a problem of the list lies, in the file's own words. */
function onLine(
  problem: DirectoryProblem,
  { lines, columns }: Pick<ReadFile, 'lines' | 'columns'>,
): ImportError {
  const { at, field, message, first } = problem;
  const column = columns.used.find((used) => used.field === field)?.header;
  const cause = first === undefined ? message : `The same stands on line ${lines[first]}. Keep one of them.`;
  return { line: lines[at] ?? 1, field, ...(column !== undefined && { column }), cause };
}

interface ReadFile {
  columns: Columns;
  list: DirectoryPerson[];
  /** The line of each person of the list. */
  lines: number[];
  errors: ImportError[];
  /** Who stands in the file in a row that could not be read. */
  mentioned: Set<string>;
  ignored: string[];
  /** Rows could not be told from each other. */
  isTorn: boolean;
}

function readFile(csv: Csv): ReadFile {
  const columns = columnsOf(csv.header.cells);
  const errors: ImportError[] = [...csv.problems];
  const file: ReadFile = {
    columns,
    list: [],
    lines: [],
    errors,
    mentioned: new Set(),
    ignored: columns.ignored,
    isTorn: csv.problems.length > 0,
  };
  const missing = csv.header.cells.length > 0 || csv.problems.length === 0 ? missingColumns(columns) : [];
  for (const cause of missing) errors.push({ line: csv.header.line, cause });
  if (csv.rows.length > MAX_PEOPLE)
    errors.push({
      line: 1,
      cause: `The file has ${csv.rows.length} people. Import at most ${MAX_PEOPLE} at once.`,
    });
  else if (missing.length === 0) readRows(csv, columns, file);
  return file;
}

function readRows(csv: Csv, columns: Columns, file: ReadFile): void {
  for (const { line, cells } of csv.rows) {
    const row = personOf(cells, columns.used);
    if (row.person) {
      file.list.push(row.person);
      file.lines.push(line);
    } else {
      file.errors.push(...row.problems.map((problem) => ({ line, ...problem })));
      if (row.externalId) file.mentioned.add(row.externalId);
    }
  }
}

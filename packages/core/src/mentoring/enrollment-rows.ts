import { skillsOf } from '../people/cells.js';
import { parseCsv } from '../people/csv.js';
import { fold } from '../store/search.js';
import { EnrollmentDraft } from './model/enrollment.js';
import type { EnrollmentWords } from './enrollment-write.js';

/** A row of a file of enrollments: who, and what they would have said. */
export interface EnrollmentRow {
  /** The line of the file, from 1, on which the row begins. */
  line: number;
  /** The key of the person in the host's directory, or their e-mail address. */
  who: { externalId: string } | { email: string };
  words: EnrollmentWords;
}

/** Something wrong in the file. */
export interface RowProblem {
  line: number;
  /** The column's header as the file writes it; absent when the whole row or file is wrong. */
  column?: string;
  cause: string;
}

/** The most rows of one file. */
const MAX_ROWS = 5000;

/** The headers by which a column is known, without case, accents, spaces and signs. */
const HEADERS = {
  externalId: ['externalid', 'employeeid', 'employeenumber', 'personalnummer', 'id'],
  email: ['email', 'mail', 'emailaddress'],
  side: ['side', 'role', 'seite', 'rolle'],
  capacity: ['capacity', 'places', 'platze', 'kapazitat'],
  topics: ['topics', 'skills', 'themen'],
} as const;
type Field = keyof typeof HEADERS;

const SIDES = new Map<string, ('mentor' | 'mentee')[]>([
  ['mentor', ['mentor']],
  ['mentee', ['mentee']],
  ['both', ['mentor', 'mentee']],
]);

/** Reads a CSV text of enrollments with the columns externalId or email, side, capacity and topics. */
export function enrollmentRows(csv: string): {
  rows: EnrollmentRow[];
  problems: RowProblem[];
  ignoredColumns: string[];
} {
  const parsed = parseCsv(csv);
  const columns = new Map<Field, { at: number; header: string }>();
  const ignoredColumns: string[] = [];
  for (const [at, name] of parsed.header.cells.entries()) {
    const field = fieldOf(name);
    if (field && !columns.has(field)) columns.set(field, { at, header: name.trim() });
    else ignoredColumns.push(name.trim() || `column ${at + 1}`);
  }
  const problems: RowProblem[] = [...parsed.problems];
  const wrong = (cause: string) => problems.push({ line: parsed.header.line, cause });
  if (!columns.has('externalId') && !columns.has('email'))
    wrong('No column tells who it is. Name one externalId or email.');
  if (!columns.has('side')) wrong('No column tells the side. Name one side, with mentor, mentee or both.');
  if (parsed.rows.length > MAX_ROWS)
    wrong(`The file has ${parsed.rows.length} rows. Import at most ${MAX_ROWS}.`);
  if (problems.length > parsed.problems.length) return { rows: [], problems, ignoredColumns };
  const rows: EnrollmentRow[] = [];
  for (const { line, cells } of parsed.rows) {
    const cell = (field: Field) => cells[columns.get(field)?.at ?? -1]?.trim() ?? '';
    const row = readRow(cell);
    if ('words' in row) rows.push({ line, ...row });
    for (const { field, cause } of 'words' in row ? [] : row.problems)
      problems.push({ line, ...headerOf(columns.get(field)), cause });
  }
  return { rows, problems, ignoredColumns };
}

type ReadRow = Omit<EnrollmentRow, 'line'> | { problems: { field: Field; cause: string }[] };

function readRow(cell: (field: Field) => string): ReadRow {
  const problems: { field: Field; cause: string }[] = [];
  const externalId = cell('externalId');
  const email = cell('email');
  if (externalId === '' && email === '') problems.push({ field: 'externalId', cause: 'The cell is empty.' });
  const sides = SIDES.get(fold(cell('side')));
  if (!sides) problems.push({ field: 'side', cause: 'Write mentor, mentee or both.' });
  const capacity = cell('capacity');
  const parsed = EnrollmentDraft.omit({ programId: true }).safeParse({
    sides: sides ?? ['mentee'],
    ...(capacity !== '' && { capacity: Number(capacity) }),
    topics: skillsOf(cell('topics')),
  });
  for (const { path } of parsed.error?.issues ?? [])
    problems.push(
      path[0] === 'capacity'
        ? { field: 'capacity', cause: 'Write a whole number from 1 to 50.' }
        : {
            field: 'topics',
            cause: 'Write at most 10, as Facilitation:strong; SQL, with a level we know or none.',
          },
    );
  if (!parsed.success || problems.length > 0) return { problems };
  return { who: externalId === '' ? { email } : { externalId }, words: parsed.data };
}

function headerOf(column: { header: string } | undefined): { column?: string } {
  return column ? { column: column.header } : {};
}

function fieldOf(header: string): Field | undefined {
  const sign = header.length > 100 ? '' : fold(header).replace(/[^\p{L}\p{N}]/gu, '');
  const fields = Object.entries(HEADERS).filter(([, names]) => names.some((name) => name === sign));
  // `Object.entries` widens the keys of HEADERS to string.
  return fields[0]?.[0] as Field | undefined;
}

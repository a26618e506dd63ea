import { foldWord, type Column, type ColumnField } from './columns.js';
import { languageTagFor } from './languages.js';
import { DirectoryPerson, Level } from './model.js';

/** Something wrong in a row: the field, the column as the file names it, and what to do. */
export interface CellProblem {
  field: ColumnField;
  column: string;
  cause: string;
}

/** A row as a person, or all that is wrong with it. `externalId` is there when it could be read. */
export type ReadRow =
  | { person: DirectoryPerson }
  | { person?: undefined; externalId: string | undefined; problems: CellProblem[] };

/** Reads a row by the columns that are understood. An empty cell says that there is none. */
export function personOf(cells: readonly string[], columns: readonly Column[]): ReadRow {
  const problems: CellProblem[] = [];
  const said = new Map<ColumnField, unknown>();
  for (const { field, at, header } of columns) {
    const cell = cells[at]?.trim() ?? '';
    const value = (READERS[field] ?? plain)(cell);
    if (cell.includes('\uFFFD'))
      problems.push({ field, column: header, cause: `"${cell}" is damaged. Save the file as UTF-8.` });
    else if (value !== undefined) said.set(field, value);
  }
  const names = [said.get('firstName'), said.get('lastName')].filter((part) => typeof part === 'string');
  if (!said.has('name') && names.length > 0) said.set('name', names.join(' '));
  for (const part of ['firstName', 'lastName'] as const) said.delete(part);
  const parsed = DirectoryPerson.safeParse(Object.fromEntries(said));
  if (parsed.success && problems.length === 0) return { person: parsed.data };
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = columns.find(({ field }) => field === path[0]) ?? columns.find(isName);
    if (column && !problems.some(({ field }) => field === path[0]))
      problems.push({
        field: column.field,
        column: column.header,
        cause: cells[column.at]?.trim() ? message : 'The cell is empty.',
      });
  }
  const externalId = said.get('externalId');
  return { externalId: typeof externalId === 'string' ? externalId : undefined, problems };
}

function isName({ field }: Column): boolean {
  return field === 'firstName' || field === 'lastName';
}

const READERS: Partial<Record<ColumnField, (cell: string) => unknown>> = {
  externalId: (cell) => cell,
  id: (cell) => cell || undefined,
  name: (cell) => cell,
  teams: parts,
  languages: (cell) => cell.split(/[;|,]/).flatMap((part) => languageOf(part.trim()) ?? []),
  locale: (cell) => languageOf(cell) ?? null,
  skills: skillsOf,
  status: (cell) => (cell === '' ? undefined : (STATUSES.get(foldWord(cell)) ?? cell)),
};

function plain(cell: string): string | null {
  return cell || null;
}

function parts(cell: string): string[] {
  return cell.split(/[;|]/).flatMap((part) => part.trim() || []);
}

/** A language by its name, or by its tag also with underscores: `Spanish`, `es_MX`. Undefined when empty. */
function languageOf(text: string): string | undefined {
  if (text === '') return undefined;
  return (text.length > 200 ? undefined : languageTagFor(text)) ?? text.replaceAll('_', '-');
}

/** The skills in a cell, as `Kubernetes:strong; SQL`: the level is one of ours, or else a word that is none. */
export function skillsOf(cell: string): { skill: string; level: string }[] {
  return parts(cell).map(skillOf);
}

/** `Kubernetes:strong`. Without a level: working. Other colons, as in ISO 27001:2022, belong to the name. */
function skillOf(part: string): { skill: string; level: string } {
  const [, skill, word] = /^(.*\S)\s*:\s*(\p{L}+)$/u.exec(part) ?? [];
  if (skill === undefined || word === undefined) return { skill: part, level: 'working' };
  const level = foldWord(word);
  return { skill, level: LEVEL_WORDS.get(level) ?? level };
}

const LEVEL_WORDS: ReadonlyMap<string, string> = new Map([
  ...Level.options.map((level): [string, string] => [level, level]),
  ['beginner', 'learning'],
  ['basic', 'learning'],
  ['intermediate', 'working'],
  ['advanced', 'strong'],
  ['expert', 'teaching'],
]);

const STATUSES: ReadonlyMap<string, string> = new Map([
  ...['active', 'aktiv', 'true', 'yes', 'ja', 'y', '1', 'wahr'].map(said('active')),
  ...['suspended', 'on leave', 'gesperrt', 'ruhend'].map(said('suspended')),
  ...['departed', 'left', 'inactive', 'terminated', 'false', 'no', 'nein', 'n', '0', 'falsch'].map(
    said('departed'),
  ),
  ...['ausgeschieden', 'inaktiv'].map(said('departed')),
]);

function said(status: string): (word: string) => [string, string] {
  return (word) => [word, status];
}

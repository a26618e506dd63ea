/** What a cell can hold; undefined is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** A sign at the beginning of a text that makes spreadsheets read it as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A CSV text (RFC 4180) with a byte order mark, by which spreadsheets know it to be UTF-8. Texts that a spreadsheet
 * would run as a formula begin with an apostrophe; numbers stay numbers.
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

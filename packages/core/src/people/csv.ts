/** What may part the cells of a row. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A row with the line of the text, from 1, on which it begins. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Something wrong on a line. */
export interface CsvProblem {
  line: number;
  cause: string;
}

/** A parsed text. Rows that differ from the header in length are problems and not among the rows. */
export interface Csv {
  delimiter: Delimiter;
  header: CsvRow;
  rows: CsvRow[];
  problems: CsvProblem[];
}

/**
 * Parses a CSV text (RFC 4180 and what programs write in its name): any line ends, quoted cells over several
 * lines, a byte order mark, Excel's `sep=;` line. Cells are kept as written. Wholly empty rows are skipped,
 * empty cells at the end of a row forgiven. Without a delimiter the header decides. Takes linear time.
 */
export function parseCsv(text: string, delimiter?: Delimiter): Csv {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const hint = /^sep=([,;\t|])(?:\r\n|\n|\r|$)/i.exec(text.slice(start, start + 8));
  const body = start + (hint?.[0].length ?? 0);
  // The pattern admits delimiters only.
  const used = delimiter ?? (hint?.[1] as Delimiter | undefined) ?? sniff(text, body);
  const problems: CsvProblem[] = [];
  const [first, ...others] = new Scanner(text, used, problems).rows(body, hint ? 2 : 1);
  const header = first ?? { line: 1, cells: [] };
  dropEmptyEnd(header.cells, 0);
  return { delimiter: used, header, rows: fitting(others, header.cells.length, problems), problems };
}

function fitting(rows: readonly CsvRow[], width: number, problems: CsvProblem[]): CsvRow[] {
  return rows.filter(({ line, cells }) => {
    dropEmptyEnd(cells, width);
    if (cells.length === width) return true;
    problems.push({ line, cause: `The row has ${cells.length} cells and the header ${width}.` });
    return false;
  });
}

function dropEmptyEnd(cells: string[], least: number): void {
  while (cells.length > least && cells.at(-1)?.trim() === '') cells.pop();
}

/** The delimiter that stands most often outside quotes on the first line that says anything; a comma if none. */
function sniff(text: string, from: number): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let blank = true;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (!blank) break;
    } else if (char.trim() !== '') blank = false;
    if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const most = Math.max(...DELIMITERS.map((delimiter) => counts.get(delimiter) ?? 0));
  return DELIMITERS.find((delimiter) => counts.get(delimiter) === most) ?? ',';
}

/** Walks over the text once. */
class Scanner {
  readonly #text: string;
  readonly #delimiter: Delimiter;
  readonly #problems: CsvProblem[];
  #at = 0;
  #line = 1;

  constructor(text: string, delimiter: Delimiter, problems: CsvProblem[]) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#problems = problems;
  }

  /** All rows that have a cell with something in it. */
  rows(from: number, line: number): CsvRow[] {
    this.#at = from;
    this.#line = line;
    const rows: CsvRow[] = [];
    while (this.#at < this.#text.length) {
      const row = this.#row();
      if (row?.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    }
    return rows;
  }

  /** One row with its line end; undefined when it cannot be told where it ends. */
  #row(): CsvRow | undefined {
    const row: CsvRow = { line: this.#line, cells: [] };
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
      if (cell === undefined) return undefined;
      row.cells.push(cell);
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at += 1;
    }
    this.#lineEnd();
    return row;
  }

  /** Up to the next delimiter or line end. */
  #plain(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#endsCell()) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** From a quote to the one that closes it; undefined, with all the rest of the text taken, when none does. */
  #quoted(): string | undefined {
    const line = this.#line;
    const parts: string[] = [];
    for (let start = this.#at + 1; ; start = this.#at + 1) {
      const end = this.#text.indexOf('"', start);
      if (end < 0) {
        this.#at = this.#text.length;
        this.#problems.push({ line, cause: 'A quote is opened here and never closed.' });
        return undefined;
      }
      parts.push(this.#text.slice(start, end));
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') break;
    }
    const cell = parts.join('"');
    this.#line += lineEndsIn(cell);
    const rest = this.#plain();
    if (rest.trim() !== '')
      this.#problems.push({ line: this.#line, cause: 'A quoted cell goes on after its closing quote.' });
    return cell;
  }

  #endsCell(): boolean {
    const char = this.#text[this.#at];
    return char === this.#delimiter || char === '\n' || char === '\r';
  }

  #lineEnd(): void {
    if (this.#at >= this.#text.length) return;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line += 1;
  }
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

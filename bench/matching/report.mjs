/** Cells and tables of the report, and where it goes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const milliseconds = ({ cpu, failed }) =>
  failed ?? (cpu < 10 ? cpu.toFixed(1) : String(Math.round(cpu)));
export const megabytes = ({ rss, failed }) => failed ?? String(rss);

/** Our time as a part of theirs. */
export function ratio(ours, theirs) {
  if (theirs.cpu === 0) return 'too short to measure';
  return theirs.failed ?? `${(ours.cpu / theirs.cpu).toFixed(2)}x`;
}

/** How many times as fast as theirs ours is; at least so many, when theirs ran out of time. */
export function faster(theirs, ours) {
  if (theirs.over) return `over ${number(theirs.over / ours.cpu)}x`;
  return theirs.failed ?? `${number(theirs.cpu / ours.cpu)}x`;
}

/** What a goal asks for, what was measured, and whether that meets it; undefined when it could not be measured. */
export function claim(goal, asks, measured, meets, unit = 'x') {
  return { goal, asks, measured, unit, met: Number.isFinite(measured) ? meets(measured) : undefined };
}

const number = (x) => (x < 10 ? x.toFixed(2) : String(Math.round(x)));

function table(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

/** A case as Markdown: its tables, and what its goals come to. */
export function markdown({ title, tables, claims }, where) {
  const verdict = ({ met }) => (met === undefined ? 'not measured' : met ? 'met' : '**missed**');
  const goals = claims.map((one) => [
    one.goal,
    one.asks,
    one.met === undefined ? '' : `${number(one.measured)} ${one.unit}`,
    verdict(one),
  ]);
  return [
    `### ${title}`,
    where,
    ...tables.map(({ head, lines }) => table(head, lines)),
    ...(goals.length > 0 ? [table(['goal', 'asks for', 'measured', ''], goals)] : []),
  ].join('\n\n');
}

/** What to know before reading the tables. */
export const introduction = `Written by \`npm run bench:matching\`, each part by its file in \`bench/matching/cases/\`.

Times are CPU time, the least of several runs on the same instance in one process; each solver has a process of its own.
“Again” is the same measured a second time: what differs is noise. Making the input of the others (arrays of arrays,
copies of columns, SciPy’s matrices) is not counted. A run stops when solvers come to different totals on an instance.`;

/** Puts texts between their markers in a page, and leaves the rest of it alone. */
export function writeSections(file, heading, sections) {
  let page = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  if (!page.includes(`\n## ${heading}\n`)) page = `${page.trimEnd()}\n\n## ${heading}\n`;
  for (const [name, text] of sections) {
    const begin = `<!-- bench:${name} -->`;
    const end = `<!-- /bench:${name} -->`;
    const section = `${begin}\n\n${text}\n\n${end}`;
    const at = page.indexOf(begin);
    const rest = page.indexOf(end);
    page =
      at >= 0 && rest > at
        ? page.slice(0, at) + section + page.slice(rest + end.length)
        : `${page.trimEnd()}\n\n${section}\n`;
  }
  writeFileSync(file, page);
}

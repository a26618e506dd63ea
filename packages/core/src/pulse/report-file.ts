import { csvText, type Cell as CsvCell } from '../mentoring/csv-text.js';
import type { z } from '../schema.js';
import type { Report, ReportFile } from './model/report.js';

const COLUMNS = [
  'item',
  'part',
  'answers',
  'mean',
  'of',
  'favorable',
  'spread',
  'before',
  'share',
  'words',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

/** A report as a file. It is made from the report alone, so that it cannot say more. */
export function fileOf(report: Report, format: 'csv' | 'json'): z.output<typeof ReportFile> {
  if (format === 'json')
    return {
      name: 'pulse-report.json',
      type: 'application/json',
      text: `${JSON.stringify(report, undefined, 2)}\n`,
    };
  const rows = [...report.items.flatMap(rowsOfItem), ...report.words.flatMap(rowsOfWords)];
  const text = csvText(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
  return { name: 'pulse-report.csv', type: 'text/csv', text };
}

/** A row for the figures, and one for each bar. Shares and favorable answers are percent. */
function rowsOfItem({ cell, trend, ...item }: Report['items'][number]): Row[] {
  const name = item.index ? 'all items together' : item.prompt;
  if (!cell.shown) return [{ item: name, part: item.part, answers: 'hidden' }];
  const bars = (cell.bars ?? []).map(({ from, to, percent }): Row => {
    const label = item.labels[from - item.min];
    return { item: name, part: from === to ? (label ?? from) : `${from} to ${to}`, share: percent };
  });
  const { n: answers, mean, favorable, spread } = cell;
  const before = trend.shown ? trend.before : undefined;
  return [{ item: name, part: item.part, answers, mean, of: item.max, favorable, spread, before }, ...bars];
}

function rowsOfWords({ prompt, cell }: Report['words'][number]): Row[] {
  if (!cell.shown) return [{ item: prompt, words: 'hidden' }];
  return cell.texts.map(({ text }) => ({ item: prompt, words: text }));
}

import type { Client } from '@guildhall/core';
import type { DotRow } from '../charts/dot-range.js';
import type { ShareBar } from '../charts/share-bars.js';
import type { Formats } from '../internal/format.js';
import type { pulse } from '../strings/en/pulse.js';

/** What a wave shows of a group. */
export type Report = Awaited<ReturnType<Client['pulse']['report']>>;
/** A measure of a report with its figures. */
export type ReportItem = Report['items'][number];
type Cell = ReportItem['cell'];
/** A figure that is shown. */
export type ShownCell = Extract<Cell, { shown: true }>;

/** What figures are put into words with. */
export interface Wording {
  strings: typeof pulse;
  formats: Formats;
  locale: string;
}

/** Means on one scale, to be drawn in one picture. */
export interface ScaleOfItems {
  min: number;
  max: number;
  /** The labels of the answers, from the lowest; undefined where items have different ones. */
  labels: readonly string[] | undefined;
  items: ReportItem[];
}

/** All items together, when the form has that and it is shown. */
export function wholeOf(report: Report): { item: ReportItem; cell: ShownCell; mean: number } | undefined {
  const item = report.items.find(({ index }) => index);
  return item?.cell.shown && item.cell.mean !== undefined
    ? { item, cell: item.cell, mean: item.cell.mean }
    : undefined;
}

/** True when nothing at all is shown of the group. */
export function isAllHidden({ items, words, rate }: Report): boolean {
  return !rate.shown && items.every(({ cell }) => !cell.shown) && words.every(({ cell }) => !cell.shown);
}

/** True when a figure or words are hidden. */
export function isSomeHidden({ items, words }: Report): boolean {
  return items.some(({ cell }) => !cell.shown) || words.some(({ cell }) => !cell.shown);
}

/** The means item by item, by the scale that they are on, in the order of the form. */
export function scalesOf({ items }: Report): ScaleOfItems[] {
  const scales = new Map<string, ScaleOfItems>();
  for (const item of items) {
    if (item.kind !== 'mean' || item.index) continue;
    const { min, max, labels } = item;
    const key = `${min} ${max}`;
    const scale = scales.get(key) ?? { min, max, labels, items: [] };
    // Where items differ in what their ends mean, the ends say only which is better.
    if (scale.labels?.join('\n') !== labels.join('\n')) scale.labels = undefined;
    scale.items.push(item);
    scales.set(key, scale);
  }
  return [...scales.values()];
}

/** What an item is called: its question, and the part of it that it is about. */
export function nameOf({ prompt, part }: Pick<ReportItem, 'prompt' | 'part'>): string {
  return part === undefined ? prompt : `${prompt} – ${part}`;
}

/** An item as a row of a picture, with what is said about it beside its mean. */
export function rowOf(item: ReportItem, { strings, formats }: Wording): DotRow {
  const { cell } = item;
  const mean = cell.shown ? cell.mean : undefined;
  const said = cell.shown
    ? [spreadShort(cell.spread, { strings, formats }), item.reversed ? strings.reversed : '']
    : [];
  return {
    id: item.id,
    name: nameOf(item),
    values: { mean },
    note: said.filter(Boolean).join(' · ') || undefined,
  };
}

/** How far answers lie apart, in words; empty where nothing is said about it. */
export function spreadWords(
  spread: ShownCell['spread'],
  { strings, formats }: Pick<Wording, 'strings' | 'formats'>,
): string {
  if (spread === undefined) return '';
  return typeof spread === 'number' ? strings.spreadNumber(formats.number(spread)) : strings.spread[spread];
}

function spreadShort(
  spread: ShownCell['spread'],
  { strings, formats }: Pick<Wording, 'strings' | 'formats'>,
): string {
  if (spread === undefined) return '';
  return typeof spread === 'number'
    ? strings.spreadShortNumber(formats.number(spread))
    : strings.spreadShort[spread];
}

/** The item with the lowest mean that is shown; undefined for fewer than two. */
export function lowestOf(items: readonly ReportItem[]): ReportItem | undefined {
  const shown = items.flatMap((item) =>
    item.cell.shown && item.cell.mean !== undefined ? [{ item, mean: item.cell.mean }] : [],
  );
  if (shown.length < 2) return undefined;
  return shown.reduce((low, one) => (one.mean < low.mean ? one : low)).item;
}

/** How the answers to a choice are spread. */
export function barsOf({ labels }: ReportItem, { bars = [] }: ShownCell): ShareBar[] {
  return bars.map(({ from, to, percent }) => ({
    name: labels.slice(from, to + 1).join(', '),
    percent,
  }));
}

/** How many of those asked have answered, in words; empty where it is hidden. */
export function rateWords({ rate }: Report, { strings, locale }: Wording): string {
  if (!rate.shown) return '';
  const percent =
    rate.rate === 'over95'
      ? strings.rateFull
      : new Intl.NumberFormat(locale, { style: 'percent' }).format(rate.rate / 100);
  return strings.rate(percent);
}

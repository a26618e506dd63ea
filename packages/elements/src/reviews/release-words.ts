import type { reviewReport } from '../strings/en/review-report.js';

type Strings = typeof reviewReport;

/** A class of a released report, as far as its name needs it. */
export interface NamedClass {
  /** One relation, or several that were too small alone. */
  relations: readonly string[];
  /** How many answered, as a band: "5–9". */
  n: string;
}

/** What a class is called: "peers (5–9)", or "colleagues (5–9)" when it holds more than one relation. */
export function className({ relations, n }: NamedClass, strings: Strings): string {
  const [only, another] = relations;
  const name = another === undefined && only ? (strings.relations[only] ?? only) : strings.colleagues;
  return strings.classOf(name, bandWords(n));
}

/** A band as it is printed, with a dash between its ends. */
export function bandWords(band: string): string {
  return band.replace('-', '–');
}

/** How far answers lie apart, in words; empty where nothing is said about it. */
export function spreadWords(
  spread: 'close' | 'mixed' | 'farApart' | number | undefined,
  strings: Strings,
  number: (value: number) => string,
): string {
  if (spread === undefined) return '';
  return typeof spread === 'number' ? strings.deviation(number(spread)) : strings.spreads[spread];
}

/** Numbers, lists and times of one language. */
export interface Formats {
  number(value: number): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
  /** The same for templates: what to put between and around them, in order. */
  pieces(items: readonly unknown[]): unknown[];
  /** "2 minutes ago", "yesterday", "Tuesday", "3 March", "3 March 2024". */
  relative(time: Date, now?: Date): string;
  /** Day and time in full, for a tooltip. */
  exact(time: Date): string;
}

/** The forms of a text by plural category; `#` stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const MINUTE = 60_000;
const DAY = 86_400_000;
const made = new Map<string, Formats>();

/** The formats of a language: one set for all elements, since making them is slow. */
export function formats(locale: string): Formats {
  const known = made.get(locale) ?? makeFormats(locale);
  made.set(locale, known);
  return known;
}

/** A function that words a count: `plural('en')(2, { one: '# kudos', other: '# kudos' })`. */
export function plural(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', formats(locale).number(count));
}

/** Puts templates in the places of a sentence: `fill('thanked by {giver}', { giver: html`…` })`. */
export function fill(sentence: string, values: Record<string, unknown>): unknown[] {
  return sentence.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? values[piece] : piece));
}

/** True for languages that are written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(locale) || /-(Arab|Hebr|Thaa)\b/i.test(locale);
}

function makeFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return {
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    pieces: (items) =>
      lists
        .formatToParts(items.map((_, index) => String(index)))
        .map(({ type, value }) => (type === 'element' ? items[Number(value)] : value)),
    relative(time, now = new Date()) {
      const minutes = Math.trunc((time.getTime() - now.getTime()) / MINUTE);
      const days = dayNumber(time) - dayNumber(now);
      if (!minutes) return ago.format(0, 'second');
      if (Math.abs(minutes) < 60) return ago.format(minutes, 'minute');
      if (!days) return ago.format(Math.trunc(minutes / 60), 'hour');
      if (Math.abs(days) === 1) return ago.format(days, 'day');
      if (Math.abs(days) < 7) return weekday.format(time);
      return (time.getFullYear() === now.getFullYear() ? day : date).format(time);
    },
    exact: (time) => exact.format(time),
  };
}

function dayNumber(time: Date): number {
  return Math.floor(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / DAY);
}

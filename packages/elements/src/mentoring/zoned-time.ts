/** What a calendar and a clock on a wall show: `2026-03-29` and `15:30`. */
export interface WallTime {
  day: string;
  time: string;
}

/** The moment of a wall time. */
export interface ZonedMoment {
  moment: Date;
  /** `skipped`: clocks jump over it, and the moment is as much later; `twice`: it comes twice, and the first is meant. */
  odd?: 'skipped' | 'twice';
}

const DAY_MS = 86_400_000;
const made = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows in a zone at a moment. Throws a RangeError for a zone that this browser does not know. */
export function wallTime(moment: Date, timeZone: string): WallTime {
  const parts = new Map(
    partsIn(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** The moment at which the wall in a zone shows this; undefined when it is no day and time. */
export function momentOf({ day, time }: WallTime, timeZone: string): ZonedMoment | undefined {
  const plain = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(plain)) return undefined;
  // The clocks of a zone change at most once in the two days around: each offset is one of these.
  const [before, after] = [offsetAt(plain - DAY_MS, timeZone), offsetAt(plain + DAY_MS, timeZone)];
  const fits = [...new Set([plain - before, plain - after])].filter(
    (moment) => moment + offsetAt(moment, timeZone) === plain,
  );
  const [first] = fits.sort((a, b) => a - b);
  if (first === undefined) return { moment: new Date(plain - before), odd: 'skipped' };
  return { moment: new Date(first), ...(fits.length > 1 && { odd: 'twice' as const }) };
}

/** How many milliseconds a zone is ahead of UTC at a moment. */
export function offsetAt(moment: number, timeZone: string): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  const { day, time } = wallTime(new Date(minute), timeZone);
  return Date.parse(`${day}T${time}Z`) - minute;
}

/** The place that names a zone: `America/Argentina/Buenos_Aires` is Buenos Aires. */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** The zone of the computer in use. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function partsIn(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  made.set(timeZone, format);
  return format;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a time zone show at a moment, as `2026-03-29T10:00:00.000`. `at`: an ISO time in UTC. */
export function wallTime(at: string, timeZone: string): string {
  const moment = new Date(at);
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const fraction = String(moment.getUTCMilliseconds()).padStart(3, '0');
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}.${fraction}`;
}

/**
 * The moment, as an ISO time in UTC, at which clocks in a time zone show a wall time. Where they show it twice,
 * the first; where they skip it, the moment that clocks would have called so, had they not been put forward.
 */
export function momentOf(wall: string, timeZone: string): string {
  const sought = Date.parse(`${wall}Z`);
  const offset = (at: number) => {
    const iso = new Date(at).toISOString();
    return Date.parse(`${wallTime(iso, timeZone)}Z`) - at;
  };
  // No zone changes its clock twice within two days: one of the two offsets around is the one that holds.
  const [before, after] = [offset(sought - DAY), offset(sought + DAY)];
  const fits = [before, after].map((one) => sought - one).filter((at) => at + offset(at) === sought);
  const at = fits.length > 0 ? Math.min(...fits) : sought - before;
  return new Date(at).toISOString();
}

/** The day, as `2026-03-29`, that a moment falls on in a time zone. */
export function dayOf(at: string, timeZone: string): string {
  return wallTime(at, timeZone).slice(0, 10);
}

/** The first moment of a day in a time zone, as an ISO time in UTC. */
export function startOfDay(day: string, timeZone: string): string {
  return momentOf(`${day}T00:00:00.000`, timeZone);
}

/** The day that is so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The moment so many times 24 hours later, or earlier when negative. */
export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY).toISOString();
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

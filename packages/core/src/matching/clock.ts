/** The working day of a person on one date, as seen from UTC. */
export interface Schedule {
  /** Minutes that the person's clock is ahead of UTC on that date. */
  offset: number;
  /** The quarters of an hour of the UTC day that are worked: 96 bits in three words. */
  quarters: readonly [number, number, number];
}

const DAY = 1440;
const QUARTERS = 96;

/** Minutes that a zone's clock is ahead of UTC at a moment, daylight saving included. Throws a RangeError for no zone. */
export function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

/** The schedule of somebody with these hours (minutes after local midnight) in a zone `offset` minutes ahead of UTC. */
export function scheduleOf(offset: number, hours: readonly { start: number; end: number }[]): Schedule {
  const quarters: [number, number, number] = [0, 0, 0];
  for (const { start, end } of hours) {
    const first = Math.ceil((start - offset) / 15);
    const length = Math.floor(
      (((end - start + DAY) % DAY || DAY) - ((first * 15 - (start - offset)) % 15)) / 15,
    );
    for (let quarter = first; quarter < first + length; quarter++) {
      const at = ((quarter % QUARTERS) + QUARTERS) % QUARTERS;
      quarters[at >> 5]! |= 1 << (at & 31);
    }
  }
  return { offset, quarters };
}

/** Minutes of the day that both work, in quarters of an hour. */
export function overlapMinutes(a: Schedule, b: Schedule): number {
  let common = 0;
  for (let word = 0; word < 3; word++) common += bits(a.quarters[word]! & b.quarters[word]!);
  return common * 15;
}

/** Minutes that two clocks differ by, the short way around the day. */
export function minutesApart(a: Schedule, b: Schedule): number {
  const apart = Math.abs(a.offset - b.offset) % DAY;
  return Math.min(apart, DAY - apart);
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

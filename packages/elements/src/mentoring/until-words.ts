import type { finder } from '../strings/en/finder.js';

/** Until when something is open, in words: "Open until today, 14:30", "Open until Friday, 5 December". */
export function untilWords(
  time: string,
  { waitsToday, waitsUntil }: Pick<typeof finder, 'waitsToday' | 'waitsUntil'>,
  locale: string,
  now = new Date(),
): string {
  const end = new Date(time);
  if (end.toDateString() === now.toDateString()) {
    const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    return waitsToday(clock.format(end));
  }
  const isThisYear = end.getFullYear() === now.getFullYear();
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  });
  return waitsUntil(days.format(end));
}

import { dayWords } from '../mentoring/days.js';
import type { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle } from './cycle-types.js';

/** Until when what goes on now goes on: "until 28 November"; empty in a state that no day ends. */
export function untilWords(
  { state, dates }: Pick<Cycle, 'state' | 'dates'>,
  strings: typeof reviewConsole,
  locale: string,
): string {
  if (state === 'nominating' || state === 'approving') {
    return strings.dueBy(dayWords(dates.nominateBy, locale));
  }
  return state === 'collecting' ? strings.dueBy(dayWords(dates.answerBy, locale)) : '';
}

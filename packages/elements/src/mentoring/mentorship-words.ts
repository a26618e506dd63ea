import type { Mentorship } from '@guildhall/core';
import type { Formats } from '../internal/format.js';
import type { mentorship as english } from '../strings/en/mentorship.js';
import { dayWords } from './days.js';

/** What a mentorship is worded with. */
export interface MentorshipWording {
  strings: typeof english;
  formats: Formats;
  locale: string;
}

/** Which side the viewer is on, what kind of mentorship it is, in which program, until when. */
export function lineOf(
  { side, kind, program, oneOff, endsOn }: Mentorship,
  { strings, locale }: MentorshipWording,
): string {
  return [
    side === 'mentee' ? strings.yourMentor : strings.yourMentee,
    ...(kind === 'mentoring' ? [] : [strings.kinds[kind]]),
    ...(program ? [program.name] : []),
    ...(oneOff ? [strings.oneOff] : []),
    ...(endsOn ? [strings.until(dayWords(endsOn, locale))] : []),
  ].join(' · ');
}

/** How a mentorship stands, in a few words, and whether they call the viewer to do something. */
export function rowState(
  mentorship: Mentorship,
  { strings, formats, locale }: MentorshipWording,
): { text: string; isCall: boolean } {
  const { state, may, nextAt, pausedUntil } = mentorship;
  if (may.sign) return { text: strings.toSign, isCall: true };
  if (state === 'paused') {
    const text = pausedUntil ? strings.pausedUntil(dayWords(pausedUntil, locale)) : strings.states.paused;
    return { text, isCall: false };
  }
  if (nextAt) return { text: strings.nextAt(formats.exact(new Date(nextAt))), isCall: false };
  if (may.schedule) return { text: strings.toPlan, isCall: state !== 'proposed' };
  return { text: strings.states[state], isCall: false };
}

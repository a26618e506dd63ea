import type { Client, Mentorship, Session } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import { momentOf, wallTime, type ZonedMoment } from './zoned-time.js';

/** A session while it is planned or moved: every field as its control holds it. */
export interface SessionWriting {
  title: string;
  agenda: string;
  day: string;
  time: string;
  minutes: string;
  zone: string;
  place: string;
  /** The step of the plan, counted from 0; empty for none. */
  step: string;
}

type SessionDraft = Parameters<Client['mentoring']['scheduleSession']>[0];
type SessionMove = Parameters<Client['mentoring']['moveSession']>[0];

/** Where something can be wrong; `send` is the form as a whole. */
export type SessionPlace = 'title' | 'agenda' | 'day' | 'time' | 'place' | 'send';

const TITLE_MAX = 200;
const AGENDA_MAX = 5000;
const PLACE_MAX = 500;
/** How long a session is at first, in minutes. */
const USUAL = '60';

/** The first step of the plan for which no session was held or is planned; -1 when there is none. */
export function nextStep({ plan }: Pick<Mentorship, 'plan'>, planned: readonly number[]): number {
  return plan.findIndex(({ sessionId }, step) => sessionId === undefined && !planned.includes(step));
}

/** A new session as its form begins, for a step of the plan. */
export function newSession(
  mentorship: Mentorship,
  step: number,
  zone: string,
  usual: string,
): SessionWriting {
  const planned = mentorship.plan[step];
  return {
    title: planned?.title ?? usual,
    agenda: planned?.agenda ?? '',
    day: '',
    time: '',
    minutes: mentorship.oneOff ? '30' : USUAL,
    zone,
    place: '',
    step: planned ? String(step) : '',
  };
}

/** A session as the form begins in which it is moved: at the time in the zone in which it was agreed. */
export function writingOf({ title, agenda, start, minutes, timeZone, place }: Session): SessionWriting {
  const { day, time } = wallTime(new Date(start), timeZone);
  return {
    title,
    agenda: agenda ?? '',
    day,
    time,
    minutes: String(minutes),
    zone: timeZone,
    place: place ?? '',
    step: '',
  };
}

/** When it is meant to begin; undefined while day or time is missing. */
export function startOf({ day, time, zone }: SessionWriting): ZonedMoment | undefined {
  return day && time ? momentOf({ day, time }, zone) : undefined;
}

/** A new session as the server takes it. Throws a RangeError while day or time is missing. */
export function draftOf(mentorshipId: string, writing: SessionWriting): SessionDraft {
  const [agenda, place] = [writing.agenda.trim(), writing.place.trim()];
  return {
    mentorshipId,
    ...partsOf(writing),
    ...(agenda && { agenda }),
    ...(place && { place }),
    ...(writing.step && { planStep: Number(writing.step) }),
  };
}

/** What is changed of a session, as the server takes it. Throws a RangeError while day or time is missing. */
export function moveOf(id: string, writing: SessionWriting): SessionMove {
  const { agenda, place } = writing;
  return { id, ...partsOf(writing), agenda: agenda.trim() || null, place: place.trim() || null };
}

function partsOf(writing: SessionWriting) {
  const { title, minutes, zone } = writing;
  const start = (startOf(writing)?.moment ?? new Date(NaN)).toISOString();
  return { title: title.trim(), start, minutes: Number(minutes), timeZone: zone };
}

/** What must be mended before sending, by place. The server looks again. */
export function sessionProblems(
  writing: SessionWriting,
  needs: { needTitle: string; needDay: string; needTime: string; inPast: string; tooLong: string },
  now = new Date(),
): Partial<Record<SessionPlace, string>> {
  const { title, agenda, place, day, time } = writing;
  const long = (text: string, max: number) => [...text].length > max;
  const start = startOf(writing);
  return {
    ...(!title.trim() && { title: needs.needTitle }),
    ...(long(title, TITLE_MAX) && { title: needs.tooLong }),
    ...(!day && { day: needs.needDay }),
    ...(day && !time && { time: needs.needTime }),
    ...(start && start.moment < now && { day: needs.inPast }),
    ...(long(place, PLACE_MAX) && { place: needs.tooLong }),
    ...(long(agenda, AGENDA_MAX) && { agenda: needs.tooLong }),
  };
}

/** The field that a refusal is about. */
export function sessionPlaceOf({ fields = [] }: Failure): SessionPlace {
  const [named] = fields.map(({ path }) => path);
  const places = { title: 'title', agenda: 'agenda', start: 'day', place: 'place' } as const;
  return Object.entries(places).find(([path]) => path === named)?.[1] ?? 'send';
}

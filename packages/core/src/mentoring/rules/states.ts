import type { Mentorship, MentorshipRecord, MentorshipState } from '../model/mentorship.js';
import type { SessionRecord } from '../model/session.js';

/** The states in which a mentorship lives: its places are taken. */
export const LIVE = ['proposed', 'agreed', 'active', 'paused', 'wrappingUp'] as const;

/** The states in which its people meet. */
const MEETING: readonly MentorshipState[] = ['proposed', 'agreed', 'active', 'wrappingUp'];

type Stands = Pick<
  MentorshipRecord,
  'state' | 'personIds' | 'mentorIds' | 'agreement' | 'completedBy' | 'thanksDismissedBy'
>;

/** Whether a mentorship lives: it takes its places until it is completed or ended early. */
export function isLive({ state }: Pick<MentorshipRecord, 'state'>): boolean {
  return LIVE.some((one) => one === state);
}

/** Whether all of its people have signed, so that its sessions count. */
export function isSigned({ agreement, personIds }: Pick<Stands, 'agreement' | 'personIds'>): boolean {
  return personIds.every((personId) => agreement.signed.some((one) => one.personId === personId));
}

/** The side that a person is on. Somebody on both teaches here. */
export function sideOf(record: Pick<Stands, 'mentorIds'>, personId: string): 'mentor' | 'mentee' {
  return record.mentorIds.includes(personId) ? 'mentor' : 'mentee';
}

/** What a person of the mentorship may do with it in the state in which it is. Others may do nothing. */
export function mayOf(record: Stands, personId: string): Mentorship['may'] {
  const { state } = record;
  const inside = record.personIds.includes(personId);
  const signed = record.agreement.signed.some((one) => one.personId === personId);
  const meets = inside && MEETING.includes(state);
  return {
    sign: inside && !signed && isLive(record),
    edit: inside && isLive(record),
    schedule: meets,
    pause: inside && state === 'active',
    resume: inside && state === 'paused',
    endEarly: inside && isLive(record) && state !== 'wrappingUp',
    complete:
      inside &&
      (state === 'active' || state === 'paused' || state === 'wrappingUp') &&
      !record.completedBy.includes(personId),
    thank: inside && state === 'completed' && !(record.thanksDismissedBy ?? []).includes(personId),
  };
}

/** What a person of a mentorship may do with one of its sessions; it can be logged once it has begun. */
export function maySession(
  record: Stands,
  session: Pick<SessionRecord, 'state' | 'start'>,
  personId: string,
  now: Date,
): { move: boolean; cancel: boolean; log: boolean } {
  const open = isLive(record) && record.personIds.includes(personId) && session.state === 'scheduled';
  const meets = open && MEETING.includes(record.state);
  return { move: meets, cancel: open, log: meets && Date.parse(session.start) <= now.getTime() };
}

/** A mentorship from which everybody now looks back; what was booked or paused no longer matters. */
export function wrapUp(record: MentorshipRecord, now: Date): MentorshipRecord {
  const { state, wrapUpSince } = record;
  if (state === 'wrappingUp') return record;
  return {
    ...record,
    state: 'wrappingUp',
    wrapUpSince: wrapUpSince ?? now.toISOString(),
    pausedUntil: undefined,
  };
}

/** A mentorship in which these sessions were held and count. One of a single conversation then wraps up. */
export function withHeld(
  record: MentorshipRecord,
  held: readonly Pick<SessionRecord, 'id' | 'start' | 'planStep'>[],
  now: Date,
): MentorshipRecord {
  const stepOf = (step: number) => held.find((session) => session.planStep === step)?.id;
  const last = held
    .map((session) => session.start)
    .sort()
    .at(-1);
  const before = record.lastHeldAt;
  const after = {
    ...record,
    sessionsHeld: record.sessionsHeld + held.length,
    lastHeldAt: before === undefined || (last !== undefined && last > before) ? last : before,
    plan: record.plan.map((step, at) => {
      const sessionId = step.sessionId ?? stepOf(at);
      return sessionId === undefined ? step : { ...step, sessionId };
    }),
  };
  return record.oneOff && held.length > 0 ? wrapUp(after, now) : after;
}

/** A mentorship whose pause is over: as it was before, its time without a session counting from now. */
export function resumed(record: MentorshipRecord, now: Date): MentorshipRecord {
  const state = 'active' as const;
  return { ...record, state, pausedUntil: undefined, resumedAt: now.toISOString() };
}

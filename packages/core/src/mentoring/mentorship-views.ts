import { skills, type PersonRef, type UnitRef } from '../people/model.js';
import { namesOf, refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { personIn } from './hub.js';
import {
  endings,
  type EndingRecord,
  type Goal,
  type Mentorship,
  type MentorshipRecord,
} from './model/mentorship.js';
import { programs } from './model/program.js';
import { OPEN } from './places.js';
import { mayOf, sideOf } from './rules/states.js';
import { addDays, dayOf } from './rules/zone.js';

/** For whom, and when, records become views. */
export interface Viewing {
  actor: { id: string };
  now: Date;
  settings: { timeZone: string };
}

interface Names {
  people: ReadonlyMap<string, PersonRef>;
  programs: ReadonlyMap<string, UnitRef>;
  skills: ReadonlyMap<string, UnitRef>;
  endings: ReadonlyMap<string, EndingRecord>;
}

/** Mentorships as the caller, one of the people of each, reads them. */
export async function mentorshipViews(
  tx: Reader,
  records: readonly MentorshipRecord[],
  viewing: Viewing,
): Promise<Mentorship[]> {
  const scopes = records.map((record) => record.scope).filter((scope) => scope !== OPEN);
  const ended = await tx.getMany(
    endings,
    records.filter((record) => record.state === 'endedEarly').map((record) => record.id),
  );
  const names: Names = {
    people: await refsOf(
      tx,
      records.flatMap((record) => [...record.personIds, ...record.completedBy]),
    ),
    programs: await namesOf(tx, programs, scopes),
    skills: await namesOf(
      tx,
      skills,
      records.flatMap((record) => record.goals.flatMap((goal) => goal.skillId ?? [])),
    ),
    endings: new Map(ended.map((ending) => [ending.id, ending])),
  };
  return records.map((record) => viewOf(record, names, viewing));
}

/** One mentorship as the caller reads it. */
export async function mentorshipView(
  tx: Reader,
  record: MentorshipRecord,
  viewing: Viewing,
): Promise<Mentorship> {
  const [view] = await mentorshipViews(tx, [record], viewing);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

function viewOf(record: MentorshipRecord, names: Names, { actor, now, settings }: Viewing): Mentorship {
  const named = (ids: readonly string[]) => ids.map((id) => personIn(names.people, id));
  const program = names.programs.get(record.scope);
  const { ask, startsOn, endsOn, pausedUntil, lastHeldAt, nextAt } = record;
  return {
    id: record.id,
    ...(program && { program }),
    kind: record.kind,
    mentors: named(record.mentorIds),
    mentees: named(record.menteeIds),
    side: sideOf(record, actor.id),
    state: record.state,
    ...(ask !== undefined && { ask }),
    agreement: {
      text: record.agreement.text,
      signed: record.agreement.signed.map(({ personId, at }) => ({
        person: personIn(names.people, personId),
        at,
      })),
    },
    goals: record.goals.map((goal) => goalOf(goal, names)),
    cadenceDays: record.cadenceDays,
    oneOff: record.oneOff,
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    plan: planOf(record, settings.timeZone),
    sessionsHeld: record.sessionsHeld,
    ...(lastHeldAt !== undefined && { lastHeldAt }),
    ...(nextAt !== undefined && nextAt > now.toISOString() && { nextAt }),
    closedBy: named(record.completedBy),
    ...endedOf(record, names, actor.id),
    may: mayOf(record, actor.id),
    createdAt: record.createdAt,
  };
}

function goalOf(goal: MentorshipRecord['goals'][number], names: Names): Goal {
  const { skillId, dueOn, ...rest } = goal;
  const skill = skillId === undefined ? undefined : names.skills.get(skillId);
  return { ...rest, ...(skill && { skill }), ...(dueOn !== undefined && { dueOn }) };
}

/** The steps count from the beginning: the agreed day, or the day on which the two came together when later. */
function planOf(record: MentorshipRecord, timeZone: string): Mentorship['plan'] {
  const day = dayOf(record.createdAt, timeZone);
  const from = record.startsOn !== undefined && record.startsOn > day ? record.startsOn : day;
  return record.plan.map(({ title, agenda, dueAfterDays, sessionId }) => ({
    title,
    agenda,
    dueOn: addDays(from, dueAfterDays),
    ...(sessionId !== undefined && { sessionId }),
  }));
}

function endedOf(record: MentorshipRecord, names: Names, readerId: string): Pick<Mentorship, 'ended'> {
  if (record.state !== 'endedEarly' || record.endedAt === undefined) return {};
  const ending = names.endings.get(record.id);
  const own = ending?.byId === readerId ? ending : undefined;
  const yours = own && { reason: own.reason, ...(own.note !== undefined && { note: own.note }) };
  return { ended: { at: record.endedAt, neutral: true, ...(yours && { yours }) } };
}

import { command, query, type CommandContext } from '../../operation.js';
import { people } from '../../people/model.js';
import { system } from '../../policy.js';
import { z } from '../../schema.js';
import { endForAll, finish, leave } from '../finish.js';
import { saveMentorship, tellManagers, tellStatus } from '../hub.js';
import { mentorships, type MentorshipRecord } from '../model/mentorship.js';
import { sessions } from '../model/session.js';
import { nextStep } from '../rules/due.js';
import { isLive, resumed, wrapUp } from '../rules/states.js';

/** How much one call does: what remains is done by the next. */
const BATCH = 50;

const Nothing = z.strictObject({});
const Due = z.object({ due: z.boolean() });
const Done = z.object({ done: z.int() });

/** The first moment after now, so that what is due now is included. */
function afterNow(now: Date): string {
  return new Date(now.getTime() + 1).toISOString();
}

export const mentorshipsDue = query({
  summary: 'Whether a mentorship is to begin, resume, wrap up, end or be called stalled by now.',
  who: system,
  input: Nothing,
  output: Due,
  async run({ tx, now }) {
    const where = { dueAt: { before: afterNow(now) } };
    return { due: (await tx.find(mentorships, { where, order: '+dueAt', limit: 1 })).items.length > 0 };
  },
});

export const advanceMentorships = command({
  summary: 'Does a batch of what is due: begins, resumes, wraps up, ends and calls stalled.',
  who: system,
  input: Nothing,
  output: Done,
  alone: () => 'mentorships due',
  async run(context) {
    const { tx, now } = context;
    const where = { dueAt: { before: afterNow(now) } };
    const due = await tx.find(mentorships, { where, order: '+dueAt', limit: BATCH });
    for (const record of due.items) await advance(context, record);
    return { done: due.items.length };
  },
});

export const sessionRemindersDue = query({
  summary: 'Whether somebody is to be reminded of a session by now.',
  who: system,
  input: Nothing,
  output: Due,
  async run({ tx, now }) {
    const where = { remindAt: { before: afterNow(now) } };
    return { due: (await tx.find(sessions, { where, order: '+remindAt', limit: 1 })).items.length > 0 };
  },
});

export const remindOfSessions = command({
  summary: 'Reminds a batch of people of their sessions, once each.',
  who: system,
  input: Nothing,
  output: Done,
  alone: () => 'sessions due',
  async run({ tx, now }) {
    const where = { remindAt: { before: afterNow(now) } };
    const due = await tx.find(sessions, { where, order: '+remindAt', limit: BATCH });
    for (const session of due.items) {
      await tx.replace(sessions, { ...session, remindAt: undefined });
      // A reminder that comes too late is none.
      if (session.state !== 'scheduled' || session.start <= now.toISOString()) continue;
      const ids = [session.mentorshipId, session.id];
      await tx.tell({ type: 'session.reminded', ids, audience: session.personIds });
    }
    return { done: due.items.length };
  },
});

async function advance(context: CommandContext, found: MentorshipRecord): Promise<void> {
  const { now, settings } = context;
  const here = await withoutThoseGone(context, found);
  // What was written when a session lay ahead may be old: the record is brought up to the present first.
  const record = await saveMentorship(context, here);
  const next = nextStep(record, settings.timeZone);
  if (!next || next.at > now.toISOString()) return;
  switch (next.step) {
    case 'begin':
      return change(context, { ...record, state: 'active' });
    case 'resume':
      return change(context, resumed(record, now));
    case 'wrapUp':
      if (record.state === 'proposed') return void (await neverBegan(context, record));
      return change(context, wrapUp(record, now));
    case 'finish':
      return void (await finish(context, record));
    case 'stall':
      await saveMentorship(context, { ...record, stalledSince: next.at });
      await tellManagers(context, record, 'mentorship.stalled');
  }
}

async function change(context: CommandContext, record: MentorshipRecord): Promise<void> {
  const saved = await saveMentorship(context, record);
  await tellStatus(context, saved, 'mentorship.changed');
}

/** Its last day has come and not everybody has signed: nothing in it counted. */
async function neverBegan(context: CommandContext, record: MentorshipRecord): Promise<void> {
  const unsigned = record.personIds.find(
    (one) => !record.agreement.signed.some(({ personId }) => personId === one),
  );
  await endForAll(context, record, leavingBySystem(unsigned ?? '', 'other'));
}

/** Lets go of those who have left the organization or are suspended. */
async function withoutThoseGone(context: CommandContext, found: MentorshipRecord): Promise<MentorshipRecord> {
  let record = found;
  const here = new Set(
    (await context.tx.getMany(people, record.personIds))
      .filter((person) => person.status === 'active')
      .map((person) => person.id),
  );
  for (const personId of found.personIds) {
    if (here.has(personId) || !isLive(record)) continue;
    record =
      record.state === 'wrappingUp'
        ? await finish(context, record)
        : await leave(context, record, leavingBySystem(personId, 'left'));
  }
  return record;
}

function leavingBySystem(personId: string, reason: 'left' | 'other') {
  return { personId, byId: 'system', reason, backToPool: false };
}

import { command, query } from '../../operation.js';
import { people, skills } from '../../people/model.js';
import { namesOf } from '../../people/read.js';
import { refOf } from '../../people/rules.js';
import { members } from '../../policy.js';
import { kudos } from '../../recognition/model.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { aloneWith, ownMentorship } from '../hub.js';
import { mentorships, ThanksDue, type MentorshipRecord } from '../model/mentorship.js';
import { programs } from '../model/program.js';
import { mayOf, sideOf } from '../rules/states.js';
import { daysAfter } from '../rules/zone.js';

/** A thank-you is offered for so many days. */
const OFFER_DAYS = 60;
/** Of at most so many completed mentorships, and against so many kudos given since. */
const MOST = 200;

export const thanksDue = query({
  summary: 'Whom the caller may want to thank for a completed mentorship, with what a draft can say.',
  who: members,
  input: z.strictObject({}),
  output: z.object({ items: z.array(ThanksDue) }),
  async run({ tx, actor, now }) {
    const since = daysAfter(now.toISOString(), -OFFER_DAYS);
    const where = { personIds: actor.id, state: 'completed' as const };
    const found = await tx.find(mentorships, { where, order: '-createdAt', limit: MOST });
    const due = found.items.filter(
      (record) => (record.endedAt ?? '') >= since && mayOf(record, actor.id).thank,
    );
    const items = await Promise.all(due.map((record) => dueTo(tx, record, actor.id)));
    return { items: items.flat() };
  },
});

export const dismissThanks = command({
  summary: 'Says that the caller will not be offered to thank for this mentorship any more.',
  who: members,
  input: z.strictObject({ mentorshipId: id }),
  output: z.object({ id }),
  refuses: ['mentorship.unknown'],
  alone: (input) => aloneWith(input.mentorshipId),
  async run({ tx, actor }, { mentorshipId }) {
    const record = await ownMentorship(tx, mentorshipId, actor);
    const dismissed = new Set([...(record.thanksDismissedBy ?? []), actor.id]);
    await tx.replace(mentorships, { ...record, thanksDismissedBy: [...dismissed] });
    await tx.tell({ type: 'mentorship.changed', ids: [mentorshipId], audience: [actor.id] });
    return { id: mentorshipId };
  },
});

/** Those of the other side who are still here and whom the person has not thanked since the end. */
async function dueTo(tx: Reader, record: MentorshipRecord, personId: string): Promise<ThanksDue[]> {
  const endedAt = record.endedAt ?? record.createdAt;
  const partners = sideOf(record, personId) === 'mentor' ? record.menteeIds : record.mentorIds;
  const given = await tx.find(kudos, {
    where: { giverId: personId, shelf: ['public', 'team', 'private'], givenAt: { from: endedAt } },
    order: '+givenAt',
    limit: MOST,
  });
  const thanked = new Set(given.items.flatMap((one) => one.receivers));
  const here = (await tx.getMany(people, partners)).filter(
    (person) => person.status === 'active' && person.id !== personId && !thanked.has(person.id),
  );
  const goals = record.goals.filter((goal) => goal.state === 'met');
  const worked = await tx.getMany(skills, [...new Set(goals.flatMap((goal) => goal.skillId ?? []))]);
  // What two people work on is theirs; a thank-you can name only what the catalog shows to everyone.
  const named = worked.filter((skill) => skill.listed !== undefined).map(({ id, name }) => ({ id, name }));
  const program = (await namesOf(tx, programs, [record.scope])).get(record.scope);
  return here.map((person) => ({
    mentorshipId: record.id,
    to: refOf(person),
    kind: record.kind,
    ...(program && { program }),
    sessionsHeld: record.sessionsHeld,
    goalsMet: goals.map((goal) => goal.title),
    skills: named,
    completedAt: endedAt,
  }));
}

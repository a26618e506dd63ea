import { GuildhallError, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { people } from '../../people/model.js';
import { namesOf, refsOf } from '../../people/read.js';
import { refOf } from '../../people/rules.js';
import { members, type KnownActor } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { aloneWith, tellStatus } from '../hub.js';
import {
  mentorships,
  MentorshipStatus,
  ReportMentorships,
  type MentorshipRecord,
} from '../model/mentorship.js';
import { programs } from '../model/program.js';
import { mayManage } from '../program-rules.js';
import { LIVE, sideOf } from '../rules/states.js';
import { daysAfter } from '../rules/zone.js';
import { statusOf } from '../status.js';

/** A pair is reminded at most once in so many days. */
const NUDGE_DAYS = 3;
/** Nobody has more mentorships at a time. */
const MOST = 200;

export const nudge = command({
  summary: 'Reminds the people of a stalled mentorship, by one of those who run its program or by HR.',
  who: members,
  input: z.strictObject({ mentorshipId: id }),
  output: MentorshipStatus,
  refuses: ['mentorship.unknown', 'mentorship.notStalled', 'mentorship.nudgedLately'],
  alone: (input) => aloneWith(input.mentorshipId),
  async run(context, { mentorshipId }) {
    const { tx, actor, now } = context;
    const record = await overseen(tx, mentorshipId, actor);
    if (record.stalledSince === undefined)
      throw new GuildhallError('conflict', 'mentorship.notStalled', 'These people meet as they agreed to.');
    if (record.nudgedAt !== undefined && record.nudgedAt > daysAfter(now.toISOString(), -NUDGE_DAYS))
      throw new GuildhallError(
        'conflict',
        'mentorship.nudgedLately',
        `They were reminded in the last ${NUDGE_DAYS} days. Give them time.`,
      );
    const after = { ...record, nudgedAt: now.toISOString() };
    await tx.replace(mentorships, after);
    await tellStatus(context, after, 'mentorship.nudged');
    return statusOf(after, await refsOf(tx, record.personIds), now);
  },
});

export const reportMentorships = query({
  summary:
    'The people who report to the caller and, of programs that say so at enrollment, that they have a mentorship.',
  who: members,
  input: z.strictObject(page),
  output: pageOf(ReportMentorships),
  async run({ tx, actor }, { limit, after }) {
    const where = { managerId: actor.id };
    const reports = await tx.find(people, { where, order: '+sortName', limit, after });
    const items = [];
    for (const person of reports.items) {
      const known = await shownToManagers(tx, person.id);
      items.push({ person: refOf(person), mentorships: known });
    }
    return { ...reports, items };
  },
});

async function shownToManagers(tx: Reader, personId: string) {
  const where = { personIds: personId, state: LIVE } as const;
  const live = (await tx.find(mentorships, { where, order: '-createdAt', limit: MOST })).items;
  const scopes = [...new Set(live.map((record) => record.scope))];
  const open = (await tx.getMany(programs, scopes)).filter((program) => program.visibleToManagers);
  const names = await namesOf(
    tx,
    programs,
    open.map((program) => program.id),
  );
  return live.flatMap((record) => {
    const program = names.get(record.scope);
    return program ? [{ side: sideOf(record, personId), program, since: record.createdAt }] : [];
  });
}

/** The mentorship, for those who run its program; HR sees to all, open ones too. To others there is none. */
async function overseen(tx: Reader, mentorshipId: string, actor: KnownActor): Promise<MentorshipRecord> {
  const record = await tx.get(mentorships, mentorshipId);
  const program = record && (await tx.get(programs, record.scope));
  const managerIds = program?.managerIds ?? [];
  if (!record || !mayManage({ managerIds }, actor)) throw notFound('mentorship');
  return record;
}

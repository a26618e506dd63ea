import { GuildhallError, notFound } from '../../errors.js';
import { mentorships } from '../../mentoring/model/mentorship.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import type { Find, Reader } from '../../store/store.js';
import {
  Introduction,
  IntroductionDraft,
  introductions,
  type IntroductionRecord,
} from '../introduction-model.js';
import { introductionViews, mayKnow } from '../introductions.js';
import { people } from '../model.js';

/** The mentorships on which an introduction can rest: those that are going on, and those brought to their end. */
const KNOWN = ['proposed', 'agreed', 'active', 'paused', 'wrappingUp', 'completed'] as const;

export const introduce = command({
  summary: 'Asks somebody whether a mentee of the caller may be introduced to them.',
  who: members,
  input: IntroductionDraft,
  output: Introduction,
  refuses: [
    'person.unknown',
    'person.departed',
    'introduction.self',
    'introduction.noMentee',
    'introduction.open',
  ],
  alone: (_draft, actor) => `introductions ${actor.id}`,
  async run(context, { forId, toId, message }) {
    const { tx, actor, now, newId } = context;
    if (new Set([actor.id, forId, toId]).size < 3)
      throw new GuildhallError('invalid', 'introduction.self', 'An introduction is between three people.');
    if (!(await isMenteeOf(tx, forId, actor.id)))
      throw new GuildhallError(
        'forbidden',
        'introduction.noMentee',
        'Only a mentor introduces, and only an own mentee.',
      );
    const both = await tx.getMany(people, [forId, toId]);
    if (both.length < 2) throw notFound('person');
    if (both.some((person) => person.status !== 'active'))
      throw new GuildhallError(
        'forbidden',
        'person.departed',
        'One of the two has left. Choose somebody else.',
      );
    const open = `${actor.id} ${forId} ${toId}`;
    const asked = await tx.find(introductions, { where: { byId: actor.id, open }, order: '+at', limit: 1 });
    if (asked.items.length > 0)
      throw new GuildhallError(
        'conflict',
        'introduction.open',
        'This person has been asked. Wait for the answer.',
      );
    const at = now.toISOString();
    const record: IntroductionRecord = {
      id: newId(),
      byId: actor.id,
      ...{ forId, toId, message, state: 'proposed', at, open },
    };
    await tx.insert(introductions, record);
    await tell(context, 'introduction.proposed', record);
    return view(tx, record, actor.id);
  },
});

export const answerIntroduction = command({
  summary: 'Accepts or declines to be introduced; accepted, the two see how to reach each other.',
  who: members,
  input: z.strictObject({ id, accept: z.boolean(), answer: text(1000).optional() }),
  output: Introduction,
  refuses: ['introduction.unknown', 'introduction.notYours', 'introduction.over'],
  async run(context, input) {
    const before = await known(context, input.id);
    if (before.toId !== context.actor.id) throw notYours('Only who was asked answers.');
    return end(context, before, {
      state: input.accept ? 'accepted' : 'declined',
      ...(input.answer !== undefined && { answer: input.answer }),
    });
  },
});

export const withdrawIntroduction = command({
  summary: 'Takes an own introduction back while it waits for an answer.',
  who: members,
  input: z.strictObject({ id }),
  output: Introduction,
  refuses: ['introduction.unknown', 'introduction.notYours', 'introduction.over'],
  async run(context, input) {
    const before = await known(context, input.id);
    if (before.byId !== context.actor.id) throw notYours('Only who proposed it may take it back.');
    return end(context, before, { state: 'withdrawn' });
  },
});

export const listIntroductions = query({
  summary:
    'The introductions that the caller proposed, is asked about, or was given as a mentee, newest first.',
  who: members,
  input: z.strictObject({ of: z.enum(['proposed', 'asked', 'given']).default('asked'), ...page }),
  output: pageOf(Introduction),
  async run({ tx, actor }, { of, limit, after }) {
    const where: Find<IntroductionRecord>['where'] =
      of === 'proposed'
        ? { byId: actor.id }
        : of === 'asked'
          ? { toId: actor.id }
          : { forId: actor.id, state: 'accepted' };
    const found = await filterPages(
      (from) => tx.find(introductions, { where, order: '-at', ...from }),
      (record) => mayKnow(record, actor.id),
      { limit, after },
    );
    return { ...found, items: await introductionViews(tx, found.items, actor.id) };
  },
});

async function isMenteeOf(tx: Reader, menteeId: string, mentorId: string): Promise<boolean> {
  let after: string | undefined;
  do {
    const where = { personIds: mentorId, state: KNOWN };
    const step = await tx.find(mentorships, { where, order: '-createdAt', limit: 200, after });
    if (step.items.some((one) => one.mentorIds.includes(mentorId) && one.menteeIds.includes(menteeId)))
      return true;
    after = step.next;
  } while (after !== undefined);
  return false;
}

async function known({ tx, actor }: CommandContext, introductionId: string): Promise<IntroductionRecord> {
  const record = await tx.get(introductions, introductionId);
  if (!record || !mayKnow(record, actor.id)) throw notFound('introduction');
  return record;
}

async function end(
  context: CommandContext,
  before: IntroductionRecord,
  ending: Pick<IntroductionRecord, 'state' | 'answer'>,
): Promise<Introduction> {
  if (before.state !== 'proposed')
    throw new GuildhallError(
      'conflict',
      'introduction.over',
      'This introduction has been answered or taken back.',
    );
  const { open: _open, ...kept } = before;
  const record: IntroductionRecord = { ...kept, ...ending, answeredAt: context.now.toISOString() };
  await context.tx.replace(introductions, record);
  await tell(context, 'introduction.changed', record);
  return view(context.tx, record, context.actor.id);
}

/** The mentee hears of it once it is accepted, and never before. */
async function tell({ tx }: CommandContext, type: string, record: IntroductionRecord): Promise<void> {
  const { byId, toId, forId } = record;
  const audience = record.state === 'accepted' ? [byId, toId, forId] : [byId, toId];
  await tx.tell({ type, ids: [record.id], audience });
}

async function view(tx: Reader, record: IntroductionRecord, personId: string): Promise<Introduction> {
  const [one] = await introductionViews(tx, [record], personId);
  if (!one) throw notFound('introduction');
  return one;
}

function notYours(message: string): GuildhallError {
  return new GuildhallError('forbidden', 'introduction.notYours', message);
}

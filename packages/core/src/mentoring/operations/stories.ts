import { notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { notNow, ownMentorship, personIn } from '../hub.js';
import {
  mentoringStories,
  MentoringStory,
  storyConsents,
  type MentoringStoryRecord,
} from '../model/reflection.js';
import { storyState, withConsent } from '../rules/consent.js';

export const proposeStory = command({
  summary:
    'Proposes a story of a mentorship that comes to its end. It is public once all of its people agree.',
  who: members,
  input: z.strictObject({ mentorshipId: id, title: text(200), text: text(10_000) }),
  output: MentoringStory,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const mentorship = await ownMentorship(tx, draft.mentorshipId, actor);
    if (mentorship.state !== 'completed' && mentorship.state !== 'wrappingUp') throw notNow(mentorship);
    const record: MentoringStoryRecord = {
      id: newId(),
      ...draft,
      scope: mentorship.scope,
      authorId: actor.id,
      personIds: mentorship.personIds,
      state: 'awaitingConsent',
      // Who proposes a story agrees to it.
      consentedBy: [actor.id],
      refusedBy: [],
      at: now.toISOString(),
    };
    await tx.insert(mentoringStories, record);
    await keepConsent(context, record.id, true);
    await tx.tell({ type: 'story.proposed', ids: [record.id], audience: record.personIds });
    return storyView(tx, record, actor.id);
  },
});

export const consentToStory = command({
  summary: 'Agrees to a story about the caller. With the last consent it is public.',
  who: members,
  input: z.strictObject({ id }),
  output: MentoringStory,
  refuses: ['story.unknown'],
  alone: (input) => `story ${input.id}`,
  run: (context, input) => decide(context, input.id, true),
});

export const withdrawStoryConsent = command({
  summary:
    'Refuses a story about the caller, or takes an earlier consent back: the story is gone everywhere.',
  who: members,
  input: z.strictObject({ id }),
  output: MentoringStory,
  refuses: ['story.unknown'],
  alone: (input) => `story ${input.id}`,
  run: (context, input) => decide(context, input.id, false),
});

export const listStories = query({
  summary: 'The public stories of mentorships, newest first.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject(page),
  output: pageOf(MentoringStory),
  async run({ tx }, { limit, after }) {
    const where = { state: 'published' as const };
    const found = await tx.find(mentoringStories, { where, order: '-at', limit, after });
    return { ...found, items: await storyViews(tx, found.items, undefined) };
  },
});

export const myStories = query({
  summary: 'The stories about the caller in every state, newest first, and whether the caller has agreed.',
  who: members,
  input: z.strictObject({
    /** Only those of this mentorship. */
    mentorshipId: id.optional(),
    ...page,
  }),
  output: pageOf(MentoringStory),
  refuses: ['mentorship.unknown'],
  async run({ tx, actor }, { mentorshipId, limit, after }) {
    if (mentorshipId !== undefined) await ownMentorship(tx, mentorshipId, actor);
    const where = mentorshipId === undefined ? { personIds: actor.id } : { mentorshipId };
    const found = await tx.find(mentoringStories, { where, order: '-at', limit, after });
    return { ...found, items: await storyViews(tx, found.items, actor.id) };
  },
});

async function decide(context: CommandContext, storyId: string, given: boolean): Promise<MentoringStory> {
  const { tx, actor } = context;
  const story = await tx.get(mentoringStories, storyId);
  if (!story?.personIds.includes(actor.id)) throw notFound('story');
  const list = given ? story.consentedBy : story.refusedBy;
  if (list.includes(actor.id)) return storyView(tx, story, actor.id);
  const consents = withConsent(story, actor.id, given);
  const after: MentoringStoryRecord = { ...story, ...consents, state: storyState(consents) };
  await tx.replace(mentoringStories, after);
  await keepConsent(context, storyId, given);
  const seen = story.state === 'published' || after.state === 'published';
  await tx.tell({
    type: 'story.changed',
    ids: [storyId],
    audience: seen ? 'everyone' : story.personIds,
  });
  return storyView(tx, after, actor.id);
}

async function keepConsent({ tx, actor, now, newId }: CommandContext, storyId: string, given: boolean) {
  await tx.insert(storyConsents, {
    id: newId(),
    storyId,
    personId: actor.id,
    given,
    at: now.toISOString(),
  });
}

async function storyView(
  tx: Reader,
  record: MentoringStoryRecord,
  readerId: string,
): Promise<MentoringStory> {
  const [view] = await storyViews(tx, [record], readerId);
  if (!view) throw notFound('story');
  return view;
}

/** Stories as they are public, or as one of their people reads them. */
async function storyViews(
  tx: Reader,
  records: readonly MentoringStoryRecord[],
  readerId: string | undefined,
): Promise<MentoringStory[]> {
  const people = await refsOf(
    tx,
    records.flatMap((record) => record.personIds),
  );
  return records.map((record) => {
    const { id: storyId, mentorshipId, title, text: told, state, at } = record;
    const named = record.personIds.map((one) => personIn(people, one));
    const view = { id: storyId, mentorshipId, title, text: told, people: named, state, at };
    if (readerId !== undefined && record.consentedBy.includes(readerId)) return { ...view, consented: true };
    if (readerId !== undefined && record.refusedBy.includes(readerId)) return { ...view, consented: false };
    return view;
  });
}

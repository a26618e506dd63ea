import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { query, type QueryContext } from '../../operation.js';
import { LanguageTag, people, skills, type PersonRecord } from '../../people/model.js';
import { keyOf } from '../../people/rules.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import type { Wanted } from '../finder/entry.js';
import { findFor, standingOf } from '../finder/find.js';
import { MentorFinder } from '../finder/mentor-finder.js';
import { nextFor } from '../finder/next-mentor.js';
import { placeFrom } from '../finder/order.js';
import { foundViews } from '../finder/views.js';
import { Direction, MentorshipKind } from '../model/kinds.js';
import { FoundMentor, offers } from '../model/offer.js';
import { ownRequest, waiting } from '../requests.js';

/** As many people as a text may find are then ranked. */
const MOST_BY_TEXT = 1000;

export const findMentors = query({
  summary: 'Finds mentors with an open offer and a free place for the caller, best first, and says why.',
  who: members,
  input: z.strictObject({
    /** The name of a skill, or words of a name, a place, a department or an offer; all of them must occur. */
    text: z.string().trim().max(200).optional(),
    /** Ids of a skill and a department. */
    skill: id.optional(),
    department: id.optional(),
    /** A language tag; `es` also finds `es-MX`. */
    language: LanguageTag.optional(),
    kind: MentorshipKind.optional(),
    /** Forward: nobody below the caller's grade. Reverse: somebody below it, and stronger in the skill. */
    direction: Direction.optional(),
    /** True: only who welcomes single conversations. */
    oneOff: z.boolean().optional(),
    ...page,
  }),
  output: pageOf(FoundMentor),
  recalls: MentorFinder,
  async run(context, { text, limit, after, ...filters }) {
    const { tx, actor, now } = context;
    const place = after === undefined ? undefined : placeFrom(after);
    if (after !== undefined && !place) throw invalidField('after', 'This is not a cursor of this list.');
    const { wanted, among } = await soughtBy(tx, text, filters);
    const viewer = await viewerOf(context);
    const found = await findFor(context, viewer, { wanted, limit, after: place, among });
    const open = await waiting(tx, { menteeId: actor.id }, now);
    return { ...found, items: await foundViews(tx, found.items, actor, open) };
  },
});

export const mentor = query({
  summary: 'One person’s open offer as the finder shows it to the caller, while a place is free.',
  who: members,
  input: z.strictObject({ personId: id }),
  output: FoundMentor,
  refuses: ['mentor.unknown'],
  recalls: MentorFinder,
  async run(context, { personId }) {
    const { tx, actor, now } = context;
    const found = await standingOf(context, await viewerOf(context), personId);
    const open = await waiting(tx, { menteeId: actor.id }, now);
    const [view] = found ? await foundViews(tx, [found], actor, open) : [];
    if (!view) throw notFound('mentor');
    return view;
  },
});

export const nextMentor = query({
  summary: 'Whom to ask next when a request of the caller came to nothing: the best not asked yet, if any.',
  who: members,
  input: z.strictObject({ requestId: id }),
  output: z.object({ mentor: FoundMentor.optional() }),
  refuses: ['request.unknown', 'request.notYours'],
  recalls: MentorFinder,
  async run(context, { requestId }) {
    const { tx, actor, now } = context;
    const request = await ownRequest(tx, requestId, actor.id);
    if (request.menteeId !== actor.id)
      throw new GuildhallError('forbidden', 'request.notYours', 'Only who asked is told whom to ask next.');
    const found = await nextFor(context, request);
    const open = await waiting(tx, { menteeId: actor.id }, now);
    const [view] = found ? await foundViews(tx, [found], actor, open) : [];
    return view ? { mentor: view } : {};
  },
});

async function viewerOf({ tx, actor }: QueryContext): Promise<PersonRecord> {
  const viewer = await tx.get(people, actor.id);
  if (!viewer) throw notFound('person');
  return viewer;
}

/** What a text asks for: the skill of that name, else the people and offers in which its words occur. */
async function soughtBy(
  tx: Reader,
  sought: string | undefined,
  wanted: Wanted,
): Promise<{ wanted: Wanted; among?: ReadonlySet<string> }> {
  if (!sought) return { wanted };
  if (wanted.skill === undefined) {
    const named = await tx.find(skills, { where: { key: keyOf(sought) }, order: '+id', limit: 1 });
    const [skill] = named.items;
    if (skill?.listed !== undefined) return { wanted: { ...wanted, skill: skill.id } };
  }
  const persons = await tx.search(people, sought, { limit: MOST_BY_TEXT });
  const about = await tx.search(offers, sought, { limit: MOST_BY_TEXT });
  return { wanted, among: new Set([...persons.items, ...about.items].map((one) => one.id)) };
}

import { notFound } from '../../errors.js';
import { findFor } from '../../mentoring/finder/find.js';
import { MentorFinder } from '../../mentoring/finder/mentor-finder.js';
import { foundViews } from '../../mentoring/finder/views.js';
import { waiting } from '../../mentoring/requests.js';
import { query } from '../../operation.js';
import { people } from '../../people/model.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import { Suggestion } from '../model.js';
import { ownArea } from '../read.js';
import { pickNearBest } from '../rules.js';

/** So many of the best are looked at for those that stand equal. */
const LOOKED_AT = 30;

export const suggest = query({
  summary:
    'One mentor with a free place for the skill of a growth area of the caller, and why; if there is one.',
  who: members,
  input: z.strictObject({ id }),
  output: Suggestion,
  refuses: ['area.unknown'],
  recalls: MentorFinder,
  async run(context, input) {
    const { tx, actor, now } = context;
    const area = await ownArea(tx, input.id, actor.id);
    const viewer = await tx.get(people, actor.id);
    if (!viewer) throw notFound('person');
    if (area.skillId === undefined || area.state === 'dropped') return {};
    const { items } = await findFor(context, viewer, { wanted: { skill: area.skillId }, limit: LOOKED_AT });
    const chosen = pickNearBest(items, area.id);
    if (!chosen) return {};
    const [mentor] = await foundViews(tx, [chosen], actor, await waiting(tx, { menteeId: actor.id }, now));
    return mentor ? { mentor } : {};
  },
});

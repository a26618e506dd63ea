import { people } from '../../people/model.js';
import { requests, type RequestRecord } from '../model/offer.js';
import { findFor, type Asking, type FoundStanding } from './find.js';

/** So many of a mentee's latest requests count: whoever was asked then is not proposed. */
const ASKED_LATELY = 100;

/** The best mentor for the same ask whom the mentee has not asked yet; undefined when there is none. */
export async function nextFor(context: Asking, request: RequestRecord): Promise<FoundStanding | undefined> {
  const { menteeId, skillId, kind, oneOff } = request;
  const mentee = await context.tx.get(people, menteeId);
  if (!mentee || mentee.status !== 'active') return undefined;
  const asked = await context.tx.find(requests, { where: { menteeId }, order: '-at', limit: ASKED_LATELY });
  const { items } = await findFor(context, mentee, {
    wanted: { skill: skillId, kind, oneOff },
    limit: 1,
    except: new Set([request.mentorId, ...asked.items.map(({ mentorId }) => mentorId)]),
  });
  return items[0];
}

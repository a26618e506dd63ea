import { audience, give } from './operations/give.js';
import { getRequest, note, notes, requests } from './operations/lists.js';
import { acknowledge, markRead, withdraw } from './operations/note-life.js';
import {
  advanceRequests,
  answerRequest,
  declineRequest,
  request,
  requestsDue,
  withdrawRequest,
} from './operations/requests.js';
import { archive, share, unarchive, unshare } from './operations/sharing.js';

/** Telling one another what could go better. */
export const feedback = {
  give,
  audience,
  notes,
  note,
  markRead,
  acknowledge,
  share,
  unshare,
  archive,
  unarchive,
  withdraw,
  request,
  requests,
  getRequest,
  answerRequest,
  declineRequest,
  withdrawRequest,
  requestsDue,
  advanceRequests,
};

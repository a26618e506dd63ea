import { GuildhallError } from '../errors.js';

/** The refusal for a request that waits no more. */
export function whenOver(): GuildhallError {
  return new GuildhallError('conflict', 'request.over', 'This request does not wait for an answer any more.');
}

/** The refusal of what only a note that was read allows. */
export function unread(): GuildhallError {
  return new GuildhallError('conflict', 'feedback.unread', 'Open the note first.');
}

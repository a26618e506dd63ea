import { formats, plural } from '../../internal/format.js';
import type { Failure } from '../../internal/failure.js';

const count = /* @__PURE__ */ plural('en');
const number = (value: unknown) => formats('en').number(Number(value ?? 0));

/** What went wrong, by reason and, for reasons without a text, by code: what happened, what stays safe, what to do. */
export const errors = {
  area: 'errors' as const,

  network: 'The connection was lost. Nothing you wrote is lost; try again when you are back online.',
  'input.invalid': 'Something in the form needs another look. What you wrote is kept.',
  'idempotency.mismatch':
    'This was already sent with other contents. Check the list before you send it again.',
  'person.unknown': 'One of these people can no longer be found. Choose again; the rest is kept.',
  'person.departed': 'One of these people has left the organization. Remove them, and the rest can be sent.',
  'value.unknown': 'That value is no longer in use. Choose another one; the rest is kept.',
  'kudos.self': 'You cannot thank yourself. Take yourself off the list; your text is kept.',
  'kudos.tooMany': 'That is more people than one thank-you can reach. Split it in two; your text is kept.',
  'team.empty': 'There is nobody else in that team to thank. Choose people instead; your text is kept.',
  'kudos.notYours': 'Only the person who gave the thanks can do this.',
  'kudos.unknown': 'This thank-you is gone, or it is not yours to see.',
  'kudos.editOver': 'The time for changing this text is over. It stays as it was.',
  'kudos.withdrawOver': 'The time for taking this back is over. A moderator can still help.',
  'kudos.withdrawn': 'This thank-you has been taken back.',
  'comment.unknown': 'This comment is gone, or it is not yours to see.',
  'comment.notYours': 'Only the person who wrote a comment can remove it.',
  'reason.missing': 'Say why, so that the people concerned can understand it.',
  'actor.unknown': 'You are signed in, but not in the directory yet. Ask the people who run this site.',
  'actor.inactive': 'Your account here is closed. Ask the people who run this site if it should not be.',
  'allowance.spent': ({ details }: Failure) =>
    `You have ${count(Number(details?.left ?? 0), { one: '# point', other: '# points' })} left this month and ` +
    `need ${number(details?.needed)}. Give fewer points, or none; your text is kept.`,
  'points.off': 'Points are switched off here. Send it without points; your text is kept.',

  invalid: 'That cannot be sent like this. What you wrote is kept; please check it.',
  unauthenticated: 'You are signed out. Sign in again and come back; what you wrote is kept.',
  forbidden: 'You may not do this. If you think you should, ask the people who run this site.',
  not_found: 'This is gone, or it is not yours to see.',
  conflict: 'Somebody changed this meanwhile. Look again, then try once more.',
  limited: ({ retryAfter }: Failure) =>
    retryAfter === undefined
      ? 'That was a lot in a short time. Wait a moment and try again; what you wrote is kept.'
      : `That was a lot in a short time. Try again in ${count(retryAfter, { one: '# second', other: '# seconds' })}; what you wrote is kept.`,
  unavailable: 'The server cannot be reached right now. Nothing is lost; try again in a moment.',
  internal: 'Something went wrong on our side. What you wrote is kept; try again in a moment.',
};

import { plural } from '../../internal/format.js';
import type { Failure } from '../../internal/failure.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** Of what goes wrong, that which must be said without fetching more words: lost connections, and the codes. */
export const failures = {
  area: 'errors' as const,

  network: 'The connection was lost. Nothing you wrote is lost; try again when you are back online.',
  'input.invalid': 'Something in the form needs another look. What you wrote is kept.',
  'kudos.withdrawn': 'This thank-you has been taken back.',
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

translate(failures, { de: async () => (await import('../de/failures.js')).failures });

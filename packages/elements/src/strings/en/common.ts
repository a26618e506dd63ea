import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** What every area says. */
export const common = {
  area: 'common' as const,
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Edit',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  more: 'Show more',
  moreActions: 'More actions',
  optional: 'optional',
  you: 'you',
  others: (n: number) => count(n, { one: '# other', other: '# others' }),
  /** Code points still free in a field; below zero: how many too many. */
  charactersLeft: (n: number) =>
    n < 0
      ? count(-n, { one: '# character too many', other: '# characters too many' })
      : count(n, { one: '# character left', other: '# characters left' }),
  noHall: 'This part of the page has no connection to Guildhall. Put <guild-hall src="/guild"> around it.',
  badAddress: 'The src of <guild-hall> must be an http or https address such as "/guild".',
  demoIdentity: (name: string) => `Demo identity: you act as ${name}. Nothing here proves who anyone is.`,
};

translate(common, { de: async () => (await import('../de/common.js')).common });

import type { ElementClass } from './define.js';

/** The public elements by tag, each in a file that is fetched when the tag appears on the page. */
export const tags: Record<string, () => Promise<ElementClass>> = {
  'allowance-meter': async () => (await import('./recognition/allowance-meter.js')).AllowanceMeter,
  'kudos-card': async () => (await import('./recognition/kudos-card.js')).KudosCard,
  'kudos-composer': async () => (await import('./recognition/kudos-composer.js')).KudosComposer,
  'kudos-wall': async () => (await import('./recognition/kudos-wall.js')).KudosWall,
  'notification-center': async () =>
    (await import('./notifications/notification-center.js')).NotificationCenter,
  'people-directory': async () => (await import('./people/people-directory.js')).PeopleDirectory,
  'profile-card': async () => (await import('./people/profile-card.js')).ProfileCard,
};

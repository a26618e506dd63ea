export { define, type ElementClass } from './define.js';
export { GuildHall } from './guild-hall.js';
export { registerStrings, type SomeStrings } from './strings/index.js';
export { NotificationOpenEvent } from './notifications/events.js';
export { NotificationCenter } from './notifications/notification-center.js';
export { ThankEvent } from './people/events.js';
export { PeopleDirectory } from './people/people-directory.js';
export { ProfileCard } from './people/profile-card.js';
export { AllowanceMeter } from './recognition/allowance-meter.js';
export {
  KudosEditedEvent,
  KudosGivenEvent,
  KudosReactedEvent,
  KudosWithdrawnEvent,
} from './recognition/events.js';
export { KudosCard } from './recognition/kudos-card.js';
export { KudosComposer } from './recognition/kudos-composer.js';
export { KudosWall } from './recognition/kudos-wall.js';

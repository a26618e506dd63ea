/** All elements in one file, for pages that load it from another host with an integrity hash. */
import { define } from './define.js';
import { GuildHall } from './guild-hall.js';
import { NotificationCenter } from './notifications/notification-center.js';
import { PeopleDirectory } from './people/people-directory.js';
import { ProfileCard } from './people/profile-card.js';
import { AllowanceMeter } from './recognition/allowance-meter.js';
import { KudosCard } from './recognition/kudos-card.js';
import { KudosComposer } from './recognition/kudos-composer.js';
import { KudosWall } from './recognition/kudos-wall.js';

define(
  GuildHall,
  AllowanceMeter,
  KudosCard,
  KudosComposer,
  KudosWall,
  NotificationCenter,
  PeopleDirectory,
  ProfileCard,
);

/** The wall and the provider, and the composer where a page has one: the smallest whole. */
import { define } from './define.js';
import { discover } from './discover.js';
import { GuildHall } from './guild-hall.js';
import { KudosWall } from './recognition/kudos-wall.js';

define(GuildHall, KudosWall);
discover({
  'kudos-composer': async () => (await import('./recognition/kudos-composer.js')).KudosComposer,
});

/** The script-tag file: the provider at once, so that its first call leaves now; every other element when it appears. */
import { define } from './define.js';
import { discover } from './discover.js';
import { GuildHall } from './guild-hall.js';
import { tags } from './tags.js';

define(GuildHall);
discover(tags);

/** The wall with its composer and the provider, and nothing else: the smallest whole. */
import { define } from './define.js';
import { GuildHall } from './guild-hall.js';
import { KudosComposer } from './recognition/kudos-composer.js';
import { KudosWall } from './recognition/kudos-wall.js';

define(GuildHall, KudosWall, KudosComposer);

import { define, GuildHall, KudosWall } from '@guildhall/elements';

define(GuildHall, KudosWall);

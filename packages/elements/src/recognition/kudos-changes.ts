import type { ElementClass } from '../define.js';
import { KudosEdit } from './kudos-edit.js';
import { KudosMenu } from './kudos-menu.js';
import { KudosWithdraw } from './kudos-withdraw.js';

/** What a card needs for those who may change it. */
export const kudosChanges: readonly ElementClass[] = [KudosMenu, KudosEdit, KudosWithdraw];

/**
 * The one door to answers without names. In: `submit`. Out: `releaseOf`, and to each person their own until the close.
 * Nothing outside of this folder reads a raw answer, or whether somebody has answered.
 */
export { openRound, addSeats, removeSeat, startCollecting } from './open-round.js';
export type { RoundDraft, Seat } from './open-round.js';
export { startForm, submit, takeBack, ownAnswers } from './submit.js';
export type { OwnSeat, Submission } from './submit.js';
export { saveDraft, draftOf, dropDraft, dropDrafts } from './drafts.js';
export type { Draft, DraftKey } from './drafts.js';
export { answeredAbout, remindLate, stateOfRound, stateOfSeats } from './participation.js';
export type { LateSeat, RoundStatus, SeatStatus } from './participation.js';
export { closeRound, dropRound } from './close-round.js';
export { askRelease, releaseOf, releasesOf } from './releases.js';
export type { FrozenRelease } from './releases.js';

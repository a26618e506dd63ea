import type { Kudos, Reaction } from '@guildhall/core';

/** `guild-kudos-given`: somebody on this page has thanked, and the server has agreed. */
export class KudosGivenEvent extends Event {
  readonly kudos: Kudos;

  constructor(kudos: Kudos) {
    super('guild-kudos-given', { bubbles: true, composed: true });
    this.kudos = kudos;
  }
}

/** `guild-kudos-edited`: the viewer has mended the text of a kudos. */
export class KudosEditedEvent extends Event {
  /** As it reads now. */
  readonly kudos: Kudos;

  constructor(kudos: Kudos) {
    super('guild-kudos-edited', { bubbles: true, composed: true });
    this.kudos = kudos;
  }
}

/** `guild-kudos-withdrawn`: the viewer has taken a kudos back, or removed it as a moderator. */
export class KudosWithdrawnEvent extends Event {
  readonly kudosId: string;

  constructor(kudosId: string) {
    super('guild-kudos-withdrawn', { bubbles: true, composed: true });
    this.kudosId = kudosId;
  }
}

/** `guild-kudos-reacted`: the viewer has joined in a kudos, or no longer does. */
export class KudosReactedEvent extends Event {
  /** With the reactions of everyone. */
  readonly kudos: Kudos;
  /** The viewer's own reactions now. */
  readonly reacted: readonly Reaction[];

  constructor(kudos: Kudos, reacted: readonly Reaction[]) {
    super('guild-kudos-reacted', { bubbles: true, composed: true });
    this.kudos = kudos;
    this.reacted = reacted;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-kudos-edited': KudosEditedEvent;
    'guild-kudos-given': KudosGivenEvent;
    'guild-kudos-reacted': KudosReactedEvent;
    'guild-kudos-withdrawn': KudosWithdrawnEvent;
  }
}

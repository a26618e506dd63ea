import type { Kudos } from '@guildhall/core';

/** `guild-kudos-given`: somebody on this page has thanked, and the server has agreed. */
export class KudosGivenEvent extends Event {
  readonly kudos: Kudos;

  constructor(kudos: Kudos) {
    super('guild-kudos-given', { bubbles: true, composed: true });
    this.kudos = kudos;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-kudos-given': KudosGivenEvent;
  }
}

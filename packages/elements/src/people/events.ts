import type { PersonRef } from '@guildhall/core';

/**
 * `guild-thank`: the viewer wants to thank a person. Unless a listener prevents it, the profile opens a form for it
 * in its own place.
 */
export class ThankEvent extends Event {
  readonly person: PersonRef;

  constructor(person: PersonRef) {
    super('guild-thank', { bubbles: true, composed: true, cancelable: true });
    this.person = person;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-thank': ThankEvent;
  }
}

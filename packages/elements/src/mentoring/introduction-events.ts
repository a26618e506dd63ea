import type { Introduction } from '@guildhall/core';

/** `guild-introduction-changed`: the viewer has proposed an introduction, answered one, or taken one back. */
export class IntroductionChangedEvent extends Event {
  /** As it stands now. */
  readonly introduction: Introduction;

  constructor(introduction: Introduction) {
    super('guild-introduction-changed', { bubbles: true, composed: true });
    this.introduction = introduction;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-introduction-changed': IntroductionChangedEvent;
  }
}

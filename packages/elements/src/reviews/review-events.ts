import type { Nomination, ReviewTask } from '@guildhall/core';

/**
 * `guild-review-open`: the viewer wants to see one of the forms. Unless a listener prevents it, it is shown in the place
 * of the list.
 */
export class ReviewOpenEvent extends Event {
  readonly task: ReviewTask;

  constructor(task: ReviewTask) {
    super('guild-review-open', { bubbles: true, composed: true, cancelable: true });
    this.task = task;
  }
}

/** `guild-review-sent`: the viewer has sent a form, or sent it anew. What was answered is nobody else's business. */
export class ReviewSentEvent extends Event {
  readonly formId: string;

  constructor(formId: string) {
    super('guild-review-sent', { bubbles: true, composed: true });
    this.formId = formId;
  }
}

/** `guild-review-declined`: the viewer has declined a form. */
export class ReviewDeclinedEvent extends Event {
  readonly formId: string;

  constructor(formId: string) {
    super('guild-review-declined', { bubbles: true, composed: true });
    this.formId = formId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-review-open': ReviewOpenEvent;
    'guild-review-sent': ReviewSentEvent;
    'guild-review-declined': ReviewDeclinedEvent;
  }
}

/** `guild-nomination-ended`: a reviewer was rejected or taken out. */
export class NominationEndedEvent extends Event {
  readonly nomination: Nomination;

  constructor(nomination: Nomination) {
    super('guild-nomination-ended');
    this.nomination = nomination;
  }
}

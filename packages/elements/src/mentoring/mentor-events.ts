import type { Mentor } from './find-mentors.js';

/** `guild-mentor-ask`: the viewer wants to ask a mentor. Unless a listener prevents it, the form opens over the page. */
export class MentorAskEvent extends Event {
  readonly mentor: Mentor;

  constructor(mentor: Mentor) {
    super('guild-mentor-ask', { bubbles: true, composed: true, cancelable: true });
    this.mentor = mentor;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-mentor-ask': MentorAskEvent;
  }
}

import type { Mentorship, Session } from '@guildhall/core';

/** `guild-session-saved`: a session was planned, moved, canceled or written down. */
export class SessionSavedEvent extends Event {
  /** As it is now. */
  readonly session: Session;

  constructor(session: Session) {
    super('guild-session-saved', { bubbles: true, composed: true });
    this.session = session;
  }
}

/** `guild-mentorship-changed`: the viewer has changed something about a mentorship: signed, set a goal, completed it. */
export class MentorshipChangedEvent extends Event {
  /** As it is now. */
  readonly mentorship: Mentorship;

  constructor(mentorship: Mentorship) {
    super('guild-mentorship-changed', { bubbles: true, composed: true });
    this.mentorship = mentorship;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-mentorship-changed': MentorshipChangedEvent;
    'guild-session-saved': SessionSavedEvent;
  }
}

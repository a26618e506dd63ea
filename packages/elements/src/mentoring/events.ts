import type { Enrollment } from '@guildhall/core';

/** `guild-enrolled`: the viewer has enrolled in a program, or changed what they had said. */
export class EnrolledEvent extends Event {
  readonly enrollment: Enrollment;

  constructor(enrollment: Enrollment) {
    super('guild-enrolled', { bubbles: true, composed: true });
    this.enrollment = enrollment;
  }
}

/** `guild-mentorship-open`: the viewer wants to see a mentorship. Pages that have a place for it go there. */
export class MentorshipOpenEvent extends Event {
  readonly mentorshipId: string;

  constructor(mentorshipId: string) {
    super('guild-mentorship-open', { bubbles: true, composed: true, cancelable: true });
    this.mentorshipId = mentorshipId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-enrolled': EnrolledEvent;
    'guild-mentorship-open': MentorshipOpenEvent;
  }
}

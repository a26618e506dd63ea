import type { FeedbackNote, FeedbackRequest } from './feedback-data.js';

/** `guild-feedback-given`: the viewer has given feedback, and the server has agreed. */
export class FeedbackGivenEvent extends Event {
  readonly note: FeedbackNote;

  constructor(note: FeedbackNote) {
    super('guild-feedback-given', { bubbles: true, composed: true });
    this.note = note;
  }
}

/** `guild-feedback-withdrawn`: the viewer has taken feedback back. */
export class FeedbackWithdrawnEvent extends Event {
  readonly noteId: string;

  constructor(noteId: string) {
    super('guild-feedback-withdrawn', { bubbles: true, composed: true });
    this.noteId = noteId;
  }
}

/** `guild-feedback-requested`: the viewer has asked for feedback. */
export class FeedbackRequestedEvent extends Event {
  readonly request: FeedbackRequest;

  constructor(request: FeedbackRequest) {
    super('guild-feedback-requested', { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-feedback-given': FeedbackGivenEvent;
    'guild-feedback-requested': FeedbackRequestedEvent;
    'guild-feedback-withdrawn': FeedbackWithdrawnEvent;
  }
}

import type { MentorshipRequest } from './requests.js';

/** `guild-request-sent`: the viewer has asked a mentor, and the server has agreed. */
export class RequestSentEvent extends Event {
  readonly request: MentorshipRequest;

  constructor(request: MentorshipRequest) {
    super('guild-request-sent', { bubbles: true, composed: true });
    this.request = request;
  }
}

/** `guild-request-changed`: the viewer has answered a request, given it more time, or taken it back. */
export class RequestChangedEvent extends Event {
  /** As it stands now. */
  readonly request: MentorshipRequest;

  constructor(request: MentorshipRequest) {
    super('guild-request-changed', { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-request-changed': RequestChangedEvent;
    'guild-request-sent': RequestSentEvent;
  }
}

import type { Notification } from '@guildhall/core';

/**
 * `guild-notification-open`: the viewer wants to see what a notification is about. Unless a listener prevents it, a
 * kudos is shown over the page; anything else is the page's to show.
 */
export class NotificationOpenEvent extends Event {
  readonly notification: Notification;
  /** The kudos that it is about, if it is about one. */
  readonly kudosId: string | undefined;

  constructor(notification: Notification) {
    super('guild-notification-open', { bubbles: true, composed: true, cancelable: true });
    this.notification = notification;
    const { kind, id } = notification.subject;
    this.kudosId = kind === 'kudos' ? id : undefined;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-notification-open': NotificationOpenEvent;
  }
}

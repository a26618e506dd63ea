import type { Notification } from '@guildhall/core';

/**
 * `guild-notification-open`: the viewer wants to see what a notification is about. Unless a listener prevents it, the
 * kudos is shown over the page.
 */
export class NotificationOpenEvent extends Event {
  readonly notification: Notification;
  /** The kudos that it is about. */
  readonly kudosId: string;

  constructor(notification: Notification) {
    super('guild-notification-open', { bubbles: true, composed: true, cancelable: true });
    this.notification = notification;
    this.kudosId = notification.kudosId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-notification-open': NotificationOpenEvent;
  }
}

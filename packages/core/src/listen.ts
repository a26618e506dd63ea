import type { Listener, Listeners } from './listeners.js';
import { notificationListeners } from './notifications/listeners.js';

/** The areas that listen, in the order in which they are called. */
const byArea: Readonly<Record<string, Readonly<Record<string, Listener>>>> = {
  notifications: notificationListeners,
};

/** All listeners by event type. */
export const listeners: Listeners = gather();

function gather(): Listeners {
  const all: Record<string, { area: string; rule: Listener }[]> = {};
  for (const [area, rules] of Object.entries(byArea))
    for (const [type, rule] of Object.entries(rules)) (all[type] ??= []).push({ area, rule });
  return all;
}

import { endOnDeparture } from './feedback/departures.js';
import { callOffOnDeparture } from './growth/departures.js';
import { growthListeners } from './growth/panel-life.js';
import type { Listener, Listeners } from './listeners.js';
import { closeOnDeparture } from './mentoring/departures.js';
import { mentoringListeners } from './mentoring/listeners.js';
import { sources } from './notifications/sources.js';
import { pulseListeners } from './pulse/listeners.js';
import { reviewListeners } from './reviews/listeners.js';

/** Who listens, in the order in which they are called; each area tells events in its own name. */
const tables: readonly { area: string; rules: Readonly<Record<string, Listener>> }[] = [
  ...sources.map(({ rules }) => ({ area: 'notifications', rules })),
  { area: 'mentoring', rules: mentoringListeners },
  { area: 'reviews', rules: reviewListeners },
  { area: 'pulse', rules: pulseListeners },
  { area: 'growth', rules: growthListeners },
  { area: 'mentoring', rules: { 'person.changed': closeOnDeparture } },
  { area: 'feedback', rules: { 'person.changed': endOnDeparture } },
  { area: 'growth', rules: { 'person.changed': callOffOnDeparture } },
];

/** All listeners by event type. */
export const listeners: Listeners = gather();

function gather(): Listeners {
  const all: Record<string, { area: string; rule: Listener }[]> = {};
  for (const { area, rules } of tables)
    for (const [type, rule] of Object.entries(rules)) (all[type] ??= []).push({ area, rule });
  return all;
}

import type { Guildhall } from '@guildhall/core';
import { logEntry, type Log } from '../http/log.js';

const TICK_MS = 60_000;

/**
 * Does what is due, now and every minute, one tick at a time; a tick that fails is logged and tried again a
 * minute later. The function that it returns stops this and resolves when the running tick has ended.
 */
export function tickEveryMinute(guildhall: Pick<Guildhall, 'tick'>, log: Log): () => Promise<void> {
  let running: Promise<void> | undefined;
  const tick = () => {
    running ??= guildhall
      .tick()
      .catch((error: unknown) => log(logEntry('error', 'tick.failed', { error })))
      .finally(() => (running = undefined));
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

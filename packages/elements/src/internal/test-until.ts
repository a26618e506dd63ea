/** For tests only: waiting for a condition, longer than usual, since other tests run beside. */
import { waitUntil as wait } from '@open-wc/testing';

/** Waits until the condition holds, 15 seconds at most unless told otherwise. */
export function waitUntil(
  condition: () => unknown,
  what?: string,
  options: { timeout?: number; interval?: number } = {},
): Promise<void> {
  return wait(condition, what, { timeout: 15_000, ...options });
}

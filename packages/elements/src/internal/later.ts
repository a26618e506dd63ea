import { define, type ElementClass } from '../define.js';

/**
 * Fetches and registers elements that few viewers need, when one of them does. False when they cannot be
 * fetched, as without a connection; calling it again tries again.
 */
export async function later(load: () => Promise<readonly ElementClass[]>): Promise<boolean> {
  try {
    define(...(await load()));
    return true;
  } catch (error) {
    console.warn('[guildhall] A part could not be loaded.', error);
    return false;
  }
}

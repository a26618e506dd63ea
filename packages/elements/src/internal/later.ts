import { define, type ElementClass } from '../define.js';
import { stringsSettled } from '../strings/index.js';

/** Fetches elements and registers them once they can speak the languages of the page, so that they render at once. */
export async function fetchElements(load: () => Promise<readonly ElementClass[]>): Promise<void> {
  const classes = await load();
  await stringsSettled();
  define(...classes);
}

/**
 * Fetches and registers elements that few viewers need, when one of them does. False when they cannot be
 * fetched, as without a connection; calling it again tries again.
 */
export async function later(load: () => Promise<readonly ElementClass[]>): Promise<boolean> {
  try {
    await fetchElements(load);
    return true;
  } catch (error) {
    console.warn('[guildhall] A part could not be loaded.', error);
    return false;
  }
}

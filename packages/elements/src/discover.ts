import { define, type ElementClass } from './define.js';

type Tags = Record<string, () => Promise<ElementClass>>;

/**
 * Fetches and registers an element when its tag appears in the document, now or later. Elements inside shadow
 * roots come with the element that renders them. Returns what ends it.
 */
export function discover(tags: Tags, root: Document = document): () => void {
  const left = new Map(Object.entries(tags));

  const look = () => {
    for (const [tag, load] of left) {
      if (!root.querySelector(tag)) continue;
      left.delete(tag);
      load().then(define, (error: unknown) => {
        // A lost connection: the next change of the page tries again.
        left.set(tag, load);
        console.warn(`[guildhall] <${tag}> could not be loaded.`, error);
      });
    }
  };

  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      look();
      if (!left.size) observer.disconnect();
    });
  });
  observer.observe(root, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

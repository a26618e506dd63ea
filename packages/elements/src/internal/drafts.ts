const VERSION = 1;
const DAYS_KEPT = 30;

/** What somebody has begun to write, kept in this browser over reloads. Works, and forgets, where storage is blocked. */
export class Drafts<T> {
  readonly #name: string;
  readonly #isDraft: (value: unknown) => value is T;

  /** `name` tells the drafts of one form from those of others; `isDraft` guards against what older code wrote. */
  constructor(name: string, isDraft: (value: unknown) => value is T) {
    this.#name = name;
    this.#isDraft = isDraft;
  }

  /** The draft of a viewer, unless it is older than thirty days. */
  read(viewerId: string): T | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key(viewerId)) ?? 'null');
      if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('draft' in kept))
        return undefined;
      const fresh = Number(kept.at) > Date.now() - DAYS_KEPT * 86_400_000;
      return fresh && this.#isDraft(kept.draft) ? kept.draft : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps the draft in place of the one before; undefined forgets it. */
  write(viewerId: string, draft: T | undefined): void {
    try {
      if (draft === undefined) localStorage.removeItem(this.#key(viewerId));
      else localStorage.setItem(this.#key(viewerId), JSON.stringify({ at: Date.now(), draft }));
    } catch {
      // Blocked or full storage: the draft lives as long as the page.
    }
  }

  #key(viewerId: string): string {
    return `guildhall:${VERSION}:draft:${this.#name}:${viewerId}`;
  }
}

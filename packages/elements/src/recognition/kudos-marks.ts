import type { Client, Kudos, Marks } from '@guildhall/core';

/** What is the viewer's own about the kudos of a list: asked for by the page, once. */
export class KudosMarks {
  readonly #known = new Map<string, Marks>();
  readonly #asked = new Set<string>();

  get(id: string): Marks | undefined {
    return this.#known.get(id);
  }

  /** Asks for what is not known. True when there is something new to show. */
  async ask(client: Client, kudos: readonly Kudos[], signal: AbortSignal): Promise<boolean> {
    const ids = kudos.map(({ id }) => id).filter((id) => !this.#asked.has(id));
    if (!ids.length) return false;
    for (const id of ids) this.#asked.add(id);
    try {
      const { items } = await client.recognition.marks({ ids }, { signal });
      if (signal.aborted) return false;
      for (const marks of items) this.#known.set(marks.id, marks);
      return true;
    } catch {
      // The cards can be read without; the next change asks again.
      for (const id of ids) this.#asked.delete(id);
      return false;
    }
  }

  /** What has changed by the viewer's own doing. */
  change(id: string, change: Partial<Marks> | undefined): void {
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, ...change });
  }

  forget(kudos: readonly Kudos[]): void {
    for (const { id } of kudos) {
      this.#known.delete(id);
      this.#asked.delete(id);
    }
  }

  clear(): void {
    this.#known.clear();
    this.#asked.clear();
  }
}

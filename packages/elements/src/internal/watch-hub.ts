import type { Client, Heard } from '@guildhall/core';

/**
 * The one change stream of a page, shared by all its elements. It is open while somebody listens and the page
 * can be seen, and goes on where it stopped: a page in the background holds none of the browser's six
 * connections per host, and can be kept by the back button.
 */
export class WatchHub {
  readonly #client: Client;
  readonly #listeners = new Set<(heard: Heard) => void>();
  #stream: AbortController | undefined;
  #cursor: string | undefined;
  #open = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Calls back with every change until the returned function is called. */
  listen(listener: (heard: Heard) => void): () => void {
    if (!this.#listeners.size) document.addEventListener('visibilitychange', this.#adjust);
    this.#listeners.add(listener);
    this.#adjust();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size) return;
      document.removeEventListener('visibilitychange', this.#adjust);
      // An element that is moved leaves and comes back at once.
      queueMicrotask(this.#adjust);
    };
  }

  /** Lets the stream begin: the client has had its first answer, and the stream goes on from there. */
  open(): void {
    this.#open = true;
    this.#adjust();
  }

  /** Tells every listener. Used when something may have been missed for another reason than the stream's. */
  tell(heard: Heard): void {
    for (const listener of [...this.#listeners]) listener(heard);
  }

  readonly #adjust = (): void => {
    const wanted = this.#open && this.#listeners.size > 0 && !document.hidden;
    if (wanted && !this.#stream) {
      this.#stream = new AbortController();
      void this.#follow(this.#stream.signal);
    } else if (!wanted) {
      this.#stream?.abort();
      this.#stream = undefined;
    }
  };

  async #follow(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        for await (const heard of this.#client.watch({ after: this.#cursor, signal })) {
          if (signal.aborted) return;
          attempt = 0;
          this.#cursor = heard.cursor;
          this.tell(heard);
        }
        return;
      } catch {
        // The elements tell of lost connections by their own calls; the stream only tries again.
        await new Promise((resolve) => setTimeout(resolve, Math.min(60_000, 1000 * 2 ** attempt)));
      }
    }
  }
}

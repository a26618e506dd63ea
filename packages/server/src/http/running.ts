import { GuildhallError } from '@guildhall/core';

/** Counts what is under way, so that closing can wait for it. */
export class Running {
  #count = 0;
  #closed = false;
  #idle: (() => void) | undefined;

  /** Runs the work and counts it until it has ended. */
  async run<R>(work: () => Promise<R>): Promise<R> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) this.#idle?.();
    }
  }

  /** Throws `unavailable` once closing has begun. */
  refuseWhenClosed(): void {
    if (!this.#closed) return;
    throw new GuildhallError('unavailable', 'server.closing', 'The server is closing. Try again soon.', {
      retryAfter: 5,
    });
  }

  /** Lets nothing more in and resolves when all has ended, or after `milliseconds`. */
  async close(milliseconds: number): Promise<void> {
    this.#closed = true;
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

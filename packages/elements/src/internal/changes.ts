import type { Heard } from '@guildhall/core';
import type { Hall } from './hall.js';

/** What a list does about changes of its area. */
export interface ChangesOptions {
  area: string;
  /** Looks at a change; true: something has to be loaded. */
  note(heard: Heard): boolean;
  refresh(): void;
}

/** Follows the change stream. Bursts become one refresh, and a thousand open pages do not ask in the same instant. */
export class Changes {
  readonly #options: ChangesOptions;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ChangesOptions) {
    this.#options = options;
  }

  /** Follows this hall from now on, or none. */
  follow(hall: Hall | undefined): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stop = hall?.hub.listen((heard) => this.#hear(heard));
  }

  #hear(heard: Heard): void {
    if ('area' in heard && heard.area !== this.#options.area) return;
    if (!this.#options.note(heard)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#options.refresh();
    }, Math.random() * 200);
  }
}

import { ContextProvider, ContextEvent } from '@lit/context';
import type { Client } from '@guildhall/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import { hallContext } from './context.js';
import { hallOf, type Hall } from './hall.js';

/** How long an element waits for a provider before it says that there is none, in milliseconds. */
export const GRACE = 1000;

/** What the finder needs of its element. */
export interface Seeker extends ReactiveElement {
  client: Client | undefined;
  for: string | undefined;
}

/**
 * Finds the hall of an element: its own `.client`, else the nearest `<guild-hall>` above, else the one that
 * `for` names, else the only one of the document. Goes on looking until there is one.
 */
export class HallFinder implements ReactiveController {
  hall: Hall | undefined;
  /** True when nothing was found in time. */
  missing = false;

  readonly #host: Seeker;
  #client: Client | undefined;
  #for: string | undefined;
  #leave: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;
  #provider: ContextProvider<typeof hallContext> | undefined;

  constructor(host: Seeker) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#client = this.#host.client;
    this.#for = this.#host.for;
    // A provider announces itself by this event. It crosses shadow roots, so one place hears all of them.
    document.addEventListener('context-provider', this.#seek);
    this.#grace = setTimeout(() => {
      this.missing = !this.hall;
      if (this.missing) this.#host.requestUpdate();
    }, GRACE);
    if (this.#client) this.#enter(hallOf(this.#client));
    else this.#seek();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#seek);
    clearTimeout(this.#grace);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#enter(undefined);
  }

  hostUpdate(): void {
    if (this.#host.client !== this.#client || this.#host.for !== this.#for) {
      this.hostDisconnected();
      this.hostConnected();
    }
    // Elements in this one's shadow root ask here what they could not find by themselves.
    if (this.#client || this.#for) {
      this.#provider ??= new ContextProvider(this.#host, { context: hallContext });
    }
    this.#provider?.setValue(this.hall);
  }

  readonly #seek = (): void => {
    if (this.#client) return;
    for (const from of [this.#host, this.#elsewhere()]) {
      if (this.#unsubscribe) return;
      from?.dispatchEvent(new ContextEvent(hallContext, this.#host, this.#receive, true));
    }
  };

  #elsewhere(): Element | undefined {
    if (this.#for) return document.getElementById(this.#for) ?? undefined;
    const halls = document.querySelectorAll('guild-hall');
    return halls.length === 1 ? halls[0] : undefined;
  }

  readonly #receive = (hall: Hall | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#enter(hall);
  };

  #enter(hall: Hall | undefined): void {
    if (hall === this.hall) return;
    this.#leave?.();
    this.hall = hall;
    this.#leave = hall?.join(this.#host);
    this.missing &&= !hall;
    this.#host.requestUpdate();
  }
}

import type { CallOptions, Client } from '@guildhall/core';
import type { ReactiveControllerHost } from 'lit';
import { sayable } from './error-text.js';
import { isUnknownOutcome, type Failure } from './failure.js';
import type { Hall } from './hall.js';
import { newKey } from './new-key.js';

type Send<In, Out> = (client: Client, input: In, options: CallOptions) => Promise<Out>;

/** What was sent with which key when nobody knows whether it arrived. Plain JSON: it may be kept with a draft. */
export interface Unsettled {
  key: string;
  input: string;
}

/** A change that an element makes: once at a time, and once in effect however often it is sent. */
export class Command<In, Out> {
  /** True while the answer is awaited. */
  pending = false;
  /** Why the last run failed. */
  error: Failure | undefined;
  /** The input whose fate is unknown: running the same again uses its key. Elements may store and restore it. */
  unsettled: Unsettled | undefined;

  readonly #host: ReactiveControllerHost & { hall: Hall | undefined };
  readonly #send: Send<In, Out>;
  #running: Promise<Out | undefined> | undefined;

  constructor(host: ReactiveControllerHost & { hall: Hall | undefined }, send: Send<In, Out>) {
    this.#host = host;
    this.#send = send;
  }

  /**
   * Sends the input. Resolves with the answer, or with undefined when it failed: then `error` says why.
   * A call while one is pending gets the pending one's answer.
   */
  run(input: In): Promise<Out | undefined> {
    return (this.#running ??= this.#run(input).finally(() => {
      this.#running = undefined;
      this.pending = false;
      this.#host.requestUpdate();
    }));
  }

  /** Forgets the error. */
  reset(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }

  async #run(input: In): Promise<Out | undefined> {
    const text = JSON.stringify(input);
    const key = this.unsettled?.input === text ? this.unsettled.key : newKey();
    this.pending = true;
    this.error = undefined;
    this.unsettled = undefined;
    this.#host.requestUpdate();
    try {
      if (!this.#host.hall) throw noHall();
      return await this.#send(this.#host.hall.client, input, { key });
    } catch (error) {
      this.error = await sayable(error);
      if (isUnknownOutcome(this.error)) this.unsettled = { key, input: text };
      return undefined;
    }
  }
}

function noHall(): Error {
  return Object.assign(new Error('There is no <guild-hall> to send this to.'), {
    name: 'GuildhallError',
    code: 'unavailable',
    reason: 'network',
  });
}

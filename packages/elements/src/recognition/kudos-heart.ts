import type { Client, Kudos } from '@guildhall/core';
import { Command } from '../internal/command.js';
import type { Failure } from '../internal/failure.js';
import type { GuildElement } from '../internal/guild-element.js';

type Answer = Awaited<ReturnType<Client['recognition']['react']>>;

/** A viewer's heart for a kudos: shown at once, and taken back when the server does not agree. */
export class KudosHeart {
  readonly #host: GuildElement;
  readonly #react: Command<{ id: string; on: boolean }, Answer>;
  #wish: { on: boolean; count: number } | undefined;

  constructor(host: GuildElement) {
    this.#host = host;
    this.#react = new Command(host, (client, input, options) => client.recognition.react(input, options));
  }

  /** Why the last change failed. */
  get error(): Failure | undefined {
    return this.#react.error;
  }

  /** Whether the viewer joins in, and how many do: what the viewer asked for, else what is known. */
  shown(kudos: Kudos, isOn: boolean): { on: boolean; count: number } {
    return this.#wish ?? { on: isOn, count: kudos.reactions.heart };
  }

  /** Gives the heart or takes it back, and hands on every answer. */
  async toggle(kudos: Kudos, isOn: boolean, take: (answer: Answer) => void): Promise<void> {
    const { on, count } = this.shown(kudos, isOn);
    this.#wish = { on: !on, count: count + (on ? -1 : 1) };
    this.#host.requestUpdate();
    if (this.#react.pending) return;
    // Who changes their mind while a call is under way is followed by another.
    for (let sent; this.#wish && sent !== this.#wish.on;) {
      sent = this.#wish.on;
      const answer = await this.#react.run({ id: kudos.id, on: sent });
      if (!answer) break;
      take(answer);
    }
    this.#wish = undefined;
    this.#host.requestUpdate();
  }
}

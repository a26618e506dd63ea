import type { Client, Me } from '@guildhall/core';
import type { ReactiveControllerHost } from 'lit';
import { loadStrings, onStrings, pickLocale } from '../strings/index.js';
import { sayable } from './error-text.js';
import type { Failure } from './failure.js';
import { WatchHub } from './watch-hub.js';

/** What the elements under one `<guild-hall>` share: the client, the viewer, the language, the change stream. */
export class Hall {
  readonly client: Client;
  readonly hub: WatchHub;
  /** The viewer; absent until the server has answered. */
  me: Me | undefined;
  /** Why the viewer is not known, while the hall tries again. */
  failure: Failure | undefined;
  /** The language in use, as a tag; absent until its strings are there. */
  locale: string | undefined;

  readonly #members = new Set<ReactiveControllerHost>();
  #asked: string | undefined;
  #choice: string | undefined;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forget: (() => void) | undefined;

  /** Asks for the viewer at once. */
  constructor(client: Client, locale?: string) {
    this.client = client;
    this.hub = new WatchHub(client);
    this.#asked = locale;
    void this.#choose();
    void this.greet();
  }

  /** True when the server says that identities are picked from a list and prove nothing. */
  get development(): boolean {
    return this.me?.development ?? false;
  }

  /** Updates the host whenever something here changes, until the returned function is called. */
  join(host: ReactiveControllerHost): () => void {
    if (!this.#members.size) this.#forget = onStrings(() => this.#changed());
    this.#members.add(host);
    if (this.failure && this.#timer === undefined) void this.greet();
    return () => {
      this.#members.delete(host);
      if (!this.#members.size) this.#forget?.();
    };
  }

  /** Speaks this language from now on; undefined: the viewer's, else the page's, else the browser's. */
  speak(locale: string | undefined): void {
    this.#asked = locale;
    void this.#choose();
  }

  /** Asks who the viewer is, and again later while the answer fails and anyone is there to care. */
  async greet(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.me = await this.client.people.me();
      const late = this.failure;
      this.failure = undefined;
      this.#attempt = 0;
      void this.#choose();
      this.hub.open();
      if (late) this.hub.tell({ resync: true, cursor: '' });
    } catch (error) {
      this.failure = await sayable(error);
      if (this.#members.size) {
        this.#timer = setTimeout(() => void this.greet(), Math.min(60_000, 2000 * 2 ** this.#attempt++));
      }
    }
    this.#changed();
  }

  async #choose(): Promise<void> {
    const locale = pickLocale([
      this.#asked,
      this.me?.locale,
      document.documentElement.lang,
      ...navigator.languages,
    ]);
    this.#choice = locale;
    await loadStrings(locale);
    // Another language may have been chosen while this one was on its way.
    if (locale !== this.#choice || locale === this.locale) return;
    this.locale = locale;
    this.#changed();
  }

  #changed(): void {
    for (const host of this.#members) host.requestUpdate();
  }
}

const halls = new WeakMap<Client, Hall>();

/** The hall of a bare client, as given to an element's `.client`: the same for every element that has it. */
export function hallOf(client: Client): Hall {
  const hall = halls.get(client) ?? new Hall(client);
  halls.set(client, hall);
  return hall;
}

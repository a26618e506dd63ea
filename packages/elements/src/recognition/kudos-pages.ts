import type { Heard, Kudos, Marks } from '@guildhall/core';
import type { ReactiveController } from 'lit';
import { sayable } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import type { GuildElement } from '../internal/guild-element.js';
import type { Hall } from '../internal/hall.js';
import type { WindowPage } from '../internal/page-window.js';
import { KudosMarks } from './kudos-marks.js';
import { LIMIT, listKudos, type KudosSource } from './kudos-source.js';
import { merge, type Listed, type PageEnd } from './kudos-merge.js';

/** As many kudos as the server gives at once, newest first. */
export interface KudosPage extends WindowPage {
  /** The cursor of what is before it; undefined for the first. */
  readonly after: string | undefined;
  readonly end: PageEnd | undefined;
  items: readonly Kudos[] | undefined;
  /** How many it holds, loaded or not. */
  size: number;
}

/** What the pages ask of their wall. */
export interface PagesOptions {
  source(): KudosSource;
  /** What comes on top moves nothing that is being read. */
  isAtTop(): boolean;
  /** Somebody is using a card. */
  isInUse(): boolean;
}

/** How many kudos the first page may grow to by arrivals before the list begins anew. */
const HEAD_MOST = 2 * LIMIT;
/** How many pages on each side of those in view keep their kudos. */
const KEPT = 4;
/** How long an arrival is marked, in milliseconds. */
const FRESH_MS = 2000;

/** The kudos of a wall by pages, kept up to date. Pages far from view forget their kudos and load them again. */
export class KudosPages implements ReactiveController {
  pages: KudosPage[] = [];
  /** What is the viewer's own, by kudos; it comes after the kudos. */
  readonly marks = new KudosMarks();
  /** Those that have just arrived. */
  readonly fresh = new Set<string>();
  /** How many have come on top since the viewer was there. */
  arrivals = 0;
  /** Why the last page could not be added. */
  error: Failure | undefined;
  /** True while a page is being added. */
  loading = false;

  readonly #host: GuildElement;
  readonly #options: PagesOptions;
  #hall: Hall | undefined;
  #source: KudosSource = {};
  /** Ends all calls for the former source. */
  #former = new AbortController();
  #next: string | undefined;
  #keys = 0;
  /** The newest have not been put on top. */
  #isBehind = false;
  #reloading = false;
  /** What changes have made old. */
  readonly #old = new Set<KudosPage>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: GuildElement, options: PagesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether others follow the last page. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** How many kudos the pages hold. */
  get size(): number {
    return this.pages.reduce((sum, { size }) => sum + size, 0);
  }

  hostUpdate(): void {
    const { hall } = this.#host;
    const source = this.#options.source();
    const moved = hall !== this.#hall;
    if (!moved && JSON.stringify(source) === JSON.stringify(this.#source)) return;
    if (moved) this.#follow(hall);
    this.#source = source;
    void this.begin();
  }

  hostDisconnected(): void {
    this.#former.abort();
    this.#follow(undefined);
  }

  /** Loads the newest; what is shown stays until they have come. */
  async begin(): Promise<void> {
    this.#former.abort();
    this.#former = new AbortController();
    this.loading = false;
    if (this.#hall) await this.#add(undefined);
  }

  /** Adds the page after the last. */
  async more(): Promise<void> {
    if (!this.loading && (this.hasMore || this.error)) await this.#add(this.#next);
  }

  /** The viewer is at the top, or with `newest` wants to be. */
  seen({ newest = false } = {}): void {
    if (newest && this.#isBehind) void this.begin();
    if (!this.arrivals || (this.#isBehind && !newest)) return;
    this.arrivals = 0;
    this.#host.requestUpdate();
  }

  /** Loads what the pages in view have forgotten, and lets those far from them forget. */
  keep(wanted: ReadonlySet<KudosPage>): void {
    const places = this.pages.flatMap((page, index) => (wanted.has(page) ? index : []));
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    this.pages.forEach((page, index) => {
      // The first page may hold more than can be loaded at once.
      if (!index || wanted.has(page) || (index >= first - KEPT && index <= last + KEPT)) return;
      this.marks.forget(page.items ?? []);
      page.items = undefined;
    });
    const missing = this.pages.find((page) => wanted.has(page) && !page.items);
    if (!missing || this.#reloading) return;
    this.#reloading = true;
    // One at a time: on a fast way through the list most are out of view again before their turn comes.
    void this.#reload(missing).finally(() => {
      this.#reloading = false;
      this.#host.requestUpdate();
    });
  }

  /** Puts the viewer's own new kudos on top. */
  insert(kudos: Kudos): void {
    const [head] = this.pages;
    if (!head || this.#pageOf(kudos.id)) return;
    this.#fill(head, [kudos, ...(head.items ?? [])]);
    this.#greet([kudos.id]);
  }

  /** Shows what a card has learned about its kudos. */
  replace(kudos: Kudos, marks?: Partial<Marks>): void {
    const page = this.#pageOf(kudos.id);
    this.marks.change(kudos.id, marks);
    if (page?.items)
      this.#fill(
        page,
        page.items.map((each) => (each.id === kudos.id ? kudos : each)),
      );
  }

  /** Takes a kudos off the wall. */
  remove(id: string): void {
    const page = this.#pageOf(id);
    if (page?.items)
      this.#fill(
        page,
        page.items.filter((kudos) => kudos.id !== id),
      );
  }

  #follow(hall: Hall | undefined): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#old.clear();
    this.#hall = hall;
    this.#stop = hall?.hub.listen((heard) => this.#hear(heard));
  }

  #hear(heard: Heard): void {
    const [head] = this.pages;
    if ('resync' in heard) {
      if (!head) return void this.begin();
      for (const page of this.pages) if (page.items) this.#old.add(page);
    } else {
      const [id = ''] = heard.ids;
      if (heard.area !== 'recognition') return;
      if (heard.type === 'kudos.withdrawn') return this.remove(id);
      const known = this.#pageOf(id);
      const page = heard.type === 'kudos.given' ? !known && head : known;
      if (!page) return;
      this.#old.add(page);
    }
    // Bursts become one load, and a thousand open pages do not ask in the same instant.
    this.#timer ??= setTimeout(() => void this.#refresh(), Math.random() * 200);
  }

  async #refresh(): Promise<void> {
    this.#timer = undefined;
    const old = this.pages.filter((page) => this.#old.has(page) && page.items);
    this.#old.clear();
    await Promise.all(old.map((page) => this.#reload(page)));
  }

  async #add(after: string | undefined): Promise<void> {
    const { signal } = this.#former;
    this.loading = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const listed = await this.#list(after, signal);
      if (after === undefined) this.#restart();
      const { items, next } = listed;
      const end = next === undefined ? undefined : items.at(-1);
      const page: KudosPage = { key: this.#keys++, after, end, items, size: items.length };
      this.pages = [...this.pages, page];
      this.#next = next;
      void this.#mark(items);
    } catch (error) {
      if (signal.aborted) return;
      const failure = await sayable(error);
      if (signal.aborted) return;
      this.error = failure;
      // What another source gave is no answer for this one.
      if (after === undefined) this.#restart();
    }
    this.loading = false;
    this.#host.requestUpdate();
  }

  #restart(): void {
    this.pages = [];
    this.marks.clear();
    this.#next = undefined;
    this.arrivals = 0;
    this.#isBehind = false;
  }

  async #reload(page: KudosPage): Promise<void> {
    const { signal } = this.#former;
    try {
      const listed = await this.#list(page.after, signal);
      if (this.pages.includes(page)) this.#join(page, listed);
    } catch {
      // What is shown stays; the next change or look tries again.
    }
  }

  #join(page: KudosPage, listed: Listed): void {
    const { items, arrived, gap } = merge(page, listed);
    const [atTop, inUse] = [this.#options.isAtTop(), this.#options.isInUse()];
    const isTooMuch = gap || (arrived.length > 0 && items.length > HEAD_MOST);
    if (page === this.pages[0] && arrived.length && (isTooMuch || (atTop && inUse))) {
      if (atTop && !inUse) return void this.begin();
      this.#isBehind = true;
      this.arrivals = Math.max(this.arrivals, arrived.length);
      return this.#host.requestUpdate();
    }
    if (!atTop) this.arrivals += arrived.length;
    this.#fill(page, items);
    this.#greet(arrived);
  }

  #fill(page: KudosPage, items: readonly Kudos[]): void {
    page.items = items;
    page.size = items.length;
    void this.#mark(items);
    this.#host.requestUpdate();
  }

  #greet(ids: readonly string[]): void {
    for (const id of ids) this.fresh.add(id);
    setTimeout(() => {
      for (const id of ids) this.fresh.delete(id);
      this.#host.requestUpdate();
    }, FRESH_MS);
  }

  #list(after: string | undefined, signal: AbortSignal): Promise<Listed> {
    return listKudos(this.#hall?.client, this.#source, after, signal);
  }

  async #mark(kudos: readonly Kudos[]): Promise<void> {
    const { signal } = this.#former;
    if (this.#hall && (await this.marks.ask(this.#hall.client, kudos, signal))) this.#host.requestUpdate();
  }

  #pageOf(id: string): KudosPage | undefined {
    return this.pages.find(({ items }) => items?.some((kudos) => kudos.id === id));
  }
}

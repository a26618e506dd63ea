import type { Heard, Kudos, Marks } from '@guildhall/core';
import type { ReactiveController } from 'lit';
import { asFailure, type Failure } from '../internal/failure.js';
import type { GuildElement } from '../internal/guild-element.js';
import type { Hall } from '../internal/hall.js';
import type { WindowPage } from '../internal/page-window.js';
import { endOf, merge, type Listed } from './kudos-merge.js';

/** Which kudos a wall shows: the public ones, or with `of` those that concern the viewer. */
export interface KudosSource {
  value?: string | undefined;
  receiver?: string | undefined;
  team?: string | undefined;
  of?: 'received' | 'given' | 'teams' | undefined;
}

/** As many kudos as the server gives at once, newest first. */
export interface KudosPage extends WindowPage {
  /** The cursor of what is before it; undefined for the first. */
  readonly after: string | undefined;
  items: readonly Kudos[] | undefined;
  /** How many it holds, loaded or not. */
  size: number;
  /** Its oldest, where others follow. */
  readonly end: { id: string; givenAt: string } | undefined;
}

/** What the wall tells its pages. */
export interface PagesOptions {
  source(): KudosSource;
  /** Nothing would be moved away from under the viewer's eyes or hands. */
  isFree(): boolean;
}

const LIMIT = 20;
/** How many kudos the first page may grow to by arrivals before the list begins anew. */
const HEAD_MOST = 40;
/** How many pages around those in view keep their kudos. */
const KEPT = 4;
/** How long an arrival is marked, in milliseconds. */
const FRESH_MS = 2000;

/** The kudos of a wall, page by page, kept up to date. Pages far from view forget their kudos and load them again. */
export class KudosPages implements ReactiveController {
  pages: KudosPage[] = [];
  /** What is the viewer's own, by kudos; it comes after the kudos. */
  readonly marks = new Map<string, Marks>();
  /** Those that have just arrived. */
  readonly fresh = new Set<string>();
  /** How many have come since the viewer last was at the top. */
  arrivals = 0;
  /** Why the last load of a page to be added failed. */
  error: Failure | undefined;
  /** True while a page is being added. */
  loading = false;

  readonly #host: GuildElement;
  readonly #options: PagesOptions;
  #hall: Hall | undefined;
  #source = '';
  #former = new AbortController();
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #old = new Set<KudosPage>();
  #next: string | undefined;
  #keys = 0;
  /** The list does not reach up to the newest any more. */
  #behind = false;
  #filling = false;

  constructor(host: GuildElement, options: PagesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.#next !== undefined || !this.pages.length;
  }

  /** How many kudos the known pages hold. */
  get size(): number {
    return this.pages.reduce((sum, { size }) => sum + size, 0);
  }

  hostUpdate(): void {
    const { hall } = this.#host;
    const source = JSON.stringify(this.#options.source());
    if (hall === this.#hall && source === this.#source) return;
    if (hall !== this.#hall) {
      this.#follow(hall);
      this.pages = [];
      this.marks.clear();
    }
    this.#source = source;
    void this.begin();
  }

  hostDisconnected(): void {
    this.#former.abort();
    this.#follow(undefined);
  }

  /** Loads the newest; what is there stays until they have come. */
  async begin(): Promise<void> {
    this.#former.abort();
    this.#former = new AbortController();
    this.#old.clear();
    this.loading = false;
    if (!this.#hall) return;
    await this.#add(undefined, (listed) => this.#reset(listed));
  }

  /** Loads the page after the last. */
  async more(): Promise<void> {
    if (this.loading || !this.#hall) return;
    if (!this.pages.length) return this.begin();
    if (this.#next === undefined) return;
    await this.#add(this.#next, (listed, after) => this.pages.push(this.#page(listed, after)));
  }

  /** Goes back to the newest when the list no longer reaches up to them. */
  async catchUp(): Promise<void> {
    this.arrivals = 0;
    this.#host.requestUpdate();
    if (this.#behind) await this.begin();
  }

  /** Loads what the pages in view have forgotten, and lets those far from them forget. */
  keep(wanted: ReadonlySet<KudosPage>): void {
    const places = this.pages.flatMap((page, index) => (wanted.has(page) ? index : []));
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    this.pages.forEach((page, index) => {
      // The first page may hold more than can be loaded again at once.
      if (!index || wanted.has(page) || (index >= first - KEPT && index <= last + KEPT)) return;
      for (const { id } of page.items ?? []) this.marks.delete(id);
      page.items = undefined;
    });
    const missing = this.pages.find((page) => wanted.has(page) && !page.items);
    if (!missing || this.#filling) return;
    this.#filling = true;
    // One at a time: on a fast way through the list most are out of view before their turn comes.
    void this.#reload(missing).finally(() => {
      this.#filling = false;
      this.#host.requestUpdate();
    });
  }

  /** Puts the viewer's own new kudos on top. */
  insert(kudos: Kudos): void {
    const [head] = this.pages;
    if (!head?.items || this.#pageOf(kudos.id)) return;
    head.items = [kudos, ...head.items];
    head.size += 1;
    this.#greet([kudos.id]);
    void this.#mark([kudos]);
    this.#host.requestUpdate();
  }

  /** Shows what a card already knows of its kudos. */
  replace(id: string, change: (kudos: Kudos) => Kudos, marks?: Partial<Marks>): void {
    const page = this.#pageOf(id);
    if (page) page.items = page.items?.map((kudos) => (kudos.id === id ? change(kudos) : kudos));
    const known = this.marks.get(id);
    if (known && marks) this.marks.set(id, { ...known, ...marks });
    this.#host.requestUpdate();
  }

  /** Takes a kudos off the wall. */
  remove(id: string): void {
    const page = this.#pageOf(id);
    if (!page) return;
    page.items = page.items?.filter((kudos) => kudos.id !== id);
    page.size -= 1;
    this.#host.requestUpdate();
  }

  async #add(after: string | undefined, place: (listed: Listed, after?: string) => void): Promise<void> {
    const { signal } = this.#former;
    this.loading = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const listed = await this.#list(after, signal);
      if (signal.aborted) return;
      place(listed, after);
      this.#next = listed.next;
      void this.#mark(listed.items);
    } catch (error) {
      if (signal.aborted) return;
      this.error = asFailure(error);
      // What another filter shows is no answer to this one.
      if (after === undefined) this.pages = [];
    }
    this.loading = false;
    this.#host.requestUpdate();
  }

  async #list(after: string | undefined, signal: AbortSignal): Promise<Listed> {
    // What was made of a source is one.
    const { of, ...where } = JSON.parse(this.#source) as KudosSource;
    const recognition = this.#hall?.client.recognition;
    const paging = { limit: LIMIT, after };
    const listed = of
      ? await recognition?.mine({ of, ...paging }, { signal })
      : await recognition?.list({ ...where, ...paging }, { signal });
    // Among what concerns the viewer a whole page may be for others' eyes.
    if (listed?.next !== undefined && !listed.items.length) return this.#list(listed.next, signal);
    return listed ?? { items: [] };
  }

  #reset(listed: Listed): void {
    this.pages = [this.#page(listed)];
    this.marks.clear();
    this.arrivals = 0;
    this.#behind = false;
  }

  #page({ items, next }: Listed, after?: string): KudosPage {
    const end = next === undefined ? undefined : endOf(items);
    return { key: this.#keys++, after, items, size: items.length, end };
  }

  async #mark(kudos: readonly Kudos[]): Promise<void> {
    const ids = kudos.map(({ id }) => id).filter((id) => !this.marks.has(id));
    if (!ids.length) return;
    const { signal } = this.#former;
    try {
      const marked = await this.#hall?.client.recognition.marks({ ids }, { signal });
      if (signal.aborted) return;
      for (const each of marked?.items ?? []) this.marks.set(each.id, each);
      this.#host.requestUpdate();
    } catch {
      // The cards can be read without, and the next change asks again.
    }
  }

  async #reload(page: KudosPage): Promise<void> {
    const { signal } = this.#former;
    try {
      const listed = await this.#list(page.after, signal);
      if (signal.aborted || !this.pages.includes(page)) return;
      const isHead = page === this.pages[0];
      const merged = merge(page, listed, isHead);
      const arrived = isHead && page.items ? merged.arrived : [];
      if (merged.gap || (merged.items.length > HEAD_MOST && arrived.length) || (arrived.length && this.#isHeld))
        return this.#fallBehind(listed, arrived.length);
      page.items = merged.items;
      page.size = merged.items.length;
      if (!this.#options.isFree()) this.arrivals += arrived.length;
      this.#greet(arrived);
      void this.#mark(merged.items);
      this.#host.requestUpdate();
    } catch {
      // What is shown stays; the next change or the next look tries again.
    }
  }

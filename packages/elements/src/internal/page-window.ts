import type { ReactiveController, ReactiveElement } from 'lit';

/** A page of a long list. */
export interface WindowPage {
  /** Grows down the list and stays with the page. */
  readonly key: number;
  /** What it holds; undefined while that is not loaded. */
  readonly items?: readonly unknown[] | undefined;
  /** In CSS pixels, as last measured. */
  height?: number;
}

/** A page to render, or the place of pages that are not, with its height in CSS pixels. */
export interface Segment<P> {
  readonly key: number;
  readonly page?: P;
  height: number;
}

/** What a window needs to know of its list. */
export interface WindowOptions<P> {
  pages(): readonly P[];
  /** Everything is rendered: the list is short, or it shall be found and printed. */
  plain(): boolean;
  /** Hears which pages are wanted, loaded or not, whenever that is decided. */
  onChoose(wanted: ReadonlySet<P>): void;
  onScroll(): void;
}

/** How far beyond the visible part pages are kept ready, in CSS pixels. */
const MARGIN = 600;
/** The height of a page before any has been measured. */
const GUESS = 3000;

/**
 * Decides which pages of a long list are in the document, and keeps what is being read in its place while the
 * list changes around it. The host renders, inside `.feed`, for each segment a `.page` with the items as its children, or
 * a `.gap`, each with `data-key`; the window sets the heights of the gaps. Give `.feed` and what of the host
 * follows it `overflow-anchor: none`.
 */
export class PageWindow<P extends WindowPage> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: WindowOptions<P>;
  readonly #sizes = new ResizeObserver((entries) => this.#measure(entries));
  readonly #watched = new Set<Element>();
  #wanted: ReadonlySet<P> = new Set();
  #segments: Segment<P>[] = [];
  #scroller: HTMLElement | undefined;
  #isSettling = false;
  #isOurs = false;
  /** Items that can be seen, the one being read first, with their distance from the top of the feed. */
  #anchors: (readonly [Element, number])[] = [];

  constructor(host: ReactiveElement, options: WindowOptions<P>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The element that scrolls the list; undefined for the page itself. */
  get scroller(): HTMLElement | undefined {
    return this.#scroller;
  }

  /** False once the top of the list has been scrolled out of sight. */
  get atTop(): boolean {
    const feed = this.#feed;
    return !feed || feed.getBoundingClientRect().top >= this.#view().top - 1;
  }

  /** What to render, from the top down. */
  segments(): readonly Segment<P>[] {
    const pages = this.#options.pages();
    const usual = this.#usualHeight(pages);
    this.#segments = [];
    for (const page of pages) {
      const { key, height = usual } = page;
      const last = this.#segments.at(-1);
      if (page.items && this.#wanted.has(page)) this.#segments.push({ key, page, height });
      // A gap's key lies behind that of the page before it, so that the order of keys never changes.
      else if (!last || last.page) this.#segments.push({ key: (last?.key ?? -1) + 0.5, height });
      else last.height += height;
    }
    return this.#segments;
  }

  hostConnected(): void {
    addEventListener('resize', this.#look);
    this.#scroll(scrollerOf(this.#host));
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.#look);
    (this.#scroller ?? document).removeEventListener('scroll', this.#look);
    this.#own(false);
    this.#sizes.disconnect();
    this.#watched.clear();
  }

  hostUpdate(): void {
    // Between an update and those of the items, what is measured is not what will be seen.
    if (this.#isSettling) return;
    this.#hold();
    this.#choose();
  }

  hostUpdated(): void {
    const parts = [...(this.#feed?.children ?? [])];
    for (const old of this.#watched) {
      if (parts.includes(old)) continue;
      this.#sizes.unobserve(old);
      this.#watched.delete(old);
    }
    parts.forEach((part, index) => {
      const segment = this.#segments[index];
      if (!segment?.page) {
        if (part instanceof HTMLElement) part.style.blockSize = `${segment?.height ?? 0}px`;
      } else if (!this.#watched.has(part)) {
        this.#watched.add(part);
        this.#sizes.observe(part);
      }
    });
    // A style sheet may have come since that makes an ancestor scroll.
    const scroller = scrollerOf(this.#host);
    if (scroller !== this.#scroller) this.#scroll(scroller);
    void this.#settle();
  }

  /** Waits for the items, which update after the list, and puts right what they have moved before it is painted. */
  async #settle(): Promise<void> {
    if (this.#isSettling) return;
    this.#isSettling = true;
    const items: (Element & { updateComplete?: Promise<unknown> })[] = [
      ...(this.#feed?.querySelectorAll('.page > *') ?? []),
    ];
    await Promise.all(items.map(({ updateComplete }) => updateComplete));
    this.#isSettling = false;
    this.#hold();
  }

  #scroll(scroller: HTMLElement | undefined): void {
    (this.#scroller ?? document).removeEventListener('scroll', this.#look);
    this.#own(false);
    this.#scroller = scroller;
    (scroller ?? document).addEventListener('scroll', this.#look, { passive: true });
  }

  readonly #look = (): void => {
    this.#hold();
    if (this.#choose()) this.#host.requestUpdate();
    this.#options.onScroll();
  };

  #measure(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const page = this.#options.pages().find(({ key }) => key === keyOf(target));
      const height = borderBoxSize[0]?.blockSize ?? target.clientHeight;
      // A list in a hidden tab has no heights.
      if (page && height) page.height = height;
    }
    this.#hold();
    // Not at once: what is observed inside an observer's callback is an error of the page.
    requestAnimationFrame(() => {
      if (this.#host.isConnected && this.#choose()) this.#host.requestUpdate();
    });
  }

  /** Takes the new measure of what can be seen, after moving it back to where it was. */
  #hold(): void {
    const feed = this.#feed;
    if (!feed) return;
    const [still, offset] = this.#anchors.find(([item]) => feed.contains(item)) ?? [];
    const top = feed.getBoundingClientRect().top;
    if (still && offset !== undefined) {
      const moved = still.getBoundingClientRect().top - top - offset;
      // Pages that scroll smoothly shall not do so here.
      if (moved) this.#moving.scrollBy({ top: moved, behavior: 'instant' });
    }
    this.#anchors = this.atTop ? [] : this.#visible(feed);
    this.#own(this.#anchors.length > 0);
  }

  /** Whether the browser leaves it to us to hold things still: else it holds what follows a list that grows. */
  #own(isOurs: boolean): void {
    if (isOurs !== this.#isOurs) this.#moving.style.overflowAnchor = isOurs ? 'none' : '';
    this.#isOurs = isOurs;
  }

  get #moving(): HTMLElement {
    return this.#scroller ?? document.documentElement;
  }

  #visible(feed: Element): (readonly [Element, number])[] {
    const view = this.#view();
    const top = feed.getBoundingClientRect().top;
    const found: (readonly [Element, number])[] = [];
    for (const item of feed.querySelectorAll('.page > *')) {
      const rect = item.getBoundingClientRect();
      if (rect.top >= view.bottom || found.length > 9) break;
      if (rect.bottom > view.top) found.push([item, rect.top - top]);
    }
    return found;
  }

  /** Chooses the pages near the visible part; true when these are others than before. */
  #choose(): boolean {
    const pages = this.#options.pages();
    const wanted = new Set(this.#options.plain() ? pages : this.#near(pages));
    const same = wanted.size === this.#wanted.size && [...wanted].every((page) => this.#wanted.has(page));
    this.#wanted = wanted;
    this.#options.onChoose(wanted);
    return !same;
  }

  #near(pages: readonly P[]): P[] {
    const view = this.#view();
    const focused = this.#host.shadowRoot?.activeElement?.closest('.page');
    const pinned = focused && keyOf(focused);
    const usual = this.#usualHeight(pages);
    let bottom = this.#feed?.getBoundingClientRect().top ?? view.top;
    return pages.filter((page) => {
      const top = bottom;
      bottom += page.height ?? usual;
      return page.key === pinned || (bottom > view.top - MARGIN && top < view.bottom + MARGIN);
    });
  }

  #usualHeight(pages: readonly P[]): number {
    const known = pages.flatMap(({ height }) => height ?? []);
    return known.reduce((sum, height) => sum + height, 0) / known.length || GUESS;
  }

  get #feed(): Element | null | undefined {
    return this.#host.shadowRoot?.querySelector('.feed');
  }

  #view(): { top: number; bottom: number } {
    return this.#scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  }
}

function keyOf(part: Element): number {
  return Number(part.getAttribute('data-key'));
}

/** The nearest ancestor that scrolls downwards, through shadow roots and slots; undefined for the page itself. */
function scrollerOf(element: Element): HTMLElement | undefined {
  for (let node: Node | null = element; node;) {
    const outer: Node | null =
      node instanceof Element ? (node.assignedSlot ?? node.parentNode) : node.parentNode;
    node = outer instanceof ShadowRoot ? outer.host : outer;
    if (!(node instanceof HTMLElement) || node === document.documentElement) continue;
    // What is set on the body alone scrolls the page.
    if (node === document.body && getComputedStyle(document.documentElement).overflowY === 'visible')
      continue;
    if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return undefined;
}

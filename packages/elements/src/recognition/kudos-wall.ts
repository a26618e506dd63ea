import type { Kudos } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { PageWindow, type Segment } from '../internal/page-window.js';
import { emptyState, errorState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { recognition } from '../strings/en/recognition.js';
import {
  KudosGivenEvent,
  type KudosEditedEvent,
  type KudosReactedEvent,
  type KudosWithdrawnEvent,
} from './events.js';
import { KudosCard } from './kudos-card.js';
import { KudosFilters } from './kudos-filters.js';
import { KudosPages, type KudosPage } from './kudos-pages.js';
import type { KudosSource } from './kudos-source.js';
import { kudosWallStyles } from './kudos-wall.styles.js';

/** Shorter walls are rendered whole. */
const SHORT = 50;
const sources: Record<string, KudosSource> = {
  team: { of: 'teams' },
  mine: { of: 'received' },
  given: { of: 'given' },
};

/**
 * @summary The wall of thanks: everything that was thanked for, newest first, live, and as long as it gets.
 * @slot empty - What to show when there are no thanks, in place of our line.
 * @csspart actions - The filters.
 * @csspart button - Every button.
 * @csspart list - The cards.
 * @csspart item - A card.
 * @csspart empty - The line when there are no thanks.
 * @csspart error - What went wrong.
 * @cssproperty --guild-sticky-top - The height of what the page keeps at its top edge. Default: 0px.
 */
export class KudosWall extends GuildElement {
  static override readonly tag = 'kudos-wall';
  static override readonly uses = [KudosCard, KudosFilters];
  static override styles = [hostStyles, kudosWallStyles];

  readonly #pages = new KudosPages(this, {
    source: () => this.#source,
    isAtTop: () => this.#window.atTop,
    isInUse: () => !!this.renderRoot.querySelector('kudos-card:focus-within'),
  });
  readonly #window: PageWindow<KudosPage> = new PageWindow<KudosPage>(this, {
    pages: () => this.#pages.pages,
    plain: () => this.plain || this.#pages.size < SHORT,
    onChoose: (wanted) => this.#pages.keep(wanted),
    onScroll: () => this.#window.atTop && this.#pages.seen(),
  });
  #near: IntersectionObserver | undefined;

  @state() private choice: string | undefined;

  /** Shows the thanks that name this company value, by its id. */
  @property() value: string | undefined;
  /** Shows the thanks to this person, by id. */
  @property() receiver: string | undefined;
  /** Shows the thanks about this team, by id. */
  @property() team: string | undefined;
  /** Which filter is chosen at first: `everyone`, `team` (the viewer’s), `mine` (to the viewer) or `given` (by the viewer). */
  @property() filter = 'everyone';
  /** Leaves the filters out. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;
  /** Keeps every loaded card in the document, so that find-in-page and print have them. */
  @property({ type: Boolean }) plain = false;

  get #isFixed(): boolean {
    return !!(this.value ?? this.receiver ?? this.team);
  }

  get #source(): KudosSource {
    const { value, receiver, team, choice = this.filter } = this;
    if (this.#isFixed) return { value, receiver, team };
    return sources[choice] ?? (choice === 'everyone' ? {} : { value: choice });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('guild-kudos-given', this.#given);
    // Of a card that has gone with the news already, the wall itself is told.
    this.addEventListener('guild-kudos-withdrawn', this.#withdrawn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('guild-kudos-given', this.#given);
    this.removeEventListener('guild-kudos-withdrawn', this.#withdrawn);
    this.#near?.disconnect();
    this.#near = undefined;
  }

  protected override updated(_changed: PropertyValues): void {
    const end = this.renderRoot.querySelector('.end');
    const root = this.#window.scroller ?? null;
    if (this.#near?.root !== root) {
      this.#near?.disconnect();
      this.#near = new IntersectionObserver((entries) => this.#approach(entries), {
        root,
        rootMargin: '800px',
      });
    }
    // Told anew after each page, since one page may be shorter than the margin.
    this.#near.disconnect();
    if (end && this.#pages.hasMore && !this.#pages.error && !this.#pages.loading) this.#near.observe(end);
  }

  #approach(entries: readonly IntersectionObserverEntry[]): void {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#pages.more();
  }

  readonly #given = (event: Event): void => {
    if (!(event instanceof KudosGivenEvent)) return;
    const [from] = event.composedPath();
    if (from instanceof GuildElement && from.hall !== this.hall) return;
    if (this.#belongs(event.kudos)) this.#pages.insert(event.kudos);
  };

  /** Whether a kudos of the viewer's own is for this wall; what cannot be told from here comes with the change stream. */
  #belongs({ audience, values, receivers, teams }: Kudos): boolean {
    const { value, receiver, team, of } = this.#source;
    const has = (id: string | undefined, list: readonly { id: string }[]) =>
      id === undefined || list.some((each) => each.id === id);
    if (of) return of === 'given';
    return audience === 'public' && has(value, values) && has(receiver, receivers) && has(team, teams);
  }

  #choose({ currentTarget }: Event): void {
    if (currentTarget instanceof KudosFilters) this.choice = currentTarget.chosen;
  }

  async #toNewest(): Promise<void> {
    this.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#pages.seen({ newest: true });
    await this.updateComplete;
    this.renderRoot.querySelector('kudos-card')?.focus({ preventScroll: true });
  }

  readonly #retry = (): void => {
    if (this.hall?.failure) void this.hall.greet();
    void (this.#pages.pages.length ? this.#pages.more() : this.#pages.begin());
  };

  #edited({ kudos }: KudosEditedEvent): void {
    this.#pages.replace(kudos);
  }

  #reacted({ kudos, reacted }: KudosReactedEvent): void {
    this.#pages.replace(kudos, { reacted: [...reacted] });
  }

  readonly #withdrawn = async ({ kudosId }: KudosWithdrawnEvent): Promise<void> => {
    const cards = [...this.renderRoot.querySelectorAll('kudos-card')];
    const place = cards.findIndex(({ kudos }) => kudos?.id === kudosId);
    this.#pages.remove(kudosId);
    await this.updateComplete;
    (cards[place + 1] ?? cards[place - 1])?.focus();
  };

  #key(event: KeyboardEvent): void {
    const [from] = event.composedPath();
    if (from instanceof HTMLTextAreaElement || from instanceof HTMLInputElement) return;
    const { key, ctrlKey } = event;
    if (ctrlKey && key === 'End') this.renderRoot.querySelector<HTMLElement>('.end')?.focus();
    else if (ctrlKey && key === 'Home')
      this.renderRoot.querySelector<HTMLElement>('guild-kudos-filters, .news')?.focus();
    else if (key === 'PageDown') void this.#move(1);
    else if (key === 'PageUp') void this.#move(-1);
    else return;
    event.preventDefault();
  }

  /** Moves focus to the card after or before the one in use. */
  async #move(by: 1 | -1): Promise<void> {
    const from = this.renderRoot.querySelector('kudos-card:focus-within');
    const place = Number(from?.ariaPosInSet) + by;
    const target = () => this.renderRoot.querySelector<KudosCard>(`kudos-card[aria-posinset="${place}"]`);
    if (!target()) {
      // The viewer has scrolled away from it, or the list goes on.
      from?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if (by > 0) await this.#pages.more();
      this.requestUpdate();
      await this.updateComplete;
    }
    target()?.focus();
  }

  #filters(): TemplateResult | typeof nothing {
    if (this.noFilters || this.#isFixed) return nothing;
    return html`<guild-kudos-filters
      part="actions"
      .chosen=${this.choice ?? this.filter}
      .given=${this.filter === 'given'}
      @change=${this.#choose}
    ></guild-kudos-filters>`;
  }

  #segment({ key, page }: Segment<KudosPage>, places: ReadonlyMap<KudosPage, number>): TemplateResult {
    if (!page) return html`<div class="gap" data-key=${key}></div>`;
    const first = places.get(page) ?? 1;
    const { marks, fresh, size, hasMore } = this.#pages;
    return html`<div class="page" data-key=${key}>
      ${inOrder(
        page.items ?? [],
        ({ id }) => id,
        (kudos, index) =>
          html`<kudos-card
            part="item"
            aria-posinset=${first + index}
            aria-setsize=${hasMore ? -1 : size}
            .kudos=${kudos}
            .marks=${marks.get(kudos.id) ?? null}
            .arrived=${fresh.has(kudos.id)}
          ></kudos-card>`,
      )}
    </div>`;
  }

  #feed(): TemplateResult {
    const { pages, loading } = this.#pages;
    const places = new Map<KudosPage, number>();
    pages.reduce((place, page) => (places.set(page, place), place + page.size), 1);
    return html`<div
      class="feed"
      part="list"
      role="feed"
      aria-label=${this.strings(recognition).wallTitle}
      aria-busy=${loading}
      @keydown=${this.#key}
      @guild-kudos-edited=${this.#edited}
      @guild-kudos-reacted=${this.#reacted}
    >
      ${inOrder(
        this.#window.segments(),
        ({ key }) => key,
        (segment) => this.#segment(segment, places),
      )}
    </div>`;
  }

  #end(): TemplateResult {
    const { hasMore, error, size } = this.#pages;
    const { wallEnd } = this.strings(recognition);
    const more = error
      ? html`<p class="error" part="error" role="alert">${errorText(error, this.locale)}</p>
          <button class="button" part="button" @click=${this.#retry}>${this.strings(common).more}</button>`
      : html`<div class="ghosts"></div>`;
    return html`<div class="end" tabindex="-1">
      ${hasMore ? html`<div class="more">${more}</div>` : nothing}
      ${!hasMore && size >= SHORT ? html`<p class="quiet small">${wallEnd}</p>` : nothing}
    </div>`;
  }

  #list(): unknown {
    const { pages, error, loading, size, arrivals } = this.#pages;
    const strings = this.strings(recognition);
    if (!pages.length) {
      return error
        ? errorState(error, this.locale, this.#retry)
        : html`<div class="ghosts" aria-busy="true">
            <span class="visually-hidden">${this.strings(common).loading}</span>
          </div>`;
    }
    if (!size && !loading) {
      return emptyState(this.#filtersEverything ? strings.wallEmpty : strings.wallEmptyFiltered);
    }
    const news = html`<button class="button primary" part="button" @click=${this.#toNewest}>
      ${strings.arrived(arrivals)}
    </button>`;
    return html`<div class="news" role="status" tabindex="-1">${arrivals ? news : nothing}</div>
      ${this.#feed()} ${this.#end()}`;
  }

  get #filtersEverything(): boolean {
    return !Object.values(this.#source).some(Boolean);
  }

  protected override view(): TemplateResult {
    return html`${this.#filters()}${this.#list()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kudos-wall': KudosWall;
  }
}

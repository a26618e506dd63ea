import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { floats } from '../internal/floats.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { bell } from '../parts/icons.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { notifications } from '../strings/en/notifications.js';
import { NotificationOpenEvent } from './events.js';
import { arrivals, findNews, marked, STEP, type News } from './news.js';
import { notificationCenterStyles } from './notification-center.styles.js';
import { NotificationList, type PickEvent } from './notification-list.js';

/** More unread ones than this are not counted. */
const COUNTED = 99;

/**
 * @summary What concerns the viewer: a bell with the number of unread notifications, and under it the list of them.
 * @slot empty - What to show when there are none, in place of our line.
 * @event {NotificationOpenEvent} guild-notification-open - The viewer wants to see what one is about; unless prevented, a kudos is shown over the page.
 * @csspart header - The title of the list.
 * @csspart list - The list.
 * @csspart item - A notification.
 * @csspart text - What it says.
 * @csspart button - The bell, and what can be done with the list.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 * @cssstate unread - There are unread notifications.
 */
export class NotificationCenter extends GuildElement {
  static override readonly tag = 'notification-center';
  static override readonly uses = [ModalDialog, NotificationList];
  static override styles = [hostStyles, rowSkeletonStyles, notificationCenterStyles];

  readonly #news = new Query(this, {
    areas: ['notifications'],
    args: () => [this.pages] as const,
    keep: true,
    load: async (client, [pages], signal) => {
      const news = await findNews(client, pages * STEP, signal);
      if (!signal.aborted) this.#tell(news);
      return news;
    },
  });
  readonly #read = new Command(this, (client, input: { ids?: string[] }, options) =>
    client.notifications.markRead(input, options),
  );
  readonly #card = lateElement(
    this,
    () => this.shown !== undefined,
    async () => (await import('../recognition/kudos-card.js')).KudosCard,
  );
  #marking: Promise<unknown> = Promise.resolve();

  @state() private pages = 1;
  @state() private open = false;
  @state() private shown: string | undefined;
  /** Those that came while the list was being read, and wait above it. */
  @state() private waiting: ReadonlySet<string> = new Set();

  /** Shows the list in its place, without a bell. */
  @property({ type: Boolean, reflect: true }) inline = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!floats) document.addEventListener('click', this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.#outside);
    this.open = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.setState('unread', !!this.#news.data?.unread);
  }

  get #panel(): HTMLElement | null {
    return this.renderRoot.querySelector('.panel');
  }

  #tell(news: News): void {
    const come = arrivals(this.#news.data, news);
    if (!come.length) return;
    this.announce(this.strings(notifications).arrived(come.length));
    // What is being read stays where it is.
    if (!this.renderRoot.querySelector('guild-notification-list')?.matches(':hover, :focus-within')) return;
    this.waiting = new Set([...this.waiting, ...come.map(({ id }) => id)]);
  }

  #toggled({ newState }: ToggleEvent): void {
    this.open = newState === 'open';
    this.waiting = new Set();
  }

  /** Without popovers the panel is opened and closed here. */
  #toggle(): void {
    if (floats) return;
    this.open = !this.open;
    this.waiting = new Set();
  }

  readonly #outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  #close(): void {
    if (floats) this.#panel?.hidePopover();
    else this.open = false;
    if (!this.inline) this.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.inline || !this.open) return;
    // A dialog around us stays open.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #show(): void {
    this.waiting = new Set();
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
    this.#panel?.scrollTo({ top: 0 });
  }

  /** Marks these as read, or all; shown at once, and taken back when it fails. One after another. */
  #mark(ids?: string[]): void {
    const before = this.#news.data;
    if (!before) return;
    const unread = before.items.flatMap(({ id, read }) => (read ? [] : [id]));
    this.#news.mutate((news) => marked(news, ids, true));
    this.#marking = this.#marking.then(async () => {
      const answer = await this.#read.run(ids ? { ids } : {});
      if (!answer) this.#news.mutate((news) => ({ ...marked(news, ids ?? unread, false) }));
    });
  }

  async #open({ note }: PickEvent): Promise<void> {
    if (!note.read) this.#mark([note.id]);
    const event = new NotificationOpenEvent(note);
    const isOurs = this.fire(event);
    if (!this.inline) this.#close();
    if (!isOurs || event.kudosId === undefined) return;
    this.shown = event.kudosId;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  #list(news: News): TemplateResult {
    return html`<guild-notification-list
      exportparts="list, item, text, button"
      .news=${news}
      .waiting=${this.waiting}
      .busy=${this.#news.stale}
      @guild-pick=${this.#open}
      @guild-show=${this.#show}
      @guild-more=${() => (this.pages += 1)}
    ></guild-notification-list>`;
  }

  #inside(): TemplateResult {
    const { hall, me } = this;
    const strings = this.strings(notifications);
    const failure = me ? undefined : hall?.failure;
    const { error } = this.#read;
    return html`<div class="head">
        <h2 class="title" part="header" tabindex="-1">${strings.title}</h2>
        ${
          this.#news.data?.unread
            ? html`<button class="button quiet" part="button" @click=${() => this.#mark()}>
                ${strings.markAllRead}
              </button>`
            : nothing
        }
      </div>
      ${error ? html`<p class="error" part="error" role="alert">${errorText(error, this.locale)}</p>` : nothing}
      ${
        failure
          ? errorState(failure, this.locale, () => void hall?.greet())
          : this.#news.render({
              loading: () => loadingState(this.locale, rowSkeletons),
              data: (news) => (news.items.length ? this.#list(news) : emptyState(strings.empty)),
            })
      }`;
  }

  #bell(): TemplateResult {
    const strings = this.strings(notifications);
    const unread = this.#news.data?.unread ?? 0;
    const isMany = unread > COUNTED;
    const { number } = this.formats;
    return html`<button
        class="button quiet bell"
        part="button"
        popovertarget=${floats ? 'panel' : nothing}
        aria-expanded=${this.open}
        aria-controls="panel"
        aria-label=${isMany ? strings.openMany : strings.open(unread)}
        @click=${this.#toggle}
      >
        ${bell}${
          unread
            ? html`<span class="count">${isMany ? `${number(COUNTED)}+` : number(unread)}</span>`
            : nothing
        }
      </button>
      <div
        class="panel"
        id="panel"
        role="dialog"
        aria-label=${strings.title}
        popover=${floats ? 'auto' : nothing}
        ?hidden=${!floats && !this.open}
        @toggle=${this.#toggled}
      >
        <div class="inside">${this.open ? this.#inside() : nothing}</div>
      </div>`;
  }

  protected override view(): TemplateResult {
    const { shown } = this;
    return html`<div @keydown=${this.#key}>${this.inline ? this.#inside() : this.#bell()}</div>
      <guild-dialog .label=${this.strings(notifications).kudosLabel} @close=${() => (this.shown = undefined)}>
        ${shown ? this.#card.render({ data: () => html`<kudos-card kudos-id=${shown}></kudos-card>` }) : nothing}
      </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notification-center': NotificationCenter;
  }
}

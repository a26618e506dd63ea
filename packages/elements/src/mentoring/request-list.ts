import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import type { RequestChangedEvent } from './request-events.js';
import { RequestRow } from './request-row.js';
import { findRequests, type MentorshipRequest, type Requests, type Side } from './requests.js';

const STEP = 20;

/**
 * @summary The requests that the viewer has received or sent: those that wait first, then the others.
 * @slot empty - What to show when there are none.
 * @csspart header - A title.
 * @csspart list - The requests.
 * @csspart item - A request.
 * @csspart button - The button that shows more.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 */
export class RequestList extends GuildElement {
  static override readonly tag = 'guild-request-list';
  static override readonly uses = [RequestRow];
  static override styles = [
    hostStyles,
    rowSkeletonStyles,
    css`
      .whole,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(6 * var(--_space));
      }
      h2 {
        margin-block-end: calc(-1 * var(--_space));
      }
      h3 {
        margin-block: calc(3 * var(--_space)) calc(-1 * var(--_space));
        padding-block-start: calc(6 * var(--_space));
        border-block-start: 1px solid var(--_line);
        font-size: 1em;
      }
      :host([open]) ul {
        gap: calc(4 * var(--_space));
      }
      .more {
        justify-self: start;
      }
    `,
  ];

  readonly #found = new Query(this, {
    areas: ['mentoring'],
    keep: true,
    args: () => this.me && ([this.of, this.open, this.pages] as const),
    load: (client, [side, open, pages], signal) =>
      findRequests(client, side, open ? 0 : pages * STEP, signal),
  });

  @state() private pages = 1;

  /** Which requests. */
  @property() of: Side = 'received';
  /** Only those that wait for an answer. */
  @property({ type: Boolean, reflect: true }) open = false;

  async #changed({ request }: RequestChangedEvent): Promise<void> {
    const isHere = this.matches(':focus-within');
    this.announce(this.#said(request));
    await this.#found.reload();
    await this.updateComplete;
    // What has been answered stands in another place now, or is gone: who was there goes with it.
    const rows = [...this.renderRoot.querySelectorAll('guild-request')];
    const row = rows.find((each) => each.request?.id === request.id) ?? rows[0];
    await row?.updateComplete;
    if (isHere) row?.focus();
  }

  #said({ state }: MentorshipRequest): string {
    const { extended, saidNo, saidYes, withdrawn } = this.strings(finder);
    if (state === 'accepted') return saidYes;
    if (state === 'declined') return saidNo;
    return state === 'withdrawn' ? withdrawn : extended;
  }

  #rows(items: readonly MentorshipRequest[], label: string, waiting: number): TemplateResult {
    return html`<ul part="list" role="list" aria-label=${label} @guild-request-changed=${this.#changed}>
      ${inOrder(
        items,
        ({ id }) => id,
        (request) =>
          html`<li part="item">
            <guild-request
              .request=${request}
              .side=${this.of}
              .others=${Math.max(0, waiting - 1)}
              .brief=${this.open}
            ></guild-request>
          </li>`,
      )}
    </ul>`;
  }

  #list({ waiting, items, isPart }: Requests): TemplateResult {
    const strings = this.strings(finder);
    const title = this.of === 'received' ? strings.received : strings.sent;
    const earlier = items.filter(({ id }) => waiting.every((one) => one.id !== id));
    if (!waiting.length && !earlier.length) {
      return emptyState(this.of === 'received' ? strings.noneReceived : strings.noneSent);
    }
    return html`<div class="whole">
      ${this.open ? nothing : html`<h2 class="title" part="header">${title}</h2>`}
      ${waiting.length ? this.#rows(waiting, title, waiting.length) : nothing}
      ${earlier.length && waiting.length ? html`<h3 class="label" part="header">${strings.earlier}</h3>` : nothing}
      ${earlier.length ? this.#rows(earlier, strings.earlier, waiting.length) : nothing}
      ${
        isPart
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.#found.stale}
              @click=${() => (this.pages += 1)}
            >
              ${this.strings(common).more}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#found.render({
      loading: () => loadingState(this.locale, rowSkeletons),
      data: (found) => this.#list(found),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-request-list': RequestList;
  }
}

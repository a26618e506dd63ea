import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { chipChoice, formStyles } from '../mentoring/form-parts.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { feedback } from '../strings/en/feedback.js';
import { AskRow } from './ask-row.js';
import {
  findAsked,
  findNotes,
  findWaiting,
  TABS,
  type FeedbackNote,
  type FeedbackRequest,
  type Part,
  type Tab,
} from './feedback-data.js';
import { NoteRow } from './note-row.js';

const STEP = 20;

/**
 * @summary The feedback that the viewer got and gave, what was shared with the viewer, and what waits for an answer.
 * @slot empty - What to show when there is none, in place of our line.
 * @event {FeedbackGivenEvent} guild-feedback-given - The viewer has answered a request.
 * @event {FeedbackWithdrawnEvent} guild-feedback-withdrawn - The viewer has taken feedback back.
 * @csspart header - A title.
 * @csspart field - The choice of what is shown.
 * @csspart list - What there is.
 * @csspart item - One of it.
 * @csspart button - The button that shows more.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class FeedbackInbox extends GuildElement {
  static override readonly tag = 'feedback-inbox';
  static override readonly uses = [AskRow, NoteRow];
  static override styles = [
    hostStyles,
    formStyles,
    rowSkeletonStyles,
    css`
      .whole,
      section,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(6 * var(--_space));
      }
      section {
        padding-block-end: calc(6 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: calc(3 * var(--_space));
      }
      h3 {
        font-size: 1em;
      }
      .more {
        justify-self: start;
      }
      legend {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  readonly #notes = new Query(this, {
    areas: ['feedback'],
    keep: true,
    args: () => this.me && ([this.tab, this.pages] as const),
    load: async (client, [tab, pages], signal) =>
      tab === 'asked'
        ? { tab, asked: await findAsked(client, pages * STEP, signal) }
        : { tab, notes: await findNotes(client, tab, pages * STEP, signal) },
  });
  readonly #waiting = new Query(this, {
    areas: ['feedback'],
    keep: true,
    args: () => this.me && ([this.me.id] as const),
    load: (client, _args, signal) => findWaiting(client, signal),
    // What is being answered stays until the viewer is done with it.
    onChange: () => this.#isBusy,
  });

  @state() private pages = 1;

  /** What is shown: `received`, `given`, `shared`, `asked` or `archive`. */
  @property({ reflect: true }) tab: Tab = 'received';

  get #isBusy(): boolean {
    return [...this.renderRoot.querySelectorAll('guild-feedback-ask')].some(({ busy }) => busy);
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'tab') return;
    this.tab = TABS.find((tab) => tab === target.value) ?? 'received';
    this.pages = 1;
  }

  async #changed(event: Event): Promise<void> {
    const row = event.target instanceof HTMLElement ? event.target : undefined;
    const here = this.matches(':focus-within');
    await Promise.all([this.#notes.reload(), this.#waiting.reload()]);
    await this.updateComplete;
    // What has changed may be gone from here: who was there goes to what has come in its place.
    if (here && !row?.isConnected)
      this.renderRoot.querySelector<HTMLElement>('input[name=tab]:checked')?.focus();
  }

  #list<T extends { id: string }>(
    label: string,
    items: readonly T[],
    row: (item: T) => TemplateResult,
  ): TemplateResult {
    return html`<ul part="list" role="list" aria-label=${label}>
      ${inOrder(
        items,
        ({ id }) => id,
        (item) => html`<li part="item">${row(item)}</li>`,
      )}
    </ul>`;
  }

  readonly #note = (note: FeedbackNote) =>
    html`<guild-feedback-note .note=${note} @guild-change=${this.#changed}></guild-feedback-note>`;
  readonly #ask = (request: FeedbackRequest) =>
    html`<guild-feedback-ask .request=${request} @guild-change=${this.#changed}></guild-feedback-ask>`;

  #waits(): TemplateResult | typeof nothing {
    const waiting = this.#waiting.data ?? [];
    if (!waiting.length) return nothing;
    const { waitingTitle } = this.strings(feedback);
    return html`<section aria-labelledby="waiting">
      <h3 class="label" part="header" id="waiting">${waitingTitle}</h3>
      ${this.#list(waitingTitle, waiting, this.#ask)}
    </section>`;
  }

  #rows<T extends { id: string }>(
    { items, isPart }: Part<T>,
    tab: Tab,
    row: (item: T) => TemplateResult,
  ): TemplateResult {
    const strings = this.strings(feedback);
    const none = {
      received: strings.noneReceived,
      given: strings.noneGiven,
      shared: strings.noneShared,
      asked: strings.noneAsked,
      archive: strings.noneArchived,
    }[tab];
    if (!items.length) return emptyState(none);
    return html`${this.#list(strings[tab], items, row)}
    ${
      isPart && this.pages * STEP < 100
        ? html`<button
            class="button more"
            part="button"
            aria-busy=${this.#notes.stale}
            @click=${() => (this.pages += 1)}
          >
            ${this.strings(common).more}
          </button>`
        : nothing
    }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const strings = this.strings(feedback);
    const unread = this.#notes.data?.notes?.unread ?? 0;
    const choices = TABS.map((tab) => [tab, strings[tab]] as const);
    return html`<div class="whole">
      <div class="top">
        <h2 class="title" part="header">${strings.inbox}</h2>
        ${unread ? html`<span class="quiet small">${strings.unreadCount(unread)}</span>` : nothing}
      </div>
      ${this.#waits()}
      <div @change=${this.#choose}>${chipChoice('tab', strings.tabs, choices, this.tab)}</div>
      ${this.#notes.render({
        loading: () => loadingState(this.locale, rowSkeletons),
        data: ({ tab, notes, asked }) =>
          asked ? this.#rows(asked, tab, this.#ask) : notes ? this.#rows(notes, tab, this.#note) : nothing,
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'feedback-inbox': FeedbackInbox;
  }
}

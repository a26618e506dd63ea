import type { Notification } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { notifications } from '../strings/en/notifications.js';
import type { News } from './news.js';
import { sentenceOf } from './sentences.js';

/** `guild-pick`: the viewer wants to see what a notification is about. */
export class PickEvent extends Event {
  readonly note: Notification;

  constructor(note: Notification) {
    super('guild-pick');
    this.note = note;
  }
}

/**
 * @summary Notifications, newest first.
 * @event {PickEvent} guild-pick - The viewer wants to see what one is about.
 * @event guild-show - The viewer wants to see those that wait.
 * @event guild-more - The viewer wants to see older ones.
 * @csspart list - The list.
 * @csspart item - A notification.
 * @csspart text - What it says.
 * @csspart button - What can be done with the list.
 */
export class NotificationList extends GuildElement {
  static override readonly tag = 'guild-notification-list';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [
    hostStyles,
    css`
      /* It lies over the list, which stays where it is. */
      .float {
        position: sticky;
        inset-block-start: calc(2 * var(--_space));
        z-index: 1;
        display: grid;
        justify-items: center;
        block-size: 0;
      }
      .fresh {
        background: var(--_raised);
        box-shadow: var(--_shadow);
        color: var(--_accent);
        font-weight: 500;
      }
      ul {
        margin-block-start: var(--_space);
      }
      .note {
        --guild-avatar-size: 36px;
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) 8px;
        align-items: start;
        gap: 0 calc(3 * var(--_space));
        inline-size: 100%;
        padding: calc(2.5 * var(--_space)) 0;
        border: 0;
        border-radius: 8px;
        background: none;
        line-height: 1.4;
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
        transition: background-color 120ms ease-out;
      }
      /* Shadows reach out over the edge without making the page wider. */
      .note:hover {
        background: var(--_soft);
        box-shadow:
          -8px 0 var(--_soft),
          8px 0 var(--_soft);
      }
      .note > span {
        display: block;
        min-inline-size: 0;
      }
      .unread .who bdi bdi {
        font-weight: 600;
      }
      .who,
      .when {
        display: block;
      }
      .excerpt {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
      }
      .dot {
        inline-size: 8px;
        block-size: 8px;
        margin-block-start: 0.4em;
        border-radius: 50%;
        background: var(--_accent);
      }
      .more {
        margin-block-start: calc(2 * var(--_space));
      }
      @media (forced-colors: active) {
        .dot {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** What is shown. */
  @property({ attribute: false }) news: News | undefined;
  /** The ids of those that have come while the list was being read, and wait above it. */
  @property({ attribute: false }) waiting: ReadonlySet<string> = new Set();
  /** More are on their way. */
  @property({ type: Boolean }) busy = false;

  /** A session takes place at its time; whatever else has one can be answered until then. */
  #when(type: Notification['type'], when: string): string {
    const time = this.formats.exact(new Date(when));
    return type.startsWith('session.') ? time : this.strings(notifications).until(time);
  }

  #item(note: Notification): TemplateResult {
    const { unread, ...strings } = this.strings(notifications);
    const name = (person: Notification['by'] | undefined) => html`<bdi>${person?.name}</bdi>`;
    const sentence = fill(strings[sentenceOf(note)], { by: name(note.by), person: name(note.person) });
    return html`<li part="item">
      <button class="note ${note.read ? '' : 'unread'}" @click=${() => this.fire(new PickEvent(note))}>
        <guild-avatar .person=${note.by}></guild-avatar>
        <span>
          <span class="who" part="text"><bdi>${sentence}</bdi></span>
          ${note.excerpt ? html`<span class="excerpt quiet small" part="text" dir="auto">${note.excerpt}</span>` : nothing}
          ${note.when ? html`<span class="when quiet small" part="text">${this.#when(note.type, note.when)}</span>` : nothing}
          <guild-relative-time class="quiet small" datetime=${note.at}></guild-relative-time>
        </span>
        ${note.read ? nothing : html`<span class="dot"><span class="visually-hidden">${unread}</span></span>`}
      </button>
    </li>`;
  }

  protected override view(): unknown {
    if (!this.news) return nothing;
    const { items, isPart } = this.news;
    const shown = items.filter(({ id }) => !this.waiting.has(id));
    const late = items.length - shown.length;
    const ask = (name: string) => () => this.fire(new Event(name));
    return html`${
        late
          ? html`<div class="float">
              <button class="chip fresh" part="button" @click=${ask('guild-show')}>
                ${this.strings(notifications).arrived(late)}
              </button>
            </div>`
          : nothing
      }
      <ul part="list" role="list">
        ${inOrder(
          shown,
          ({ id }) => id,
          (note) => this.#item(note),
        )}
      </ul>
      ${
        isPart
          ? html`<button class="button more" part="button" aria-busy=${this.busy} @click=${ask('guild-more')}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-notification-list': NotificationList;
  }
}

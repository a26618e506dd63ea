import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { emptyState, errorState } from '../parts/states.js';
import { pulse as english } from '../strings/en/pulse.js';
import { ROUND, askedThreads } from './asked-threads.js';
import { openDoors } from './kept-doors.js';
import { ThreadCard, type Thread } from './thread-card.js';

/** A conversation whose words are the viewer's own. */
interface OwnThread {
  key: string;
  thread: Thread;
}

interface Threads {
  /** Those to which this browser has the key. */
  own: readonly OwnThread[];
  /** Doors behind which nobody has answered. */
  waiting: number;
  /** Those that the viewer may answer by name. */
  asked: readonly Thread[];
  /** There may be earlier ones. */
  isPart: boolean;
}

/**
 * @summary Conversations between one who asked and writers whom nobody knows: the asker replies by name, the writer
 * answers by a key that only their own browser has. Messages travel once a day.
 * @slot empty - What to show when there is no conversation, in place of our line.
 * @csspart header - A title.
 * @csspart list - The conversations.
 * @csspart item - One of them.
 * @csspart text - What is said about names and days.
 * @csspart button - Shows earlier ones.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class SafeThread extends GuildElement {
  static override readonly tag = 'safe-thread';
  static override readonly uses = [ThreadCard];
  static override styles = [
    hostStyles,
    css`
      :host {
        overflow-wrap: anywhere;
      }
      h2 {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      h3 {
        font-size: 1.05em;
        font-weight: 600;
        line-height: 1.25;
      }
      p {
        max-inline-size: 68ch;
      }
      h2 + p {
        margin-block-start: calc(2 * var(--_space));
      }
      section {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      section {
        margin-block-start: calc(8 * var(--_space));
      }
      .earlier {
        margin-block-start: calc(4 * var(--_space));
      }
      ul {
        display: grid;
      }
      li {
        padding-block: calc(5 * var(--_space));
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  readonly #all = new Query<Threads, readonly [string, string | undefined, number]>(this, {
    areas: ['pulse'],
    args: () => (this.me ? [this.me.id, this.waveId, this.most] : undefined),
    keep: true,
    async load(client, [viewerId, waveId, most], signal) {
      const [mine, asked] = await Promise.all([
        ownThreads(client, viewerId, signal),
        askedThreads(client, { waveId, most }, signal),
      ]);
      return { ...mine, ...asked };
    },
  });

  /** How many results are looked through, at most. */
  @state() private most = ROUND;

  /** The wave whose words are answered. Default: all results that the viewer reads, the latest first. */
  @property({ attribute: 'wave-id' }) waveId: string | undefined;

  #own({ own, waiting }: Threads): TemplateResult | typeof nothing {
    if (!own.length && !waiting) return nothing;
    const strings = this.strings(english);
    return html`<section aria-label=${strings.writerPart}>
      <h3 part="header">${strings.writerPart}</h3>
      <p class="quiet" part="text">${strings.writerHelp} ${strings.onlyHere}</p>
      <ul part="list" role="list">
        ${inOrder(
          own,
          ({ thread }) => thread.id,
          ({ key, thread }) => this.#thread(thread, key),
        )}
      </ul>
      ${waiting ? html`<p class="small quiet">${strings.doorsWaiting(waiting)}</p>` : nothing}
    </section>`;
  }

  #asked({ asked }: Threads): TemplateResult | typeof nothing {
    if (!asked.length) return nothing;
    const strings = this.strings(english);
    return html`<section class="asked" aria-label=${strings.askerPart}>
      <h3 part="header">${strings.askerPart}</h3>
      <p class="quiet" part="text">${strings.askerHelp}</p>
      <ul part="list" role="list">
        ${inOrder(
          asked,
          ({ id }) => id,
          (thread) => this.#thread(thread),
        )}
      </ul>
    </section>`;
  }

  async #showEarlier(): Promise<void> {
    if (this.#all.pending) return;
    const before = this.#all.data?.asked.length ?? 0;
    this.most += ROUND;
    await this.updateComplete;
    await this.#all.reload();
    await this.updateComplete;
    const { asked = [], isPart } = this.#all.data ?? {};
    const { earlierFound, earlierNone } = this.strings(english);
    const count = asked.length - before;
    this.announce(count > 0 ? earlierFound(count) : earlierNone);
    // The button that had the focus is gone when there is nothing earlier.
    if (!isPart) this.#focusAsked(asked[before] ? before : asked.length - 1);
  }

  #focusAsked(index: number): void {
    this.renderRoot.querySelectorAll<ThreadCard>('.asked guild-thread')[index]?.focus();
  }

  /** The way to results that were not looked through yet; what is found there comes below. */
  #earlier({ isPart }: Threads): TemplateResult | typeof nothing {
    if (!isPart) return nothing;
    const { earlier } = this.strings(english);
    return html`<div class="earlier">
      <button class="button" part="button" aria-disabled=${this.#all.pending} @click=${this.#showEarlier}>
        ${earlier}
      </button>
    </div>`;
  }

  #thread(thread: Thread, key?: string): TemplateResult {
    return html`<li part="item">
      <guild-thread
        .thread=${thread}
        .ownKey=${key}
        @guild-change=${() => void this.#all.reload()}
      ></guild-thread>
    </li>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const strings = this.strings(english);
    return html`<h2 part="header">${strings.threadsTitle}</h2>
      ${this.#all.render({
        data: (all) =>
          all.own.length || all.asked.length || all.waiting
            ? html`<p class="quiet" part="text">${strings.travels}</p>
                ${this.#own(all)} ${this.#asked(all)} ${this.#earlier(all)}`
            : html`${emptyState(all.isPart ? strings.threadsNone : strings.threadsEmpty)}
              ${this.#earlier(all)}`,
      })}`;
  }
}

async function ownThreads(
  client: Client,
  viewerId: string,
  signal: AbortSignal,
): Promise<Pick<Threads, 'own' | 'waiting'>> {
  const keys = (await openDoors(viewerId)).map(({ key }) => key);
  if (!keys.length) return { own: [], waiting: 0 };
  const { items } = await client.pulse.myThreads({ keys }, { signal });
  const own = items.flatMap(({ keyIndex, ...thread }) => {
    const key = keys[keyIndex];
    return key === undefined ? [] : [{ key, thread }];
  });
  return { own, waiting: keys.length - own.length };
}

declare global {
  interface HTMLElementTagNameMap {
    'safe-thread': SafeThread;
  }
}

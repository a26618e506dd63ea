import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { emptyState, errorState } from '../parts/states.js';
import { pulse as english } from '../strings/en/pulse.js';
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
}

/** Of so many surveys the latest results are looked through when no wave is named. */
const SURVEYS = 5;
const PAGE = 50;

/**
 * @summary Conversations between one who asked and writers whom nobody knows: the asker replies by name, the writer
 * answers by a key that only their own browser has. Messages travel once a day.
 * @slot empty - What to show when there is no conversation, in place of our line.
 * @csspart header - A title.
 * @csspart list - The conversations.
 * @csspart item - One of them.
 * @csspart text - What is said about names and days.
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
        font-size: 1.5em;
        font-weight: 600;
        line-height: 1.25;
      }
      h3 {
        font-size: 1.2em;
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

  readonly #all = new Query<Threads, readonly [string, string | undefined]>(this, {
    areas: ['pulse'],
    args: () => (this.me ? [this.me.id, this.waveId] : undefined),
    keep: true,
    async load(client, [viewerId, waveId], signal) {
      const [mine, asked] = await Promise.all([
        ownThreads(client, viewerId, signal),
        askedThreads(client, waveId, signal),
      ]);
      return { ...mine, asked };
    },
  });

  /** The wave whose words are answered. Default: the latest results of the surveys that the viewer reads. */
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
    return html`<section aria-label=${strings.askerPart}>
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
                ${this.#own(all)} ${this.#asked(all)}`
            : emptyState(strings.threadsEmpty),
      })}`;
  }
}

async function ownThreads(
  client: Client,
  viewerId: string,
  signal: AbortSignal,
): Promise<Omit<Threads, 'asked'>> {
  const keys = (await openDoors(viewerId)).map(({ key }) => key);
  if (!keys.length) return { own: [], waiting: 0 };
  const { items } = await client.pulse.myThreads({ keys }, { signal });
  const own = items.flatMap(({ keyIndex, ...thread }) => {
    const key = keys[keyIndex];
    return key === undefined ? [] : [{ key, thread }];
  });
  return { own, waiting: keys.length - own.length };
}

async function askedThreads(
  client: Client,
  waveId: string | undefined,
  signal: AbortSignal,
): Promise<readonly Thread[]> {
  const found = await Promise.all(
    (waveId ? [waveId] : await readableWaves(client, signal)).map(async (id) => {
      const { may } = await client.pulse.wave({ id }, { signal });
      return may.reply ? client.pulse.threads({ waveId: id, limit: PAGE }, { signal }) : { items: [] };
    }),
  );
  return found.flatMap(({ items }) => items);
}

async function readableWaves(client: Client, signal: AbortSignal): Promise<string[]> {
  const { items } = await client.pulse.surveys({ limit: SURVEYS }, { signal });
  return items.flatMap(({ releasedWaveId }) => releasedWaveId ?? []);
}

declare global {
  interface HTMLElementTagNameMap {
    'safe-thread': SafeThread;
  }
}

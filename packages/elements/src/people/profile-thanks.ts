import { css, html, nothing, type TemplateResult } from 'lit';
import type { Kudos } from '@guildhall/core';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { RelativeTime } from '../parts/relative-time.js';
import { people } from '../strings/en/people.js';
import { recognition } from '../strings/en/recognition.js';

const SHOWN = 3;

/**
 * @summary The latest thanks that everyone may read, to one person. Nothing where there are none.
 * @csspart list - The thanks.
 * @csspart item - One of them.
 * @csspart text - Its words.
 * @csspart error - What went wrong.
 */
export class ProfileThanks extends GuildElement {
  static override readonly tag = 'guild-profile-thanks';
  static override readonly uses = [RelativeTime];
  static override styles = [
    hostStyles,
    css`
      h3 {
        font-size: 1em;
      }
      ul {
        display: grid;
        gap: calc(2.5 * var(--_space));
        margin-block-start: calc(1.5 * var(--_space));
      }
      li {
        padding-inline-start: calc(3 * var(--_space));
        border-inline-start: 2px solid var(--_warm);
      }
      .words {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
      }
    `,
  ];

  readonly #thanks = new Query(this, {
    areas: ['recognition'],
    args: () => (this.receiver ? ([this.receiver] as const) : undefined),
    load: (client, [receiver], signal) => client.recognition.list({ receiver, limit: SHOWN }, { signal }),
  });

  /** The id of the person. */
  @property() receiver = '';

  #item({ giver, givenAt, message }: Kudos): TemplateResult {
    const by = fill(this.strings(recognition).thankedBy, { giver: html`<bdi>${giver.name}</bdi>` });
    return html`<li part="item">
      <p class="words" part="text" dir="auto">${message}</p>
      <p class="quiet small">
        <bdi>${by} · <guild-relative-time datetime=${givenAt}></guild-relative-time></bdi>
      </p>
    </li>`;
  }

  protected override view(): unknown {
    return this.#thanks.render({
      data: ({ items }) =>
        items.length
          ? html`<h3 class="label">${this.strings(people).latestThanks}</h3>
              <ul part="list" role="list">
                ${items.map((kudos) => this.#item(kudos))}
              </ul>`
          : nothing,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-profile-thanks': ProfileThanks;
  }
}

import { css, html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { charts } from '../strings/en/charts.js';
import { chartStyles } from './chart.styles.js';

/** One of several shares of a whole. */
export interface ShareBar {
  /** What it is the share of: "always", "4–5". */
  name: string;
  /** 0 to 100. */
  percent: number;
}

/**
 * @summary Shares of a whole as bars with their numbers: a table with pictures in it, so that it reads aloud as it looks.
 * @csspart text - The sentence that says what the picture shows.
 * @csspart list - The bars.
 * @csspart item - A bar.
 */
export class ShareBars extends GuildElement {
  static override readonly tag = 'guild-share-bars';
  static override styles = [
    hostStyles,
    chartStyles,
    css`
      table {
        inline-size: 100%;
        max-inline-size: 40rem;
        border-collapse: collapse;
        font-size: 0.9em;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding-block: calc(0.75 * var(--_space));
        padding-inline: 0 calc(3 * var(--_space));
        font-weight: 400;
        text-align: inherit;
      }
      th {
        max-inline-size: 16rem;
      }
      .picture-cell {
        inline-size: 55%;
      }
      td:last-child {
        inline-size: 4em;
        padding-inline-end: 0;
        font-weight: 500;
        text-align: end;
        white-space: nowrap;
      }
    `,
  ];

  /** The shares, in their order. */
  @property({ attribute: false }) bars: readonly ShareBar[] = [];
  /** What the picture is of. */
  @property() label = '';
  /** What the picture shows, in a sentence. */
  @property() sentence = '';

  #bar({ name, percent }: ShareBar): TemplateResult {
    const width = Math.min(100, Math.max(0, percent));
    const x = this.matches(':dir(rtl)') ? 100 - width : 0;
    const share = new Intl.NumberFormat(this.locale, { style: 'percent' }).format(percent / 100);
    return html`<tr part="item">
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="picture-cell" aria-hidden="true">
        <svg class="picture" height="14">
          ${svg`<line class="track" x1="0%" x2="100%" y1="7" y2="7" />
          <rect class="bar" x="${x}%" width="${width}%" y="1" height="12" rx="3" />`}
        </svg>
      </td>
      <td><bdi>${share}</bdi></td>
    </tr>`;
  }

  protected override view(): unknown {
    const { what, share, none } = this.strings(charts);
    if (!this.bars.length) return html`<p class="quiet small" part="text">${none}</p>`;
    return html`${this.sentence ? html`<p class="said" part="text">${this.sentence}</p>` : ''}
      <table part="list">
        <caption class="visually-hidden">
          ${this.label}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${what}</th>
            <td aria-hidden="true"></td>
            <th scope="col">${share}</th>
          </tr>
        </thead>
        <tbody>
          ${this.bars.map((bar) => this.#bar(bar))}
        </tbody>
      </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-share-bars': ShareBars;
  }
}

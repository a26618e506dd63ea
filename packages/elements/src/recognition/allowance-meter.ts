import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Allowance, Client, LedgerLine } from '@guildhall/core';
import { state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { allowance } from '../strings/en/allowance.js';
import { allowanceMeterStyles } from './allowance-meter.styles.js';

/**
 * @summary What the viewer can still give this month, and what has moved it. Nothing where points are off.
 * @slot empty - What to show when nothing has moved yet, in place of our line.
 * @csspart header - The title.
 * @csspart text - How much is left, in words.
 * @csspart list - The table of movements.
 * @csspart error - What went wrong.
 * @cssstate off - The organization uses no points.
 */
export class AllowanceMeter extends GuildElement {
  static override readonly tag = 'allowance-meter';
  static override readonly uses = [RelativeTime];
  static override styles = [hostStyles, allowanceMeterStyles];

  readonly #allowance = new Query(this, {
    areas: ['recognition'],
    load: (client) => client.recognition.allowance(),
  });
  readonly #ledger = new Query(this, {
    areas: ['recognition'],
    args: () => (this.pages ? ([this.pages] as const) : undefined),
    keep: true,
    load: loadLedger,
  });

  @state() private pages = 0;

  protected override willUpdate(_changed: PropertyValues): void {
    this.setState('off', this.#allowance.data?.enabled === false);
  }

  #toggle({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) this.pages ||= 1;
  }

  #amount({ amount }: LedgerLine): TemplateResult {
    return html`<bdi>${amount < 0 ? '−' : '+'}${this.formats.number(Math.abs(amount))}</bdi>`;
  }

  #table({ lines, next }: Ledger): TemplateResult {
    const strings = this.strings(allowance);
    if (!lines.length) return html`<slot name="empty"><p class="quiet">${strings.ledgerEmpty}</p></slot>`;
    const kinds = {
      grant: strings.ledgerGrant,
      spend: strings.ledgerSpend,
      boost: strings.ledgerBoost,
      refund: strings.ledgerRefund,
      expire: strings.ledgerExpire,
    };
    return html`<table part="list">
        <thead>
          <tr>
            <th scope="col">${strings.ledgerWhen}</th>
            <th scope="col">${strings.ledgerWhat}</th>
            <th scope="col">${strings.ledgerPoints}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) =>
              html`<tr>
                <td><guild-relative-time datetime=${line.at}></guild-relative-time></td>
                <td>${kinds[line.kind]}</td>
                <td>${this.#amount(line)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        next
          ? html`<button
              class="button quiet"
              part="button"
              aria-busy=${this.#ledger.pending}
              @click=${() => (this.pages += 1)}
            >
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  #meter({ enabled, left = 0, granted = 0, period = '' }: Allowance): TemplateResult | typeof nothing {
    if (!enabled) return nothing;
    const strings = this.strings(allowance);
    const { number } = this.formats;
    const said = strings.allowanceLeft(number(left), number(granted));
    return html`<h2 class="title" part="header" id="title">${strings.allowanceTitle}</h2>
      <p part="text">${said}</p>
      <div
        class="meter"
        role="meter"
        aria-labelledby="title"
        aria-valuemin="0"
        aria-valuemax=${granted}
        aria-valuenow=${left}
        aria-valuetext=${said}
      >
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width=${granted ? (100 * left) / granted : 0} height="4" />
        </svg>
      </div>
      <p class="quiet small">${strings.allowanceUntil(this.#nextMonth(period))}</p>
      <details @toggle=${this.#toggle}>
        <summary>${strings.ledgerShow}</summary>
        ${this.pages ? this.#ledger.render({ data: (ledger) => this.#table(ledger) }) : nothing}
      </details>`;
  }

  /** The first day after a period such as `2026-11`. */
  #nextMonth(period: string): string {
    const [year = 0, month = 0] = period.split('-').map(Number);
    return new Intl.DateTimeFormat(this.locale, { day: 'numeric', month: 'long' }).format(
      new Date(year, month, 1),
    );
  }

  protected override view(): unknown {
    return this.#allowance.render({ data: (allowance) => this.#meter(allowance) });
  }
}

interface Ledger {
  lines: readonly LedgerLine[];
  /** Where the next page begins, if there is one. */
  next?: string | undefined;
}

/** As many pages as are shown, so that a change brings all of them up to date. */
async function loadLedger(client: Client, [pages]: readonly [number], signal: AbortSignal): Promise<Ledger> {
  const lines: LedgerLine[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { items, next } = await client.recognition.ledger({ after }, { signal });
    lines.push(...items);
    after = next;
    if (!next) break;
  }
  return { lines, next: after };
}

declare global {
  interface HTMLElementTagNameMap {
    'allowance-meter': AllowanceMeter;
  }
}

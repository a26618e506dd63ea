import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { pulse } from '../strings/en/pulse.js';
import { survey as english } from '../strings/en/survey.js';
import {
  sectionsOf,
  type Dashboard,
  type DashboardRow,
  type Group,
  type GroupSection,
} from './dashboard-rows.js';
import { GroupPickEvent } from './events.js';
import { groupName } from './group-name.js';
import { pulseDashboardStyles } from './pulse-dashboard.styles.js';
import { nameOf } from './report-figures.js';
import type { Wave } from './safety-report.js';

type Item = Dashboard['items'][number];

/**
 * @summary All groups of a wave side by side, for those who may read every group. What is hidden is one word, the same
 * whatever the cause.
 * @event {GroupPickEvent} guild-group-pick - The viewer wants to see the report of a group.
 * @csspart header - The title.
 * @csspart text - What is said about the figures.
 * @csspart table - The figures.
 * @csspart button - The name of a group, which opens its report.
 * @csspart error - What went wrong.
 */
export class PulseDashboard extends GuildElement {
  static override readonly tag = 'guild-pulse-dashboard';
  static override styles = [hostStyles, pulseDashboardStyles];

  readonly #rows = new Query<Dashboard, readonly [string, 'en' | 'de']>(this, {
    areas: ['pulse'],
    args: () =>
      this.wave && this.hall?.locale ? [this.wave.id, /^de\b/.test(this.locale) ? 'de' : 'en'] : undefined,
    keep: true,
    load: (client, [waveId, language], signal) => client.pulse.dashboard({ waveId, language }, { signal }),
  });

  /** The wave. */
  @property({ attribute: false }) wave: Wave | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.scroll')?.focus(options);
  }

  #nameOf(group: Group): string {
    return groupName(group, this.strings(pulse));
  }

  /** Means stand below each other: all with one decimal. */
  get #figure(): Intl.NumberFormat {
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  }

  /** The one word for all that is hidden. */
  get #hidden(): TemplateResult {
    return html`<span class="quiet">${this.strings(english).hidden}</span>`;
  }

  #rate({ rate }: DashboardRow): unknown {
    if (!rate.shown) return this.#hidden;
    if (rate.rate === 'over95') return this.strings(pulse).rateFull;
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(rate.rate / 100);
  }

  #mean({ id, index }: Item, { cells }: DashboardRow): TemplateResult {
    const cell = cells[id];
    const mean = cell?.shown ? cell.mean : undefined;
    const isWhole = index && mean !== undefined;
    return html`<td class=${isWhole ? 'mean' : nothing}>
      ${mean === undefined ? this.#hidden : this.#figure.format(mean)}
    </td>`;
  }

  #row(row: DashboardRow, items: readonly Item[]): TemplateResult {
    // The band of the first figure that is shown: that of the whole where the form has one.
    const shown = items.map(({ id }) => row.cells[id]).find((cell) => cell?.shown);
    return html`<tr>
      <th scope="row">
        <button class="group" part="button" @click=${() => this.fire(new GroupPickEvent(row.group.id))}>
          <bdi>${this.#nameOf(row.group)}</bdi>
        </button>
        ${shown?.shown ? html`<div class="quiet small"><bdi>${this.strings(pulse).bands[shown.n]}</bdi></div>` : nothing}
      </th>
      <td>${this.#rate(row)}</td>
      ${items.map((item) => this.#mean(item, row))}
    </tr>`;
  }

  #section({ kind, rows }: GroupSection, items: readonly Item[]): TemplateResult {
    return html`<tbody>
      ${
        kind === 'all'
          ? nothing
          : html`<tr>
              <th class="kind" scope="rowgroup" colspan=${items.length + 2}>
                <span>${this.strings(english).kinds[kind]}</span>
              </th>
            </tr>`
      }
      ${rows.map((row) => this.#row(row, items))}
    </tbody>`;
  }

  #table({ rows }: Dashboard, items: readonly Item[]): TemplateResult {
    const { sideBySide, groupColumn, rateColumn } = this.strings(english);
    const { whole } = this.strings(pulse);
    const sections = sectionsOf(rows, (group) => this.#nameOf(group), this.locale);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${sideBySide}>
      <table part="table">
        <caption class="visually-hidden">
          ${sideBySide}
        </caption>
        <thead>
          <tr>
            <th scope="col">${groupColumn}</th>
            <th scope="col" class="short">${rateColumn}</th>
            ${items.map(
              (item) =>
                html`<th scope="col" class=${item.index ? nothing : 'item'}>
                  ${item.index ? whole : html`<bdi>${nameOf(item)}</bdi>`}
                </th>`,
            )}
          </tr>
        </thead>
        ${sections.map((section) => this.#section(section, items))}
      </table>
    </div>`;
  }

  protected override view(): unknown {
    const { sideBySide, sideHelp, sideReversed, sideChoices, sideHidden } = this.strings(english);
    return this.#rows.render({
      data: (dashboard) => {
        const items = dashboard.items.filter(({ kind }) => kind === 'mean');
        const said = [
          sideHelp,
          items.some(({ reversed }) => reversed) ? sideReversed : '',
          items.length < dashboard.items.length ? sideChoices : '',
        ];
        return html`<h3 class="title" part="header">${sideBySide}</h3>
          <p class="quiet" part="text">${said.filter(Boolean).join(' ')}</p>
          ${this.#table(dashboard, items)}
          <p class="quiet small" part="text">${sideHidden(this.wave?.k ?? 5)}</p>`;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pulse-dashboard': PulseDashboard;
  }
}

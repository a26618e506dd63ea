import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { reviewReport } from '../strings/en/review-report.js';
import { GrowthStep, type GrowthArea } from './growth-step.js';
import type { Gap, Report } from './report-types.js';

/**
 * @summary What others see lower than the subject of a report, to be made a growth area; and what they see as strong.
 * @csspart header - The title.
 * @csspart list - The gaps.
 * @csspart item - One of them.
 * @csspart text - What is said.
 * @csspart button - What makes it a growth area.
 * @csspart error - What went wrong.
 */
export class ReportGrowth extends GuildElement {
  static override readonly tag = 'guild-report-growth';
  static override readonly uses = [GrowthStep];
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(3 * var(--_space));
      }
      p {
        max-inline-size: 68ch;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: calc(2 * var(--_space)) calc(4 * var(--_space));
        padding-block: calc(2.5 * var(--_space));
        border-block-start: 1px solid var(--_line);
        break-inside: avoid;
      }
      .made {
        flex-basis: 100%;
      }
      li:last-child {
        border-block-end: 1px solid var(--_line);
      }
      .name {
        font-weight: 500;
      }
    `,
  ];

  readonly #areas = new Query(this, {
    areas: ['growth'],
    args: () => (this.report?.may.grow ? ([this.report.cycle.id] as const) : undefined),
    keep: true,
    load: async (client: Client, [cycleId], signal) => {
      const { items } = await client.growth.areas({ limit: 100 }, { signal });
      return items.filter(({ source, state }) => source.cycleId === cycleId && state !== 'dropped');
    },
  });

  /** The report. */
  @property({ attribute: false }) report: Report | undefined;
  /** The viewer is its subject. */
  @property({ type: Boolean }) own = false;

  #areaOf({ measureId }: Gap): GrowthArea | undefined {
    return this.#areas.data?.find(({ source }) => source.measureId === measureId);
  }

  #row(gap: Gap, { cycle, subject, may }: Report): TemplateResult {
    const strings = this.strings(reviewReport);
    const { number } = this.formats;
    const [self, others] = [number(gap.self), number(gap.others)];
    return html`<li part="item">
      <p>
        <bdi class="name">${gap.label}</bdi>
        <span class="quiet small" part="text"
          >${this.own ? strings.gap(self, others) : strings.gapThem(subject.name, self, others)}</span
        >
      </p>
      ${
        may.grow && this.#areas.data
          ? html`<guild-growth-step
              class=${this.#areaOf(gap) ? 'made' : ''}
              exportparts="text, button, error"
              .cycle=${cycle.id}
              .gap=${gap}
              .area=${this.#areaOf(gap)}
              @guild-change=${() => this.#areas.reload()}
            ></guild-growth-step>`
          : nothing
      }
    </li>`;
  }

  protected override view(): unknown {
    const { report } = this;
    if (!report?.gaps.length) return nothing;
    const strings = this.strings(reviewReport);
    const gaps = report.gaps.filter((gap) => gap.hint === 'growth' || this.#areaOf(gap));
    const strong = report.gaps
      .filter(({ hint }) => hint === 'strength')
      .map(({ label }) => label.replace(/\.$/, ''));
    const help = this.own ? strings.gapsHelp : nothing;
    return html`<h3 class="title" part="header">${this.own ? strings.gaps : strings.gapsThem}</h3>
      <p class="quiet small">${gaps.length ? help : strings.gapsNone}</p>
      ${
        gaps.length
          ? html`<ul part="list" role="list">
              ${gaps.map((gap) => this.#row(gap, report))}
            </ul>`
          : nothing
      }
      ${strong.length ? html`<p part="text">${strings.strengths(this.formats.list(strong))}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-report-growth': ReportGrowth;
  }
}

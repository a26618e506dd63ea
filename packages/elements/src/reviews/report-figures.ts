import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DotRange } from '../charts/dot-range.js';
import { ShareBars } from '../charts/share-bars.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles } from '../mentoring/form-parts.js';
import { reviewReport } from '../strings/en/review-report.js';
import { blocksOf, type ReportBlock } from './report-blocks.js';
import {
  classesOf,
  classNameIn,
  keyOf,
  rowOf,
  sentenceOf,
  seriesOf,
  sharesOf,
  type ReportView,
} from './report-series.js';
import type { Report } from './report-types.js';

/**
 * @summary A report in figures: oneself against those who answered, as pictures with tables, and what is not shown.
 * @csspart header - The title.
 * @csspart button - The class to compare with.
 * @csspart text - What is said about the figures.
 */
export class ReportFigures extends GuildElement {
  static override readonly tag = 'guild-report-figures';
  static override readonly uses = [DotRange, ShareBars];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host,
      .part {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
      }
      .part {
        gap: calc(2 * var(--_space));
      }
      .chips {
        align-items: center;
      }
      h4 {
        margin: 0;
        font-size: 1em;
        font-weight: 500;
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      details .part {
        padding-block-start: calc(5 * var(--_space));
      }
      @media print {
        .chips,
        summary {
          display: none;
        }
      }
    `,
  ];

  @state() private chosen = '';

  /** The report. */
  @property({ attribute: false }) report: Report | undefined;
  /** The viewer is its subject. */
  @property({ type: Boolean }) own = false;

  #viewOf(report: Report): ReportView {
    const classes = classesOf(report);
    const percent = new Intl.NumberFormat(this.locale, { style: 'percent' });
    return {
      report,
      own: this.own,
      chosen: classes.find((one) => keyOf(one) === this.chosen) ?? classes[0],
      strings: this.strings(reviewReport),
      number: this.formats.number,
      percent: (value) => percent.format(value),
    };
  }

  #choice({ report, chosen, strings }: ReportView): unknown {
    const classes = classesOf(report);
    if (classes.length < 2) return nothing;
    return html`<div class="chips" role="group" aria-label=${strings.compareWith}>
      <span class="quiet small" aria-hidden="true">${strings.compareWith}</span>
      ${classes.map(
        (one) =>
          html`<button
            class="chip"
            part="button"
            aria-pressed=${one === chosen}
            @click=${() => (this.chosen = keyOf(one))}
          >
            ${classNameIn(report, one, strings)}
          </button>`,
      )}
    </div>`;
  }

  #dots(block: ReportBlock, view: ReportView): TemplateResult {
    const rows = block.rows.map((row) => rowOf(row, view));
    return html`<guild-dot-range
      exportparts="text"
      .label=${block.title || view.strings.figures}
      .sentence=${sentenceOf(block, rows, view)}
      .series=${seriesOf(view)}
      .rows=${rows}
      .min=${block.min}
      .max=${block.max}
      .lowLabel=${block.low}
      .highLabel=${block.high}
    ></guild-dot-range>`;
  }

  #shares(block: ReportBlock, view: ReportView): TemplateResult {
    const bars = sharesOf(block, view);
    const { distribution, hiddenHere } = view.strings;
    return bars.length
      ? html`<guild-share-bars .label=${distribution(block.title)} .bars=${bars}></guild-share-bars>`
      : html`<p class="quiet small" part="text">${hiddenHere}</p>`;
  }

  #block(block: ReportBlock, view: ReportView): TemplateResult {
    return html`<div class="part">
      ${block.title ? html`<h4><bdi>${block.title}</bdi></h4>` : nothing}
      ${block.kind === 'dots' ? this.#dots(block, view) : this.#shares(block, view)}
    </div>`;
  }

  protected override view(): unknown {
    const { report } = this;
    if (!report) return nothing;
    const view = this.#viewOf(report);
    const { strings } = view;
    const blocks = blocksOf(report);
    const first = blocks.filter(({ competencies }) => competencies);
    const others = blocks.filter(({ competencies }) => !competencies);
    const hasSelf = report.attributed.some(({ direction }) => direction === 'self');
    const rest = others.map((block) => this.#block(block, view));
    return html`<h3 class="title" part="header">${hasSelf ? strings.figures : strings.figuresNamed}</h3>
      ${report.mode !== 'named' && !view.chosen ? html`<p part="text">${strings.tooFew}</p>` : nothing}
      ${this.#choice(view)} ${blocks.length ? nothing : html`<p class="quiet">${strings.noFigures}</p>`}
      ${first.map((block) => this.#block(block, view))}
      ${
        first.length && others.length
          ? html`<details>
              <summary class="quiet">${strings.eachQuestion}</summary>
              ${rest}
            </details>`
          : rest
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-report-figures': ReportFigures;
  }
}

import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { asTable, tableStyles } from '../mentoring/picture.js';
import { charts } from '../strings/en/charts.js';
import { chartStyles } from './chart.styles.js';
import { mark } from './marks.js';

/** A value at one time. */
export interface TrendPoint {
  /** When: "March", "2nd wave". */
  name: string;
  /** Undefined is not shown, never zero: the line stops there. */
  value: number | undefined;
}

const [HEIGHT, TOP, BOTTOM] = [116, 22, 88];
/** So far from the edges that the labels of the first and the last point find room. */
const EDGE = 12;
/** More names than this do not fit below the line: then the first and the last are said. */
const NAMED = 5;

/**
 * @summary How a value went, over two times or more, on its whole scale and with its numbers at the line.
 * @csspart text - The sentence that says what the picture shows.
 */
export class TrendLine extends GuildElement {
  static override readonly tag = 'guild-trend-line';
  static override styles = [
    hostStyles,
    tableStyles,
    chartStyles,
    css`
      .frame {
        max-inline-size: 34rem;
      }
    `,
  ];

  /** From the first time to the last. */
  @property({ attribute: false }) points: readonly TrendPoint[] = [];
  /** The lowest value of the scale. */
  @property({ type: Number }) min = 1;
  /** The highest. */
  @property({ type: Number }) max = 5;
  /** What the picture is of, for those who hear it. */
  @property() label = '';
  /** What the picture shows; by default how the first shown value compares with the last. */
  @property() sentence = '';

  get #sentence(): string {
    const { up, down, same, once, none } = this.strings(charts);
    const shown = this.points.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const [from, to] = [shown[0], shown.at(-1)];
    if (from === undefined || to === undefined) return none;
    const { number } = this.formats;
    if (shown.length === 1) return once(number(to));
    if (from === to) return same(number(to));
    return (to > from ? up : down)(number(from), number(to));
  }

  #x(index: number): number {
    const { length } = this.points;
    const part = length > 1 ? index / (length - 1) : 0.5;
    const place = EDGE + (this.matches(':dir(rtl)') ? 1 - part : part) * (100 - 2 * EDGE);
    return Math.round(place * 10) / 10;
  }

  #y(value: number): number {
    const part = this.max > this.min ? (value - this.min) / (this.max - this.min) : 0;
    return Math.round(BOTTOM - Math.min(1, Math.max(0, part)) * (BOTTOM - TOP));
  }

  #lines(): unknown[] {
    return this.points.slice(1).map(({ value }, index) => {
      const before = this.points[index]?.value;
      if (value === undefined || before === undefined) return nothing;
      return svg`<line class="line" x1="${this.#x(index)}%" y1=${this.#y(before)} x2="${this.#x(index + 1)}%" y2=${this.#y(value)} />`;
    });
  }

  #point({ name, value }: TrendPoint, index: number): SVGTemplateResult {
    const x = this.#x(index);
    const { length } = this.points;
    const isNamed = length <= NAMED || index === 0 || index === length - 1;
    const shown = value === undefined ? this.strings(charts).notShown : this.formats.number(value);
    const y = value === undefined ? BOTTOM : this.#y(value);
    return svg`${value === undefined ? nothing : mark('first', x, y)}
      <text class=${value === undefined ? 'faint' : ''} x="${x}%" y=${y - 11} text-anchor="middle">${shown}</text>
      ${isNamed ? svg`<text class="faint" x="${x}%" y=${HEIGHT - 6} text-anchor="middle">${name}</text>` : nothing}`;
  }

  #edge(value: number): SVGTemplateResult {
    const y = this.#y(value);
    const isMirrored = this.matches(':dir(rtl)');
    return svg`<line class="track" x1="0%" x2="100%" y1=${y} y2=${y} />
      <text class="faint" x=${isMirrored ? '100%' : '0%'} y=${y - 4} text-anchor=${isMirrored ? 'end' : 'start'}>${this.formats.number(value)}</text>`;
  }

  #table(): TemplateResult {
    const { asTable: open, when, value: column, notShown } = this.strings(charts);
    return asTable(open, {
      caption: this.label,
      columns: [when, column],
      rows: this.points.map(({ name, value }) => [
        html`<bdi>${name}</bdi>`,
        value === undefined ? notShown : this.formats.number(value),
      ]),
    });
  }

  protected override view(): unknown {
    const sentence = this.sentence || this.#sentence;
    if (!this.points.length) return html`<p class="quiet small" part="text">${sentence}</p>`;
    return html`<p class="said" part="text">${sentence}</p>
      <div class="frame">
        <svg
          class="picture"
          role="img"
          aria-label=${this.label ? `${this.label}. ${sentence}` : sentence}
          height=${HEIGHT}
        >
          ${svg`${this.#edge(this.min)} ${this.#edge(this.max)} ${this.#lines()}
          ${this.points.map((point, index) => this.#point(point, index))}`}
        </svg>
        ${this.#table()}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-trend-line': TrendLine;
  }
}

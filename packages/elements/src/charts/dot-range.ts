import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { asTable, tableStyles } from '../mentoring/picture.js';
import { charts } from '../strings/en/charts.js';
import { chartStyles } from './chart.styles.js';
import { dotRangeStyles } from './dot-range.styles.js';
import { mark, type SeriesLook } from './marks.js';
import { placeOf, stepsOf, type Scale } from './scale.js';

/** Somebody whose values are compared: at most one of each look but `context`. */
export interface DotSeries {
  id: string;
  /** As it is read: "you", "colleagues (5–9)", "Chidi Eze". */
  name: string;
  look: SeriesLook;
}

/** One thing that was judged. */
export interface DotRow {
  id: string;
  name: string;
  /** By the id of the series. Undefined is not shown, never zero. */
  values: Readonly<Record<string, number | undefined>>;
  /** What is said about it beside its values, such as how far answers lie apart. */
  note?: string | undefined;
}

const [HEIGHT, MIDDLE, ABOVE, BELOW] = [50, 25, 12, 46];
/** Labels on the same side that are nearer than this many percent are turned away from each other. */
const NEAR = 12;

/**
 * @summary Several values on one scale per row, such as oneself against others, each with its number beside its mark.
 * @csspart text - The sentence that says what the picture shows.
 * @csspart list - The rows.
 * @csspart item - A row.
 */
export class DotRange extends GuildElement {
  static override readonly tag = 'guild-dot-range';
  static override styles = [hostStyles, tableStyles, chartStyles, dotRangeStyles];

  /** Who is compared. `self` stands above the line, `first` and `second` below it, `context` without a number. */
  @property({ attribute: false }) series: readonly DotSeries[] = [];
  /** What is compared, from top to bottom. */
  @property({ attribute: false }) rows: readonly DotRow[] = [];
  /** The lowest value of the scale. */
  @property({ type: Number }) min = 1;
  /** The highest. */
  @property({ type: Number }) max = 5;
  /** What the lowest value means. */
  @property() lowLabel = '';
  /** What the highest value means. */
  @property() highLabel = '';
  /** What the picture is of, for those who hear it. */
  @property() label = '';
  /** What the picture shows, in a sentence. */
  @property() sentence = '';

  get #scale(): Scale {
    return { min: this.min, max: this.max, mirrored: this.matches(':dir(rtl)') };
  }

  #labels(row: DotRow, scale: Scale): SVGTemplateResult[] {
    const below = this.series.flatMap(({ id, look }) => {
      const value = row.values[id];
      if (value === undefined || look === 'context' || look === 'self') return [];
      return [{ look, value, x: placeOf(value, scale) }];
    });
    const [left, right] = [...below].sort((a, b) => a.x - b.x);
    const isNear = left && right && right.x - left.x < NEAR;
    const anchor = (one: object) => (isNear ? (one === left ? 'end' : 'start') : 'middle');
    const shift = (one: object) => (isNear ? (one === left ? -3 : 3) : 0);
    return below.map(
      (one) =>
        svg`<text class=${one.look} x="${one.x}%" dx=${shift(one)} y=${BELOW} text-anchor=${anchor(one)}>${this.formats.number(one.value)}</text>`,
    );
  }

  #above(row: DotRow, scale: Scale): SVGTemplateResult | typeof nothing {
    const self = this.series.find(({ look }) => look === 'self');
    const value = self && row.values[self.id];
    if (value === undefined) return nothing;
    return svg`<text x="${placeOf(value, scale)}%" y=${ABOVE} text-anchor="middle">${this.formats.number(value)}</text>`;
  }

  /** The way from oneself to the others. */
  #gap(row: DotRow, scale: Scale): SVGTemplateResult | typeof nothing {
    const [from, to] = (['self', 'first'] as const).map((wanted) => {
      const found = this.series.find(({ look }) => look === wanted);
      return found && row.values[found.id];
    });
    if (from === undefined || to === undefined) return nothing;
    return svg`<line class="gap" x1="${placeOf(from, scale)}%" x2="${placeOf(to, scale)}%" y1=${MIDDLE} y2=${MIDDLE} />`;
  }

  #picture(row: DotRow): TemplateResult {
    const scale = this.#scale;
    // From the largest mark to the smallest: where values are equal, all of them are still seen.
    const order: readonly SeriesLook[] = ['context', 'self', 'first', 'second'];
    const drawn = [...this.series].sort((a, b) => order.indexOf(a.look) - order.indexOf(b.look));
    return html`<svg class="picture" role="img" aria-label=${this.#said(row)} height=${HEIGHT}>
      ${svg`<line class="track" x1="0%" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
      ${stepsOf(scale).map((step) => {
        const x = `${placeOf(step, scale)}%`;
        return svg`<line class="step" x1=${x} x2=${x} y1=${MIDDLE - 3} y2=${MIDDLE + 3} />`;
      })}
      ${this.#gap(row, scale)}
      ${drawn.map(({ id, look }) => {
        const value = row.values[id];
        return value === undefined ? nothing : mark(look, placeOf(value, scale), MIDDLE);
      })}
      ${this.#above(row, scale)} ${this.#labels(row, scale)}`}
    </svg>`;
  }

  #value(value: number | undefined): string {
    return value === undefined ? this.strings(charts).notShown : this.formats.number(value);
  }

  #said(row: DotRow): string {
    const { pair } = this.strings(charts);
    return this.series.map(({ id, name }) => pair(name, this.#value(row.values[id]))).join('; ');
  }

  #end(value: number, label: string): TemplateResult {
    return html`<span
      ><bdi>${this.formats.number(value)}</bdi>${label ? html` <bdi>${label}</bdi>` : nothing}</span
    >`;
  }

  #table(): TemplateResult {
    const { asTable: open, what } = this.strings(charts);
    return asTable(open, {
      caption: this.label,
      columns: [what, ...this.series.map(({ name }) => name)],
      rows: this.rows.map((row) => [
        html`<bdi>${row.name}</bdi>`,
        ...this.series.map(({ id }) => this.#value(row.values[id])),
      ]),
    });
  }

  protected override view(): unknown {
    if (!this.rows.length) return html`<p class="quiet small" part="text">${this.strings(charts).none}</p>`;
    return html`${this.sentence ? html`<p class="said" part="text">${this.sentence}</p>` : nothing}
      <div class="head small" aria-hidden="true">
        <ul class="legend">
          ${this.series.map(
            ({ name, look }) =>
              html`<li>
                <svg class="key" width="18" height="18">${mark(look, 50, 9)}</svg><bdi>${name}</bdi>
              </li>`,
          )}
        </ul>
        <div class="ends quiet">
          ${this.#end(this.min, this.lowLabel)}${this.#end(this.max, this.highLabel)}
        </div>
      </div>
      <ul class="rows" part="list" role="list" aria-label=${this.label || nothing}>
        ${this.rows.map(
          (row) =>
            html`<li part="item">
              <p>
                <bdi>${row.name}</bdi
                >${row.note ? html`<span class="quiet small">${row.note}</span>` : nothing}
              </p>
              <div class="track-box">${this.#picture(row)}</div>
            </li>`,
        )}
      </ul>
      <div class="table-line">${this.#table()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-dot-range': DotRange;
  }
}

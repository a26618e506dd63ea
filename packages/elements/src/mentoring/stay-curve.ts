import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { workbench } from '../strings/en/workbench.js';
import { asTable, tableStyles } from './picture.js';
import { hundredths } from './reason-words.js';
import { stayCurveStyles } from './stay-curve.styles.js';

/** What a run would be with one bonus for staying. */
export interface CurvePoint {
  /** Points of 10,000 that keeping a pair is worth. */
  readonly stayBonus: number;
  /** Pairs that would be parted. */
  readonly moved: number;
  /** The sum of all scores. */
  readonly total: number;
}

/** `guild-run`: the viewer wants a run with this bonus for staying. */
export class StayRunEvent extends Event {
  readonly stayBonus: number;

  constructor(stayBonus: number) {
    super('guild-run');
    this.stayBonus = stayBonus;
  }
}

const [WIDTH, HEIGHT, EDGE] = [336, 96, 10];

/**
 * @summary What keeping pairs together costs in total score, as a curve with a slider on it.
 * @event {StayRunEvent} guild-run - The viewer wants a run like this.
 * @csspart field - The slider.
 * @csspart text - What it says.
 * @csspart button - What runs it.
 */
export class StayCurve extends GuildElement {
  static override readonly tag = 'guild-stay-curve';
  static override styles = [hostStyles, tableStyles, stayCurveStyles];

  @state() private chosen: number | undefined;

  /** The curve, from no bonus to the greatest. */
  @property({ attribute: false }) points: readonly CurvePoint[] = [];
  /** The bonus of the run that is shown. */
  @property({ type: Number }) bonus = 0;
  /** The viewer may run it. */
  @property({ type: Boolean }) changeable = false;

  /** Where the slider is: as the viewer has set it, else at the last point that the run's bonus reaches. */
  get #at(): number {
    const reached = this.points.filter(({ stayBonus }) => stayBonus <= this.bonus).length - 1;
    return Math.min(this.points.length - 1, Math.max(0, this.chosen ?? reached));
  }

  get #best(): number {
    return Math.max(...this.points.map(({ total }) => total));
  }

  #lost({ total }: CurvePoint): string {
    const part = this.#best ? (this.#best - total) / this.#best : 0;
    // Small losses are the point of the picture: two digits that say something.
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumSignificantDigits: 2 }).format(part);
  }

  #place(index: number): readonly [x: number, y: number] {
    const { points } = this;
    const best = this.#best;
    const worst = Math.min(...points.map(({ total }) => total));
    const x = EDGE / 2 + ((WIDTH - EDGE) * index) / Math.max(1, points.length - 1);
    const cost = best > worst ? (best - (points[index]?.total ?? best)) / (best - worst) : 0;
    return [x, HEIGHT - 8 - cost * (HEIGHT - 8 - EDGE)];
  }

  #picture(at: number): TemplateResult {
    const path = this.points.map((_point, index) =>
      this.#place(index)
        .map((one) => one.toFixed(1))
        .join(' '),
    );
    const [x, y] = this.#place(at);
    const point = this.points[at];
    // The curve only rises: what is before and above a point is free.
    const side = x > WIDTH / 2 ? 'before' : 'after';
    this.style.setProperty('--_x', `${((x / WIDTH) * 100).toFixed(1)}%`);
    this.style.setProperty('--_y', `${y.toFixed(1)}px`);
    return html`<div class="plot">
      <span class="here-label small ${side}" aria-hidden="true"
        ><bdi
          >${point && this.strings(workbench).curveHere(point.moved, point.total < this.#best ? this.#lost(point) : '')}</bdi
        ></span
      >
      <svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<path class="base" d="M${EDGE / 2} ${HEIGHT - 8}H${WIDTH - EDGE / 2}" />
        <path class="drop" d="M${x.toFixed(1)} ${HEIGHT - 8}V${y.toFixed(1)}" />
        <path class="line" d="M${path.join('L')}" />
        <path class="here" d="M${x.toFixed(1)} ${y.toFixed(1)}h0.01" />`}
      </svg>
    </div>`;
  }

  #sentence(point: CurvePoint): unknown[] {
    const { curveSentence, curveNow, noPair } = this.strings(workbench);
    return fill(curveSentence(point.moved), {
      pairs: html`<b>${point.moved ? curveNow(point.moved) : noPair}</b>`,
      lost: html`<b>${this.#lost(point)}</b>`,
    });
  }

  #table(): TemplateResult {
    const strings = this.strings(workbench);
    return asTable(strings.curveTable, {
      caption: strings.curveHelp,
      columns: [strings.stayColumn, strings.movedColumn, strings.lostColumn],
      rows: this.points.map((point) => [
        hundredths(point.stayBonus),
        this.formats.number(point.moved),
        this.#lost(point),
      ]),
    });
  }

  protected override view(): unknown {
    const strings = this.strings(workbench);
    const { points } = this;
    const at = this.#at;
    const [point, first, last] = [points[at], points[0], points.at(-1)];
    if (!point || !first || !last) return html`<p class="quiet small">${strings.curveNone}</p>`;
    // Without any loss there is nothing to weigh, and nothing to picture.
    if (points.every(({ total }) => total === first.total) && !last.moved) {
      return html`<p class="small" part="text">${strings.curveFlat}</p>`;
    }
    const { curveNow, curveSentence, noPair } = strings;
    const said = curveSentence(point.moved)
      .replace('{pairs}', point.moved ? curveNow(point.moved) : noPair)
      .replace('{lost}', this.#lost(point));
    const slide = ({ target }: Event) =>
      target instanceof HTMLInputElement && (this.chosen = Number(target.value));
    return html`${this.#picture(at)}
      <p class="quiet small">${strings.curveHelp}</p>
      <input
        part="field"
        type="range"
        min="0"
        max=${points.length - 1}
        step="1"
        aria-label=${strings.curveLabel}
        aria-valuetext=${said}
        .value=${String(at)}
        @input=${slide}
      />
      <div class="ends quiet">
        <span>${strings.bestTotal(first.moved)}</span>
        <span>${last.moved ? strings.fewestMove(last.moved) : strings.nobodyMoves}</span>
      </div>
      <p class="sentence small" part="text">${this.#sentence(point)}</p>
      ${
        this.changeable
          ? html`<button
              class="button"
              part="button"
              @click=${() => this.fire(new StayRunEvent(point.stayBonus))}
            >
              ${strings.runLikeThis}
            </button>`
          : nothing
      }
      ${this.#table()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-stay-curve': StayCurve;
  }
}

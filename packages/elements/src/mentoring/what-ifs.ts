import type { MatchRun } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { workbench } from '../strings/en/workbench.js';
import { PlaceValues } from './place-values.js';
import { hundredths } from './reason-words.js';
import { RunAskEvent } from './run-ask.js';
import { StayCurve, type StayRunEvent } from './stay-curve.js';

/**
 * @summary What a run would be if pairs were kept more or less, if the worst match came first, or if there were one more place.
 * @event {RunAskEvent} guild-ask - The viewer wants a run like one of these.
 * @csspart header - A title.
 * @csspart text - What would be.
 * @csspart button - What asks, and what runs it.
 * @csspart error - What went wrong.
 */
export class WhatIfs extends GuildElement {
  static override readonly tag = 'guild-what-ifs';
  static override readonly uses = [PlaceValues, StayCurve];
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        gap: calc(6 * var(--_space));
      }
      .label {
        margin-block-end: calc(2 * var(--_space));
        font-size: 0.9em;
      }
      p + .button {
        margin-block-start: calc(2 * var(--_space));
      }
      p {
        line-height: 1.4;
      }
    `,
  ];

  readonly #curve = new Query(this, {
    areas: [],
    args: () => this.#asked(),
    keep: true,
    load: (client, [runId], signal) => client.mentoring.stayBonusCurve({ runId }, { signal }),
  });
  readonly #values = new Query(this, {
    areas: [],
    args: () => this.#asked(),
    keep: true,
    load: (client, [runId], signal) => client.mentoring.placeValues({ runId }, { signal }),
  });
  readonly #fair = new Query(this, {
    areas: [],
    args: () => (this.compares ? this.#asked() : undefined),
    load: (client, [runId], signal) => client.mentoring.whatIf({ runId, change: { fair: true } }, { signal }),
  });

  @state() private compares = false;

  /** The run. */
  @property({ attribute: false }) run: MatchRun | undefined;
  /** The viewer may run it. */
  @property({ type: Boolean }) changeable = false;

  /** What the answers depend on: the run and its pairs as they stand. */
  #asked(): readonly [string, number | undefined, number | undefined] | undefined {
    const { run } = this;
    return run?.figures && [run.id, run.figures.total, run.figures.locked];
  }

  #percent(part: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumSignificantDigits: 2 }).format(part);
  }

  #fairness(): TemplateResult {
    const strings = this.strings(workbench);
    const ask = html`<button class="button" part="button" @click=${() => (this.compares = true)}>
      ${strings.fairAsk}
    </button>`;
    return html`<section>
      <h3 class="label" part="header">${strings.fairTitle}</h3>
      ${this.compares ? this.#fair.render({ data: (would) => this.#compared(would) }) : ask}
    </section>`;
  }

  #compared({ worst, total, moved }: { worst: number; total: number; moved: number }): TemplateResult {
    const strings = this.strings(workbench);
    const figures = this.run?.figures;
    if (!figures || worst <= figures.worst) return html`<p class="small" part="text">${strings.fairSame}</p>`;
    const lost = this.#percent(Math.max(0, (figures.total - total) / Math.max(1, figures.total)));
    return html`<p class="small" part="text">
        ${strings.fairSentence(hundredths(figures.worst), hundredths(worst), lost)}
        ${strings.fairMoves(moved)}
      </p>
      ${
        this.changeable
          ? html`<button
              class="button"
              part="button"
              @click=${() => this.fire(new RunAskEvent({ fair: true }))}
            >
              ${strings.fairUse}
            </button>`
          : nothing
      }`;
  }

  protected override view(): unknown {
    const { run } = this;
    if (!run?.figures) return nothing;
    const strings = this.strings(workbench);
    return html`<section>
        <h3 class="label" part="header">${strings.curveTitle}</h3>
        ${this.#curve.render({
          data: ({ points }) =>
            html`<guild-stay-curve
              .points=${points}
              .bonus=${run.options.stayBonus}
              .changeable=${this.changeable}
              @guild-run=${({ stayBonus }: StayRunEvent) => this.fire(new RunAskEvent({ stayBonus }))}
            ></guild-stay-curve>`,
        })}
      </section>
      ${this.#fairness()}
      <section>
        <h3 class="label" part="header">${strings.placesTitle}</h3>
        ${this.#values.render({
          data: ({ items }) => html`<guild-place-values .values=${items}></guild-place-values>`,
        })}
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-what-ifs': WhatIfs;
  }
}

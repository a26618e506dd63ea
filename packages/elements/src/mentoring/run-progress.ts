import type { MatchRun } from '@guildhall/core';
import { css, html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { workbench } from '../strings/en/workbench.js';

/**
 * @summary How far a run is, what it does, and a way to cancel it.
 * @event guild-cancel - The viewer wants it canceled.
 * @csspart text - What it does.
 * @csspart button - What cancels it.
 */
export class RunProgress extends GuildElement {
  static override readonly tag = 'guild-run-progress';
  static override styles = [
    hostStyles,
    css`
      .run {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: calc(2 * var(--_space)) calc(4 * var(--_space));
        padding-block: calc(5 * var(--_space));
        border-block: 1px solid var(--_line);
      }
      .bar {
        grid-column: 1 / -1;
        display: block;
        inline-size: 100%;
        block-size: 6px;
        border-radius: 6px;
        background: var(--_line);
        stroke: none;
      }
      .bar:dir(rtl) {
        transform: scaleX(-1);
      }
      rect {
        fill: var(--_accent);
        transition: width 200ms ease-out;
      }
      @media (forced-colors: active) {
        .bar {
          forced-color-adjust: none;
          border: 1px solid CanvasText;
          background: Canvas;
        }
        rect {
          fill: Highlight;
        }
      }
    `,
  ];

  /** The run that is being computed. */
  @property({ attribute: false }) run: MatchRun | undefined;
  /** It is being canceled. */
  @property({ type: Boolean }) canceling = false;

  protected override view(): TemplateResult {
    const strings = this.strings(workbench);
    const { progress = 0, phase = '' } = this.run ?? {};
    const percent = Math.round(progress * 100);
    const doing = strings.phases[phase] ?? strings.running;
    return html`<div class="run">
      <p part="text" id="doing">${doing}</p>
      <button
        class="button"
        part="button"
        aria-disabled=${this.canceling}
        @click=${() => this.fire(new Event('guild-cancel'))}
      >
        ${strings.cancelRun}
      </button>
      <svg
        class="bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="progressbar"
        aria-labelledby="doing"
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
      >
        ${svg`<rect width=${Math.max(1, percent)} height="10" />`}
      </svg>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-run-progress': RunProgress;
  }
}

import type { Reason } from '@guildhall/core';
import { css, svg, html, type TemplateResult } from 'lit';

/** All points that there are: a whole match. */
export const WHOLE = 10_000;

/** How many tints there are; further parts share the last. */
const TINTS = 6;

/** The tint of a part by its place, as a class of `tintStyles`. */
export function tint(index: number): string {
  return `tint-${Math.min(index, TINTS - 1)}`;
}

/**
 * A score as a bar of its parts. The picture is for the eye alone: the score stands beside it as a number, and the
 * parts are read in the words of `<match-why>`.
 */
export function scoreBar(reasons: readonly Reason[]): TemplateResult {
  let from = 0;
  return html`<svg class="bar" viewBox="0 0 ${WHOLE} 10" preserveAspectRatio="none" aria-hidden="true">
    ${reasons.map(({ points }, index) => {
      const x = from;
      from += points;
      return svg`<rect class=${tint(index)} x=${x} y="0" width=${points} height="10" />`;
    })}
  </svg>`;
}

/** One part of a score as a bar: its points of the most that there are for it. */
export function partBar({ points, max }: Reason, index: number): TemplateResult {
  return html`<svg
    class="bar"
    viewBox="0 0 ${Math.max(1, max)} 10"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<rect class=${tint(index)} x="0" y="0" width=${points} height="10" />`}
  </svg>`;
}

/** The tints of the parts, made of the page's own colors, and the bar that they fill. */
export const tintStyles = css`
  :host {
    --_tint-0: var(--_accent);
    --_tint-1: color-mix(in oklab, var(--_accent) 66%, var(--_raised));
    --_tint-2: color-mix(in oklab, var(--_accent) 36%, var(--_raised));
    --_tint-3: color-mix(in oklab, var(--_warm) 58%, var(--_raised));
    --_tint-4: color-mix(in oklab, var(--_quiet) 58%, var(--_raised));
    --_tint-5: color-mix(in oklab, var(--_quiet) 32%, var(--_raised));
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    overflow: hidden;
    border-radius: 8px;
    background: var(--_line);
    stroke: none;
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar rect + rect {
    stroke: var(--_raised);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .tint-0 {
    fill: var(--_tint-0);
  }
  .tint-1 {
    fill: var(--_tint-1);
  }
  .tint-2 {
    fill: var(--_tint-2);
  }
  .tint-3 {
    fill: var(--_tint-3);
  }
  .tint-4 {
    fill: var(--_tint-4);
  }
  .tint-5 {
    fill: var(--_tint-5);
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .bar rect {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;

import { svg, type SVGTemplateResult } from 'lit';

/** How a series is drawn. Each look has a shape of its own, since nothing may depend on color. */
export type SeriesLook = 'self' | 'first' | 'second' | 'context';

const SHAPES: Record<SeriesLook, SVGTemplateResult> = {
  self: svg`<circle class="self" r="8" />`,
  first: svg`<circle class="first" r="6" />`,
  second: svg`<path class="second" d="M0-5.5L5.5 0L0 5.5L-5.5 0Z" />`,
  context: svg`<path class="context" d="M0-7V7" />`,
};

/** The shape of a series with its middle at a place: percent from the left, pixels from the top. */
export function mark(look: SeriesLook, x: number, y: number): SVGTemplateResult {
  return svg`<svg x="${x}%" y=${y}>${SHAPES[look]}</svg>`;
}

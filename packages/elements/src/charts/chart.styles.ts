import { css } from 'lit';

/** What all pictures of figures share: marks, tracks, labels, and the line that opens the table. */
export const chartStyles = css`
  :host {
    container-type: inline-size;
  }
  svg {
    inline-size: auto;
    block-size: auto;
    overflow: visible;
    stroke: none;
  }
  svg.picture {
    display: block;
    inline-size: 100%;
  }
  .track,
  .step {
    stroke: var(--_line);
    stroke-width: 1.5;
  }
  text {
    direction: ltr;
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 4;
    paint-order: stroke;
    font-size: 0.85em;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  text.second,
  text.faint {
    fill: var(--_quiet);
    font-weight: 400;
  }
  .gap {
    stroke: color-mix(in oklab, var(--_accent) 45%, var(--_raised));
    stroke-width: 3;
  }
  .self {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 2;
  }
  .first,
  .bar {
    fill: var(--_accent);
  }
  .second {
    fill: var(--_quiet);
  }
  path.second {
    stroke: var(--_surface);
    stroke-width: 1.5;
  }
  .context {
    stroke: var(--_quiet);
    stroke-width: 2;
  }
  .line {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .said {
    max-inline-size: 68ch;
    margin-block-end: calc(3 * var(--_space));
  }
  .table-line {
    margin-block-start: calc(3 * var(--_space));
  }
  @media (forced-colors: active) {
    .track,
    .step,
    .gap,
    .line,
    .context {
      stroke: CanvasText;
    }
    .self {
      fill: Canvas;
      stroke: CanvasText;
    }
    .first,
    .second,
    .bar {
      fill: CanvasText;
      forced-color-adjust: none;
    }
    text,
    text.second,
    text.faint {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
  @media print {
    details > summary {
      display: none;
    }
    .scroll {
      overflow: visible;
      max-block-size: none;
    }
  }
`;

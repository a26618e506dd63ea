import { css } from 'lit';

export const allowanceMeterStyles = css`
  :host([data-off]) {
    display: none;
  }
  :host(:state(off)) {
    display: none;
  }
  p {
    margin-block-start: calc(2 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
  .meter {
    block-size: 4px;
    margin-block: calc(2 * var(--_space));
    overflow: hidden;
    border-radius: 4px;
    background: var(--_line);
  }
  .meter svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_accent);
    stroke: none;
  }
  :host(:dir(rtl)) .meter svg {
    transform: scaleX(-1);
  }
  summary {
    margin-block-start: calc(2 * var(--_space));
    padding-block: var(--_space);
    color: var(--_quiet);
    font-size: 0.9em;
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    margin-block: calc(2 * var(--_space));
    border-collapse: collapse;
    font-size: 0.9em;
  }
  th,
  td {
    padding: calc(1.5 * var(--_space)) calc(3 * var(--_space)) calc(1.5 * var(--_space)) 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  th {
    color: var(--_quiet);
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  @media (pointer: coarse) {
    summary {
      padding-block: calc(3 * var(--_space));
    }
  }
  @media (forced-colors: active) {
    .meter {
      border: 1px solid CanvasText;
      block-size: 8px;
    }
    .meter svg {
      fill: Highlight;
    }
  }
`;

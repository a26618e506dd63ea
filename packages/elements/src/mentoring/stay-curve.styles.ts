import { css } from 'lit';

export const stayCurveStyles = css`
  .curve {
    display: block;
    inline-size: 100%;
    block-size: 96px;
    overflow: visible;
  }
  .plot {
    position: relative;
  }
  .here-label {
    position: absolute;
    inset-block-start: max(0px, var(--_y) - 26px);
    font-weight: 500;
    white-space: nowrap;
  }
  .here-label.after {
    inset-inline-start: var(--_x);
  }
  .here-label.before {
    inset-inline-end: calc(100% - var(--_x) + 8px);
  }
  .curve:dir(rtl) {
    transform: scaleX(-1);
  }
  .curve path {
    vector-effect: non-scaling-stroke;
  }
  .line {
    stroke: var(--_accent);
    stroke-width: 1.8;
  }
  .base,
  .drop {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .drop {
    stroke: var(--_quiet);
    stroke-dasharray: 3 3;
  }
  .here {
    stroke: var(--_accent);
    stroke-width: 9;
  }
  input {
    inline-size: 100%;
    margin: 0;
    accent-color: var(--_accent);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    font-size: 0.85em;
    line-height: 1.35;
  }
  .ends :last-child {
    text-align: end;
  }
  .sentence {
    margin-block: calc(3 * var(--_space));
    line-height: 1.4;
  }
  b {
    font-weight: 600;
  }
  @media (pointer: coarse) {
    input {
      min-block-size: 44px;
    }
  }
`;

import { css } from 'lit';

export const pulseStyles = css`
  :host {
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  h2:focus {
    outline: 0;
  }
  p {
    max-inline-size: 68ch;
  }
  .promise {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
    margin-block-end: calc(4 * var(--_space));
  }
  .promise .button {
    text-decoration: underline;
  }
  .unkept {
    margin-block-end: calc(4 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_quiet);
  }
  .door {
    margin-block-start: calc(6 * var(--_space));
    padding: calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .foot {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(6 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .said {
    display: grid;
    gap: calc(4 * var(--_space));
    max-inline-size: 44rem;
  }
  .sure {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(2 * var(--_space));
  }
  .line .input {
    font-variant-numeric: tabular-nums;
  }
  .back {
    margin-inline-start: calc(-2.5 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(0.5 * var(--_space)) calc(4 * var(--_space));
    padding-block: calc(3 * var(--_space));
  }
  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .name {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .door {
      border: 1px solid CanvasText;
    }
  }
`;

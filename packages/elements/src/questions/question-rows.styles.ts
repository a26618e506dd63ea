import { css } from 'lit';

/** Questions in numbered lines with what can be done to each; the one that is open has its fields beneath. */
export const questionRowsStyles = css`
  .row {
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
    padding-block: calc(1.5 * var(--_space));
  }
  li + li .row {
    border-block-start: 1px solid var(--_line);
  }
  .place {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }
  .what {
    display: grid;
  }
  .does {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
  }
  .does .icon {
    inline-size: var(--_control);
    padding: 0;
  }
  .inside {
    padding-block: calc(2 * var(--_space)) calc(5 * var(--_space));
    padding-inline-start: calc(2em + 2 * var(--_space));
  }
  @media (pointer: coarse) {
    .does .icon {
      inline-size: 44px;
    }
  }
  @media (max-width: 30rem) {
    .row {
      grid-template-columns: 1.5em minmax(0, 1fr);
    }
    .does {
      grid-column: 2;
      justify-content: start;
      margin-inline-start: calc(-2.5 * var(--_space));
    }
    .inside {
      padding-inline-start: 0;
    }
  }
`;

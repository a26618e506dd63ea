import { css } from 'lit';

/** How the time of a session looks wherever it is told. */
export const sessionStyles = css`
  .when {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .each {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space) calc(4 * var(--_space));
  }
  .each div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }
  .each dt {
    color: var(--_quiet);
    font-weight: 400;
  }
  .long {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  .times {
    display: grid;
    gap: calc(1.5 * var(--_space));
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_accent);
  }
  @container (max-inline-size: 26rem) {
    .each {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;

import { css } from 'lit';

export const cycleProgressStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(7 * var(--_space));
  }
  .figure {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
  }
  p {
    max-inline-size: 68ch;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space)) calc(10 * var(--_space));
    margin-block: calc(2 * var(--_space));
  }
  dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  dd {
    font-size: 1.2em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
`;

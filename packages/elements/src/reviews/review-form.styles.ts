import { css } from 'lit';

/** How a review form is set. */
export const reviewFormStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(6 * var(--_space));
    max-inline-size: 44rem;
  }
  header {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }
  header h2.title {
    font-size: 1.5em;
  }
  h2:focus,
  h3:focus {
    outline: none;
  }
  h3 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  .purpose {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  .warning {
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_warm);
    font-weight: 500;
  }
`;

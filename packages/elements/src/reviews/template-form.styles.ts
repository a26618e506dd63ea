import { css } from 'lit';

export const templateFormStyles = css`
  .form {
    max-inline-size: 46rem;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding-block-start: calc(5 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  section:first-of-type {
    padding-block-start: 0;
    border: 0;
  }
  details > summary {
    inline-size: fit-content;
    border-radius: 4px;
    font-weight: 600;
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: calc(3 * var(--_space));
  }
  ol + .actions {
    padding-block-start: calc(2 * var(--_space));
  }
  .inside .actions {
    padding-block-start: calc(4 * var(--_space));
  }
  .whole {
    position: sticky;
    inset-block-end: 0;
    padding-block: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
`;

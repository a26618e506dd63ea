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

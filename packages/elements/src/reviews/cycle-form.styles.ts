import { css } from 'lit';

export const cycleFormStyles = css`
  .form {
    gap: 0;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding-block: calc(6 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  section:first-of-type {
    padding-block-start: 0;
  }
  .asked {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5.5rem 5.5rem;
    align-items: end;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
  }
  .asked .error {
    grid-column: 1 / -1;
  }
  .modes {
    display: grid;
    gap: calc(4 * var(--_space));
  }
  .mode {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 calc(2.5 * var(--_space));
    cursor: pointer;
  }
  .mode input {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: calc(0.9 * var(--_space)) 0 0;
    accent-color: var(--_accent);
  }
  .mode span {
    grid-column: 2;
  }
  .mode .name {
    font-weight: 500;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    padding-block: calc(4 * var(--_space));
    background: var(--_surface);
  }
  @media (max-width: 30rem) {
    .asked {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .asked > :first-child {
      grid-column: 1 / -1;
    }
  }
`;

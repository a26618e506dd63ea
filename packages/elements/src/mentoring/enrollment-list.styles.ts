import { css } from 'lit';

export const enrollmentListStyles = css`
  :host {
    container-type: inline-size;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space));
    margin-block-end: calc(4 * var(--_space));
  }
  .filters .field {
    min-inline-size: 9rem;
  }
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(3 * var(--_space));
    padding-block: calc(3 * var(--_space));
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .who {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: 500;
  }
  .chip.mark {
    min-block-size: 0;
    min-inline-size: 0;
    padding: 0 calc(2 * var(--_space));
    margin-inline-start: calc(1.5 * var(--_space));
    font-size: 0.8em;
    cursor: default;
    pointer-events: none;
  }
  .words {
    max-inline-size: 68ch;
    margin-block-start: var(--_space);
  }
  .warn {
    display: block;
    color: var(--_text);
  }
  .warn::before {
    content: '';
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: calc(1.5 * var(--_space));
    border-radius: 50%;
    background: var(--_warm);
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
  }
  .old {
    opacity: 0.6;
    transition: opacity 120ms ease-out 300ms;
  }
  @container (max-width: 40rem) {
    .row {
      grid-template-columns: 40px minmax(0, 1fr);
    }
    .do {
      grid-column: 2;
      justify-content: start;
    }
  }
`;

import { css } from 'lit';

/** A table of many columns: it scrolls by itself, and the names of the groups stay. */
export const pulseDashboardStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    container-type: inline-size;
  }
  p {
    max-inline-size: 68ch;
  }
  .scroll {
    overflow: auto;
    max-block-size: 80vh;
    border-block-end: 1px solid var(--_line);
    border-radius: 4px;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: inherit;
    vertical-align: top;
  }
  tbody:last-child tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    min-inline-size: 8.5rem;
    max-inline-size: 12rem;
    background: var(--_surface);
    color: var(--_quiet);
    line-height: 1.3;
    vertical-align: bottom;
  }
  thead th.short {
    min-inline-size: 6.5rem;
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    min-inline-size: 12rem;
    max-inline-size: 18rem;
    padding-inline-start: 0;
    background: var(--_surface);
  }
  thead th:first-child {
    z-index: 2;
  }
  th.kind {
    position: static;
    padding-block-start: calc(5 * var(--_space));
  }
  .kind span {
    position: sticky;
    inset-inline-start: 0;
    color: var(--_quiet);
    font-weight: 600;
  }
  .mean {
    font-weight: 600;
  }
  .group {
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 500;
    text-align: inherit;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .group:hover {
    text-decoration: underline;
  }
  .group:focus-visible,
  .scroll:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    .group {
      min-block-size: 44px;
    }
  }
  @container (max-width: 36rem) {
    th:first-child {
      min-inline-size: 8rem;
      max-inline-size: 9rem;
    }
    thead th {
      min-inline-size: 6rem;
    }
    thead th.item {
      min-inline-size: 11rem;
      max-inline-size: 14rem;
    }
    .scroll {
      max-block-size: none;
    }
    thead th:not(:first-child) {
      position: static;
    }
  }
`;

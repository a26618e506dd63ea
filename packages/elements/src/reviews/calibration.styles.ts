import { css } from 'lit';

export const calibrationStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(7 * var(--_space));
  }
  .whole p {
    max-inline-size: 68ch;
  }
  .title:focus {
    outline: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: calc(1 * var(--_space));
    font-weight: 500;
    text-align: start;
  }
  th,
  td {
    padding-block: calc(2 * var(--_space));
    padding-inline: 0 calc(3 * var(--_space));
    border-block-start: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    inline-size: 38%;
  }
  th span {
    display: block;
  }
  .do {
    inline-size: 1%;
    padding-inline-end: 0;
    text-align: end;
  }
  .do .button {
    margin-block: calc(-1.5 * var(--_space));
  }
  .changes {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(1 * var(--_space));
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_accent);
  }
  .changes b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .agree {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  @media (max-width: 34rem) {
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: calc(2 * var(--_space));
      border-block-start: 1px solid var(--_line);
    }
    tbody th,
    tbody td {
      inline-size: auto;
      padding-block: 0;
      border: 0;
    }
    tbody td:first-of-type {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;

import { css } from 'lit';

export const programReportStyles = css`
  :host {
    container-type: inline-size;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: calc(4 * var(--_space)) calc(10 * var(--_space));
    margin-block: calc(5 * var(--_space));
  }
  dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  dd {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  dd .quiet {
    font-size: 0.667em;
    font-weight: 400;
  }
  .number {
    white-space: nowrap;
  }
  th[scope='row'] {
    font-weight: 500;
  }
  .export {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(3 * var(--_space));
    margin-block-start: calc(6 * var(--_space));
  }
  .export .field {
    min-inline-size: 12rem;
  }
  .export .help {
    flex-basis: 100%;
  }
  @container (max-width: 36rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: calc(1.5 * var(--_space));
      border-block-end: 1px solid var(--_line);
    }
    th,
    td {
      padding: 0;
      border: 0;
    }
    td:last-child {
      grid-column: 1 / -1;
    }
  }
`;

import { css } from 'lit';

export const safetyTrendStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.05em;
    font-weight: 600;
    line-height: 1.25;
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  p {
    max-inline-size: 68ch;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(2 * var(--_space));
  }
  .top h2 {
    margin-inline-end: auto;
    padding-inline-end: calc(4 * var(--_space));
  }
  .stacked {
    display: grid;
    justify-content: start;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
  }
  .choose .field {
    flex: 0 1 18rem;
  }
  .report {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(10 * var(--_space));
    margin-block-start: calc(8 * var(--_space));
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  .figure b {
    font-size: 2.2em;
    font-weight: 600;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .hidden-line {
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_line);
  }
  .words {
    display: grid;
    max-inline-size: 44rem;
  }
  .words li {
    padding-block: calc(3 * var(--_space));
    border-block-end: 1px solid var(--_line);
    white-space: pre-line;
  }
  .choose .side {
    align-self: end;
  }
  .below {
    margin-block-start: calc(6 * var(--_space));
  }
`;

import { css } from 'lit';

export const sessionPlannerStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .all {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  h3 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  h4 {
    margin: 0;
    color: var(--_quiet);
    font-size: 1em;
    font-weight: 500;
  }
  li + li {
    margin-block-start: calc(4 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .before li + li {
    margin-block-start: 0;
    padding-block-start: 0;
  }
`;

import { css } from 'lit';

export const cycleListStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(4 * var(--_space));
  }
  .head .does {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  @media (max-width: 30rem) {
    .head .does {
      margin-inline-start: calc(-2.5 * var(--_space));
    }
  }
  section + section {
    margin-block-start: calc(8 * var(--_space));
  }
  h3 {
    font-weight: 500;
  }
  li {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .row:hover {
    box-shadow: -8px 0 var(--_soft);
  }
`;

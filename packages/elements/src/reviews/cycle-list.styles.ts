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
    position: relative;
    flex: 1 1 auto;
    min-inline-size: 0;
    padding-block: calc(3 * var(--_space));
    border-radius: 8px;
    transition: background-color 120ms ease-out;
  }
  .row:hover {
    background: var(--_soft);
    box-shadow: -8px 0 var(--_soft);
  }
  .name {
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name::after {
    position: absolute;
    inset: 0;
    border-radius: 8px;
    content: '';
  }
  .name:focus-visible {
    outline: 0;
  }
  .name:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .purpose {
    display: -webkit-box;
    overflow: hidden;
    max-inline-size: 68ch;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
`;

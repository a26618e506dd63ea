import { css } from 'lit';

/** Lines of which the name is a button that the whole line answers to, with two lines of purpose. */
export const pickableStyles = css`
  .row {
    position: relative;
    padding-block: calc(3 * var(--_space));
    border-radius: 8px;
    transition: background-color 120ms ease-out;
  }
  .row:hover {
    background: var(--_soft);
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

import { css } from 'lit';

export const ideaActionsStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
    --guild-avatar-size: 32px;
  }
  h3 {
    font-size: 1.05em;
    font-weight: 600;
    line-height: 1.25;
  }
  ul,
  .form {
    inline-size: 100%;
  }
  ul {
    max-inline-size: 44rem;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    padding-block: calc(2.5 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  li p:first-of-type {
    font-weight: 500;
  }
  .over p:first-of-type {
    color: var(--_quiet);
    font-weight: 400;
  }
  @container (max-width: 30rem) {
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }
    li > :last-child:nth-child(3) {
      grid-column: 2;
      justify-self: start;
      margin-block-start: calc(2 * var(--_space));
    }
  }
  .late {
    color: var(--_danger);
  }
`;

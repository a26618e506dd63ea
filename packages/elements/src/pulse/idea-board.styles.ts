import { css } from 'lit';

export const ideaBoardStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  h2:focus {
    outline: 0;
  }
  h3 {
    font-size: 1.05em;
    font-weight: 600;
    line-height: 1.25;
  }
  .head {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .head .question {
    max-inline-size: 40ch;
    margin-block-start: calc(4 * var(--_space));
    font-size: 1.05em;
    line-height: 1.4;
  }
  .warning {
    justify-self: start;
    max-inline-size: 68ch;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 3px solid var(--_quiet);
    background: color-mix(in oklab, var(--_text) 5%, var(--_raised));
  }
  .phase {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    margin-block-start: calc(6 * var(--_space));
  }
  .phase > p {
    max-inline-size: 68ch;
  }
  .phase section {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(4 * var(--_space));
  }
  .next {
    margin-block-start: calc(6 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .back {
    margin-inline-start: calc(-2.5 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
  }
  .rows > li {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding-block: calc(3 * var(--_space));
  }
  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .name {
    justify-self: start;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    text-decoration: underline;
  }
  .call {
    color: var(--_accent);
    font-weight: 500;
  }
  .group {
    margin-block-start: calc(6 * var(--_space));
    color: var(--_quiet);
    font-size: 1em;
    font-weight: 500;
  }
  .form {
    margin-block-start: calc(4 * var(--_space));
  }
  @media (pointer: coarse) {
    .name {
      min-block-size: 44px;
    }
  }
`;

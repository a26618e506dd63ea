import { css } from 'lit';

export const kudosCommentsStyles = css`
  :host,
  ul {
    display: grid;
    gap: calc(4 * var(--_space));
  }
  :host {
    --guild-avatar-size: 28px;
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 2px solid var(--_line);
  }
  li {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr) auto;
    column-gap: calc(2.5 * var(--_space));
  }
  li > guild-avatar {
    grid-row: span 2;
  }
  .text {
    grid-column: 2;
    max-inline-size: 68ch;
    white-space: pre-wrap;
  }
  li > .button {
    grid-area: 1 / 3;
    min-block-size: 24px;
    padding-inline: calc(1.5 * var(--_space));
    border-radius: 999px;
  }
  .pending {
    opacity: 0.6;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space) calc(2 * var(--_space));
    align-items: end;
  }
  textarea.input {
    display: block;
    max-block-size: 40vh;
    resize: none;
    field-sizing: content;
  }
  form > p {
    grid-column: 1 / -1;
  }
`;

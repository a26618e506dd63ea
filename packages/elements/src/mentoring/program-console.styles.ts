import { css } from 'lit';

export const programConsoleStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
  }
  .button.back {
    justify-self: start;
    padding-inline: 0;
    margin-block-end: calc(-3 * var(--_space));
  }
  .back::before {
    content: '←';
  }
  .back:dir(rtl)::before {
    content: '→';
  }
  header .title {
    font-size: 1.5em;
  }
  header b {
    color: var(--_text);
    font-weight: 500;
  }
  .tabs {
    display: flex;
    gap: calc(5 * var(--_space));
    overflow-x: auto;
    border-block-end: 1px solid var(--_line);
  }
  .tabs button {
    flex: none;
    min-block-size: calc(40px * var(--guild-density, 1));
    padding: 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_quiet);
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 500;
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
  @media (pointer: coarse) {
    .tabs button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;

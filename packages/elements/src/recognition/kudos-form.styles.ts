import { css } from 'lit';

export const kudosFormStyles = css`
  .form {
    display: grid;
    gap: calc(5 * var(--_space));
    position: relative;
  }
  .close {
    position: absolute;
    inset-block-start: calc(-2 * var(--_space));
    inset-inline-end: calc(-2 * var(--_space));
    z-index: 1;
  }
  textarea.input {
    display: block;
    min-block-size: 6.2em;
    max-block-size: 60vh;
    resize: vertical;
    field-sizing: content;
  }
  fieldset {
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  .chip:has(:checked) {
    border-color: transparent;
    background: var(--_soft);
    color: var(--_accent);
    font-weight: 500;
  }
  .chip:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      border-color: Highlight;
    }
  }
  .more {
    justify-self: start;
    margin-block: calc(-2 * var(--_space));
    margin-inline-start: calc(-2.5 * var(--_space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
  }
  .row > :first-child {
    flex: 1 1 12em;
  }
  .row > .button {
    margin-inline-start: auto;
  }
  .send {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
`;

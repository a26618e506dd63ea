import { css } from 'lit';

export const profileEditStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
    max-inline-size: 40rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(3 * var(--_space));
  }
  .head > :first-child {
    font-weight: 500;
  }
  .who {
    min-block-size: 28px;
    margin-inline-end: calc(-1 * var(--_space));
    padding-inline: var(--_space);
    border: 0;
    border-radius: min(8px, var(--_radius));
    background: none;
    color: var(--_quiet);
    font-size: 0.9em;
    cursor: pointer;
    field-sizing: content;
  }
  .who:hover {
    background: var(--_soft);
  }
  .who option {
    background: Canvas;
    color: CanvasText;
  }
  h3 {
    font-size: 1em;
  }
  .fixed {
    overflow-wrap: anywhere;
  }
  .preview {
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  @media (pointer: coarse) {
    .who {
      min-block-size: 44px;
    }
  }
`;

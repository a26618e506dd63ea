import { css } from 'lit';

export const kudosComposerStyles = css`
  :host {
    /* On a plain page what follows keeps its distance; a page that has its own says so on the tag. */
    margin-block-end: calc(6 * var(--_space));
  }
  .card {
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .open {
    padding: calc(4 * var(--_space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2.5 * var(--_space));
  }
  .row p {
    flex: 1 1 6em;
    /* It takes the focus from the form that has closed, and is nothing to operate. */
    outline: 0;
    overflow-wrap: anywhere;
  }
  .prompt {
    cursor: text;
  }
  .actions {
    display: flex;
    gap: calc(2 * var(--_space));
    margin-inline-start: auto;
  }
`;

import { css } from 'lit';

export const requestRowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    column-gap: calc(3 * var(--_space));
    overflow-wrap: anywhere;
  }
  .who {
    /* It takes the focus when its request has moved, and is nothing to operate. */
    outline: 0;
  }
  .who,
  .state {
    color: var(--_quiet);
  }
  .who bdi bdi {
    color: var(--_text);
    font-weight: 600;
  }
  .ask {
    margin-block: var(--_space) calc(2 * var(--_space));
    max-inline-size: 68ch;
    white-space: pre-wrap;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .ended .ask {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    color: var(--_quiet);
  }
  .state {
    display: block;
    padding: 0;
  }
  .state b {
    color: var(--_text);
    font-weight: 500;
  }
  .answer {
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_line);
    margin-block-start: calc(2 * var(--_space));
    white-space: pre-wrap;
  }
  .brief > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(3 * var(--_space));
  }
  .brief > div > :not(.actions) {
    grid-column: 1;
  }
  .brief .actions.actions {
    grid-area: 1 / 2 / span 3;
    margin: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2.5 * var(--_space));
  }
  /* In line with what is above, where there is no room beside the others. */
  .actions .quiet {
    margin-inline-start: calc(2 * var(--_space));
    padding-inline: 0;
  }
  .actions .quiet:hover {
    background: none;
    color: var(--_text);
  }
  .consent {
    margin-block-start: calc(2 * var(--_space));
  }
  .yes {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  guild-request-answer {
    margin-block-start: calc(3 * var(--_space));
  }
  @media (max-width: 30rem) {
    .actions .quiet {
      margin-inline-start: 0;
    }
  }
`;

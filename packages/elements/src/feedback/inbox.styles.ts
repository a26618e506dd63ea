import { css } from 'lit';

/** How one row of the inbox looks: who, then the words, then what can be done. */
export const inboxRowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    column-gap: calc(3 * var(--_space));
    overflow-wrap: anywhere;
  }
  .who {
    /* It takes the focus when its row has changed, and is nothing to operate. */
    outline: 0;
  }
  .who bdi bdi {
    font-weight: 600;
  }
  .new {
    margin-inline-start: calc(2 * var(--_space));
    color: var(--_accent);
    font-size: 0.9em;
    font-weight: 500;
  }
  .words {
    display: grid;
    gap: calc(3 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
    max-inline-size: 68ch;
  }
  .words p,
  .asked {
    white-space: pre-wrap;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .asked {
    margin-block-start: var(--_space);
    max-inline-size: 68ch;
  }
  dl {
    display: grid;
    gap: calc(3 * var(--_space));
    margin: 0;
  }
  dt {
    color: var(--_quiet);
    font-size: 0.9em;
    font-weight: 500;
  }
  dd {
    margin: 0;
    white-space: pre-wrap;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .thanks {
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_line);
    margin-block-start: calc(3 * var(--_space));
  }
  .shared {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
    font-size: 0.9em;
  }
  .people {
    margin-block-start: calc(2 * var(--_space));
    color: var(--_quiet);
    font-size: 0.9em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
  }
  .yes {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .form,
  guild-feedback-form,
  guild-feedback-share {
    display: grid;
    margin-block-start: calc(4 * var(--_space));
  }
`;

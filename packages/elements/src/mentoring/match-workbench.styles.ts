import { css } from 'lit';

export const matchWorkbenchStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(6 * var(--_space));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: calc(3 * var(--_space)) calc(6 * var(--_space));
  }
  header .title {
    font-size: 1.5em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2.5 * var(--_space));
  }
  .note {
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_warm) 9%, var(--_raised));
  }
  .note.calm {
    padding: 0;
    background: none;
    color: var(--_quiet);
  }
`;

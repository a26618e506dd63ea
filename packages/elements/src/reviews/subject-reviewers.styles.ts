import { css } from 'lit';

/** How the reviewers of one person look. */
export const subjectReviewersStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(4 * var(--_space));
    min-block-size: var(--_control);
    padding-block: calc(1 * var(--_space));
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .over {
    color: var(--_quiet);
  }
  guild-nomination-why {
    flex-basis: 100%;
    padding-block: calc(2 * var(--_space));
  }
  .more-time {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(2 * var(--_space));
    flex-basis: 100%;
    padding-block: calc(2 * var(--_space));
  }
`;

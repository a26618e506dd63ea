import { css } from 'lit';

/** Questions in lines; the one that is open has its fields beneath. */
export const surveyQuestionsStyles = css`
  .actions {
    margin-block-start: calc(2 * var(--_space));
  }
  .preview {
    margin-block-start: calc(4 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 2px solid var(--_line);
  }
`;

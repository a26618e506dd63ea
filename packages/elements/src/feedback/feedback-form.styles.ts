import { css } from 'lit';

/** What the form of feedback has besides the common form. */
export const feedbackFormStyles = css`
  .form {
    gap: calc(5 * var(--_space));
  }
  .send {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .asked {
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_line);
    margin-block-start: var(--_space);
    white-space: pre-wrap;
  }
`;

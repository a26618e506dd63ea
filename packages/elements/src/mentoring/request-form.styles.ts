import { css } from 'lit';

/** What the forms of asking, answering and offering have besides the common form. */
export const requestFormStyles = css`
  .form {
    gap: calc(5 * var(--_space));
    overflow-wrap: anywhere;
  }
  #capacity {
    inline-size: 6em;
  }
  .chips {
    outline: 0;
  }
  .send {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .actions .button {
    max-inline-size: 100%;
    padding-block: var(--_space);
  }
`;

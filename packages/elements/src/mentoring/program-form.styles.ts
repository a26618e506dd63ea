import { css } from 'lit';

export const programFormStyles = css`
  section {
    display: grid;
    gap: calc(4 * var(--_space));
    padding-block: calc(6 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  section.first {
    padding-block-start: 0;
  }
  summary {
    inline-size: fit-content;
    border-radius: 4px;
    cursor: pointer;
  }
  details > guild-steps-edit {
    margin-block-start: calc(4 * var(--_space));
  }
  .form {
    gap: 0;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    padding-block: calc(4 * var(--_space));
    background: var(--_surface);
  }
`;

import { css } from 'lit';

/** How what people have written to each other looks: a quiet line who and when, then the words. */
export const writtenStyles = css`
  h3 {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  .wide {
    inline-size: 100%;
  }
  li + li {
    margin-block-start: calc(4 * var(--_space));
  }
  .by svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.1em;
  }
  .text {
    max-inline-size: 68ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;

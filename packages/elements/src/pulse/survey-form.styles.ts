import { css } from 'lit';

/** The form of a survey: ticks below each other, numbers narrow. */
export const surveyFormStyles = css`
  [type='number'] {
    max-inline-size: 6rem;
  }
  fieldset + .help {
    margin-block-start: calc(2 * var(--_space));
  }
  .ticks {
    display: grid;
    gap: calc(1.5 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
  }
`;

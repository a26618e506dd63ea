import { css } from 'lit';

export const mentorFinderStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    container-type: inline-size;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
  }
  .old {
    opacity: 0.6;
    transition: opacity 120ms ease-out 300ms;
  }
  .more {
    justify-self: start;
  }
  @container (min-width: 52rem) {
    .wide {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: calc(7 * var(--_space)) calc(10 * var(--_space));
    }
  }
`;

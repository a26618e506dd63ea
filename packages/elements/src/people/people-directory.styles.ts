import { css } from 'lit';

export const peopleDirectoryStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  ul {
    display: grid;
    gap: calc(1 * var(--_space));
  }
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: 0 calc(3 * var(--_space));
  }
  .row {
    position: relative;
    padding-block: calc(2 * var(--_space));
    border-radius: 8px;
    transition: background-color 120ms ease-out;
  }
  /* Shadows reach out over the edge without making the page wider. */
  .row:hover {
    background: var(--_soft);
    box-shadow:
      -8px 0 var(--_soft),
      8px 0 var(--_soft);
  }
  .row p,
  .name {
    overflow-wrap: anywhere;
  }
  .name {
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:focus-visible {
    outline: 0;
  }
  .name::after {
    position: absolute;
    inset: 0;
    border-radius: min(8px, var(--_radius));
    content: '';
  }
  .name:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .why::first-letter {
    text-transform: uppercase;
  }
  .why b {
    color: var(--_text);
    font-weight: 500;
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
      gap: calc(2 * var(--_space)) calc(8 * var(--_space));
    }
  }
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    container-type: inline-size;
  }
`;

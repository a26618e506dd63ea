import { css } from 'lit';

export const mentorAcademyStyles = css`
  :host {
    overflow-wrap: anywhere;
    max-inline-size: 46rem;
  }
  header {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(4 * var(--_space));
  }
  .far {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
  .far span {
    unicode-bidi: inherit;
  }
  .bar {
    flex: 0 1 16rem;
    block-size: 4px;
    inline-size: 100%;
    border-radius: 2px;
    stroke: none;
  }
  .bar .all {
    fill: color-mix(in oklab, var(--_text) 12%, var(--_raised));
  }
  .bar .done {
    fill: var(--_accent);
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
    padding-block: calc(3 * var(--_space));
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover .name {
    text-decoration: underline;
  }
  .name {
    font-weight: 500;
  }
  /* As wide as its longest word: what stands beside goes below before a word is broken. */
  .named {
    flex: 1 1 min-content;
    min-inline-size: 0;
    overflow-wrap: break-word;
  }
  .named + .small {
    margin-inline-start: auto;
  }
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.4em;
    block-size: 1.4em;
    border: 1px solid var(--_quiet);
    border-radius: 50%;
    color: var(--_on-accent);
  }
  .mark svg {
    inline-size: 0.9em;
    block-size: 0.9em;
    stroke-width: 2.2;
  }
  .read .mark {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .body {
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
    padding-block-end: calc(5 * var(--_space));
    padding-inline-start: calc(1.4em + 2 * var(--_space));
  }
  .body p {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  section + section {
    margin-block-start: calc(8 * var(--_space));
  }
`;

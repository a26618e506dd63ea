import { css } from 'lit';

export const mentoringProgramStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .back {
    margin-inline-start: calc(-2.5 * var(--_space));
  }
  h2 {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
  }
  header {
    display: grid;
    justify-items: start;
    gap: var(--_space);
    margin-block-end: calc(5 * var(--_space));
  }
  .lead {
    max-inline-size: 60ch;
    margin-block-start: calc(2 * var(--_space));
    font-size: 1.2em;
    white-space: pre-line;
  }
  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(6 * var(--_space));
  }
  .main {
    display: grid;
    align-content: start;
    gap: calc(6 * var(--_space));
    min-inline-size: 0;
  }
  .side {
    display: grid;
    align-content: start;
    gap: calc(4 * var(--_space));
  }
  section {
    display: grid;
    gap: calc(1.5 * var(--_space));
    min-inline-size: 0;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 500;
  }
  .long {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  .points li {
    position: relative;
    max-inline-size: 68ch;
    padding-inline-start: 1.4em;
  }
  .points li + li {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .points li::before {
    position: absolute;
    inset-inline-start: 0.2em;
    content: '·';
    color: var(--_accent);
    font-weight: 600;
  }
  .numbered {
    counter-reset: step;
  }
  .numbered li::before {
    inset-inline-start: 0;
    counter-increment: step;
    content: counter(step);
    font-variant-numeric: tabular-nums;
  }
  .guides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    align-items: start;
    gap: calc(4 * var(--_space)) calc(6 * var(--_space));
  }
  .facts {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .facts div {
    display: grid;
    grid-template-columns: 8.5em minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  summary {
    inline-size: fit-content;
    font-weight: 500;
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: calc(2 * var(--_space));
  }
  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space) calc(4 * var(--_space));
    padding-block: calc(4 * var(--_space));
  }
  .name {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    text-decoration: underline;
  }
  .clamped {
    display: -webkit-box;
    max-inline-size: 68ch;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .standing {
    color: var(--_accent);
    font-weight: 500;
  }
  @container (min-inline-size: 50rem) {
    .about {
      grid-template-columns: minmax(0, 1fr) 19rem;
      gap: calc(12 * var(--_space));
    }
    .about > .side {
      grid-column: 2;
      grid-row: 1;
    }
    .about > .main {
      grid-column: 1;
      grid-row: 1;
    }
  }
`;

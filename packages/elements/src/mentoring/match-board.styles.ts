import { css } from 'lit';

export const matchBoardStyles = css`
  :host {
    --guild-avatar-size: 34px;
    container-type: inline-size;
  }
  .pair {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20px minmax(0, 1fr) minmax(7rem, 10.5rem) auto;
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    transition: background-color 120ms ease-out;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .pair:hover {
    background: var(--_soft);
  }
  li .pair.on,
  .pair.held {
    z-index: 1;
    background: var(--_raised);
    box-shadow:
      0 0 0 1px var(--_line),
      0 4px 14px -8px rgb(0 0 0 / 0.18);
  }
  li:has(> .pair.on),
  li:has(> .pair.on) + li {
    border-color: transparent;
  }
  .pair.held {
    outline: 2px dashed var(--_accent);
    outline-offset: -2px;
  }
  .person {
    display: flex;
    align-items: center;
    gap: calc(2.5 * var(--_space));
    min-inline-size: 0;
  }
  .person > div {
    display: grid;
    min-inline-size: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .name {
    justify-self: start;
    font-weight: 500;
  }
  .person .quiet {
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .to {
    display: grid;
    color: var(--_quiet);
  }
  .to:dir(rtl) {
    transform: scaleX(-1);
  }
  .why {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 2.2em;
    align-items: center;
    gap: calc(2.5 * var(--_space));
    min-block-size: var(--_control);
    padding: 0;
    border: 0;
    background: none;
    font-variant-numeric: tabular-nums;
    text-align: end;
    cursor: pointer;
  }
  .why b {
    font-weight: 600;
  }
  /* The whole row shows why; what can be done lies above it. */
  .why::after {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    content: '';
  }
  .why:focus-visible {
    outline: 0;
  }
  .why:focus-visible::after {
    border-radius: var(--_radius);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .do {
    position: relative;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: end;
    min-inline-size: calc(2 * var(--_control));
  }
  .do .quiet {
    padding-inline: calc(2 * var(--_space));
  }
  .do .fixed {
    display: grid;
    padding-inline: calc(2 * var(--_space));
  }
  .grip {
    cursor: grab;
  }
  .lock[aria-pressed='true'] {
    background: none;
    color: var(--_text);
  }
  .target {
    border-color: var(--_accent);
    color: var(--_accent);
    background: var(--_raised);
  }
  @media (hover: hover) and (pointer: fine) {
    .grip,
    .lock[aria-pressed='false'] {
      opacity: 0.7;
    }
    .pair:hover .button,
    .left:hover .button,
    .pair:focus-within .button,
    .button:focus-visible {
      opacity: 1;
    }
  }
  .note {
    grid-column: 1 / -1;
    padding-block-start: var(--_space);
    padding-inline-start: calc(34px + 2.5 * var(--_space));
  }
  .carry {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .carry p {
    flex: 1 1 16rem;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
  }
  .pages span {
    flex: 1;
    font-variant-numeric: tabular-nums;
  }
  h3.title {
    margin-block: calc(6 * var(--_space)) calc(3 * var(--_space));
  }
  .lefts {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .left {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(3 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_warm) 9%, var(--_raised));
  }
  .left.free {
    background: none;
    padding-block: var(--_space);
  }
  .left.over {
    outline: 2px dashed var(--_accent);
  }
  .more {
    padding-inline: calc(3 * var(--_space));
  }
  .old {
    opacity: 0.6;
    transition: opacity 120ms ease-out 300ms;
  }
  @container (max-width: 40rem) {
    .pair {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    }
    .pair > .to {
      display: none;
    }
    .pair > .person:nth-child(3) {
      grid-row: 2;
      grid-column: 1;
    }
    .pair > .why {
      grid-row: 3;
      grid-column: 1 / -1;
    }
    .pair > .do {
      grid-row: 1 / 3;
      grid-column: 2;
    }
    .person .quiet {
      white-space: normal;
    }
    .note {
      padding-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .pair.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

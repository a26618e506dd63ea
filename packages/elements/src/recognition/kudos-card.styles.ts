import { css } from 'lit';

export const kudosCardStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    column-gap: calc(3.5 * var(--_space));
    contain: layout style;
  }
  guild-avatar {
    grid-area: 1 / 1 / span 3;
  }
  p,
  div {
    grid-column: 2;
  }
  /* A sentence of ours runs as its language does, on the side where the page begins. */
  .who,
  .mark {
    color: var(--_quiet);
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .who {
    line-height: 1.4;
  }
  .who > bdi:not(.quiet) {
    color: var(--_text);
    font-weight: 600;
  }
  .words {
    margin-block-start: calc(2 * var(--_space));
    max-inline-size: 68ch;
    font-size: 1.2em;
    text-wrap: pretty;
    white-space: pre-wrap;
  }
  .folded {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 12;
    line-clamp: 12;
  }
  .link {
    justify-self: start;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }
  .more {
    grid-column: 2;
    margin-block-start: var(--_space);
    font-weight: 500;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1.5 * var(--_space)) calc(3.5 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
  }
  .value {
    min-inline-size: 0;
    padding: 1px calc(2.5 * var(--_space));
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_soft);
    color: var(--_accent);
    font-size: 0.85em;
    font-weight: 500;
  }
  .mark {
    min-inline-size: 0;
    font-size: 0.9em;
    text-decoration: none;
  }
  a.mark {
    border-block-end: 1px solid var(--_line);
  }
  a.mark:hover {
    border-color: currentColor;
  }
  svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .mark > svg {
    margin-inline-end: calc(1.5 * var(--_space));
    vertical-align: -3px;
  }
  .acts {
    display: flex;
    gap: var(--_space);
    margin-inline-start: auto;
    font-size: 0.9em;
  }
  .acts .button {
    min-block-size: 30px;
    border-radius: 999px;
  }
  @media (pointer: coarse) {
    .acts .button {
      min-block-size: 44px;
    }
  }
  guild-kudos-comments,
  guild-kudos-edit,
  guild-kudos-withdraw {
    grid-column: 2;
    margin-block-start: calc(4 * var(--_space));
  }
  @media (prefers-reduced-motion: no-preference) {
    :host([arrived])::before {
      content: '';
      position: absolute;
      inset-block: 14px;
      inset-inline-start: -18px;
      inline-size: 3px;
      border-radius: 3px;
      background: var(--_warm);
      animation: fade 1.9s ease-in forwards;
    }
    @keyframes fade {
      to {
        opacity: 0;
      }
    }
  }
`;

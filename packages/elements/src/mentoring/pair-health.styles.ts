import { css } from 'lit';

export const pairHealthStyles = css`
  :host {
    --guild-avatar-size: 32px;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(3 * var(--_space));
    padding-block: calc(2.5 * var(--_space));
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .two {
    display: flex;
  }
  .two guild-avatar + guild-avatar {
    margin-inline-start: -8px;
    outline: 2px solid var(--_surface);
    border-radius: 50%;
  }
  .names {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .title {
    margin-block: calc(6 * var(--_space)) var(--_space);
  }
  .title:first-child {
    margin-block-start: 0;
  }
  .quiet-pair {
    padding-inline: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_warm) 9%, var(--_raised));
  }
  .stalled {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
  }
  .stalled li + li {
    border: 0;
  }
`;

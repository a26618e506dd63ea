import { css } from 'lit';

export const mentorshipHubStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .back {
    margin-inline-start: calc(-2.5 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
  }
  h2 {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space)) calc(4 * var(--_space));
    margin-block-end: calc(6 * var(--_space));
  }
  .top > div {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .faces {
    display: flex;
  }
  .faces > * + * {
    margin-inline-start: calc(-3 * var(--_space));
  }
  .top guild-avatar {
    --guild-avatar-size: 56px;
  }
  .one {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(8 * var(--_space));
  }
  .main,
  .side {
    display: grid;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(8 * var(--_space));
  }
  .ask {
    display: grid;
    gap: var(--_space);
  }
  .long {
    max-inline-size: 68ch;
    white-space: pre-line;
  }
  .banner {
    display: grid;
    justify-items: start;
    gap: calc(2 * var(--_space));
    padding: calc(5 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .banner h3 {
    font-size: 1.2em;
    line-height: 1.25;
  }
  .closing {
    display: grid;
    gap: calc(6 * var(--_space));
  }

  .plan {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .plan li {
    position: relative;
    display: grid;
    grid-template-columns: 1.7em minmax(0, 1fr);
    align-items: start;
    gap: calc(2.5 * var(--_space));
    padding-block-end: calc(3 * var(--_space));
  }
  .plan li:not(:last-child)::before {
    position: absolute;
    inset-block: 1.7em 0;
    inset-inline-start: 0.85em;
    border-inline-start: 1px solid var(--_line);
    content: '';
  }
  .plan .mark {
    display: grid;
    place-items: center;
    inline-size: 1.7em;
    block-size: 1.7em;
    border: 1px solid var(--_quiet);
    border-radius: 50%;
    color: var(--_quiet);
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }
  .plan .done .mark {
    border-color: transparent;
    background: var(--_soft);
    color: var(--_accent);
  }
  .plan .next .mark {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .plan .next bdi {
    font-weight: 500;
  }
  .plan .done bdi {
    color: var(--_quiet);
  }
  .plan .small {
    display: block;
  }
  .plan .button {
    min-block-size: 28px;
    margin-inline-start: calc(-2.5 * var(--_space));
    color: var(--_accent);
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    padding-block: calc(3 * var(--_space));
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
  .call {
    color: var(--_accent);
    font-weight: 500;
  }
  .group {
    margin-block-start: calc(6 * var(--_space));
    color: var(--_quiet);
    font-weight: 500;
  }
  @container (min-inline-size: 52rem) {
    .one {
      grid-template-columns: minmax(0, 1fr) 19rem;
      gap: calc(12 * var(--_space));
    }
  }
  @media (pointer: coarse) {
    .plan .button,
    .name {
      min-block-size: 44px;
    }
  }
`;

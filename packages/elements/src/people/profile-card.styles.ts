import { css } from 'lit';

export const profileCardStyles = css`
  :host {
    --guild-avatar-size: 64px;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    align-items: center;
    gap: calc(4 * var(--_space));
  }
  header > div {
    flex: 1;
    min-inline-size: 0;
  }
  h2.title {
    font-size: 1.5em;
  }
  h2 .quiet {
    font-size: 0.6em;
    font-weight: 400;
  }
  h3 {
    font-size: 1em;
  }
  .facts {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: calc(1.5 * var(--_space)) calc(4 * var(--_space));
  }
  .skills {
    display: grid;
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  .skills li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(2 * var(--_space));
  }
  .tag {
    padding: 1px calc(2 * var(--_space));
    border-radius: 999px;
    background: var(--_soft);
    color: var(--_accent);
    font-size: 0.8em;
    font-weight: 500;
  }
  .tag.plain {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .actions .button {
    max-inline-size: 100%;
    padding-block: var(--_space);
  }
  .head {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .head :first-child {
    grid-row: span 2;
    block-size: 64px;
    border-radius: 50%;
  }
  .head :nth-child(2) {
    align-self: end;
    inline-size: 50%;
  }
  .head :nth-child(3) {
    align-self: start;
    inline-size: 70%;
  }
  @media (max-width: 30rem) {
    :host {
      --guild-avatar-size: 52px;
    }
  }
  @media (forced-colors: active) {
    .tag {
      border: 1px solid;
    }
  }
`;

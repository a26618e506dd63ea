import { css } from 'lit';

export const mentorCardStyles = css`
  .card {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    column-gap: calc(3 * var(--_space));
  }
  p,
  .name {
    overflow-wrap: anywhere;
  }
  .name {
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .places {
    white-space: nowrap;
  }
  .why,
  .about {
    margin-block-start: var(--_space);
    max-inline-size: 60ch;
  }
  .why {
    color: var(--_quiet);
  }
  .why b {
    color: var(--_text);
    font-weight: 500;
  }
  .about {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    white-space: pre-line;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    margin-block-start: var(--_space);
  }
  .ask {
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font-weight: 500;
    overflow-wrap: anywhere;
    text-align: start;
    cursor: pointer;
  }
  .ask:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .asked {
    padding-block: 2px;
  }
  @media (forced-colors: active) {
    .ask {
      text-decoration: underline;
    }
  }
  @media (pointer: coarse) {
    .name,
    .ask {
      min-block-size: 44px;
    }
  }
  .shape {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    align-items: center;
    gap: 0 calc(3 * var(--_space));
  }
`;

import { css } from 'lit';

export const ideaGroupsStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    align-items: start;
    gap: calc(4 * var(--_space));
  }
  .group {
    display: grid;
    gap: var(--_space);
    padding: calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .group .ideas {
    margin-block-start: calc(2 * var(--_space));
  }
  .singles {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .groups:not(:empty) + .singles {
    margin-block-start: calc(6 * var(--_space));
  }
  .name {
    margin-inline: calc(-2.5 * var(--_space) - 1px);
    inline-size: calc(100% + 5 * var(--_space) + 2px);
    border-color: transparent;
    background: none;
    font-weight: 600;
  }
  .name:hover,
  .name:focus {
    border-color: var(--_quiet);
    background: var(--_surface);
  }
  .ideas {
    display: grid;
  }
  .singles .ideas {
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    column-gap: calc(8 * var(--_space));
  }
  .idea {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
    padding-block: calc(1.5 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .group .idea:last-child {
    border-block-end: 0;
  }
  .idea[draggable='true'] {
    cursor: grab;
  }
  .idea p {
    white-space: pre-line;
  }
  .idea .target {
    grid-column: 1 / -1;
    justify-self: start;
    margin-block: var(--_space);
  }
  .held {
    border-radius: min(8px, var(--_radius));
    outline: 2px dashed var(--_accent);
    outline-offset: 4px;
  }
  .grip {
    cursor: grab;
  }
  .target {
    justify-self: start;
    border-color: var(--_accent);
    background: var(--_raised);
    color: var(--_accent);
  }
  .carry {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .carry p {
    flex: 1 1 16rem;
  }
  @media (hover: hover) and (pointer: fine) {
    .grip {
      opacity: 0.45;
    }
    .idea:hover .grip,
    .grip[aria-pressed='true'],
    .grip:focus-visible {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .group,
    .carry {
      border: 1px solid CanvasText;
    }
  }
`;

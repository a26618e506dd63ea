import { css } from 'lit';

export const personPickerStyles = css`
  .field {
    position: relative;
  }
  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    padding-block: var(--_space);
    anchor-name: --guild-picker;
    cursor: text;
  }
  .box:has(input:focus) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .chips {
    display: contents;
  }
  li {
    max-inline-size: 100%;
  }
  guild-person-chip {
    border-radius: 16px;
    overflow-wrap: anywhere;
  }
  guild-person-chip::part(button) {
    margin-inline-start: calc(-1 * var(--_space));
    padding-inline: var(--_space);
  }
  input {
    flex: 1;
    min-inline-size: 6ch;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
  }
  input:focus-visible {
    outline: 0;
  }
  .popup {
    position: absolute;
    inset: auto;
    inset-block-start: 100%;
    z-index: 1;
    inline-size: 100%;
    max-block-size: min(26rem, 60vh);
    margin-block: var(--_space);
    padding: var(--_space);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }
  .popup:popover-open {
    position: fixed;
    inset: auto;
    position-anchor: --guild-picker;
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-block;
    inline-size: anchor-size(inline);
  }
  .popup p {
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
  }
  .option {
    --guild-avatar-size: 28px;
    display: flex;
    align-items: center;
    gap: calc(2.5 * var(--_space));
    min-block-size: var(--_control);
    padding: var(--_space) calc(2 * var(--_space));
    border-radius: min(8px, var(--_radius));
    cursor: pointer;
  }
  .option[aria-selected='true'] {
    background: var(--_soft);
  }
  .option[aria-disabled='true'] {
    color: var(--_quiet);
    cursor: default;
  }
  .team {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--_line);
    border-radius: 50%;
    color: var(--_quiet);
  }
  .wait {
    opacity: 0;
    animation: appear 120ms ease-out 150ms forwards;
  }
  @media (pointer: coarse) {
    .option,
    input {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .option[aria-selected='true'] .quiet {
      color: inherit;
    }
  }
`;

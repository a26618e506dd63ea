import { css } from 'lit';

export const notificationCenterStyles = css`
  :host {
    display: inline-block;
    position: relative;
  }
  :host([inline]) {
    display: block;
  }
  .bell {
    position: relative;
    inline-size: var(--_control);
    padding: 0;
    anchor-name: --guild-bell;
  }
  .bell svg {
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .count {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 55%;
    min-inline-size: 1.65em;
    padding-inline: 0.4em;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.7em;
    font-weight: 600;
    line-height: 1.65;
    text-align: center;
  }
  .panel {
    inline-size: min(24rem, 100vw - 16px);
    max-block-size: min(36rem, 80dvh);
    margin: 0;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }
  .panel:not([popover]) {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    z-index: 10;
  }
  .panel:popover-open {
    position: fixed;
    inset: auto;
    margin-block: var(--_space);
    position-anchor: --guild-bell;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-inline, flip-block;
  }
  .panel .inside {
    padding: calc(4 * var(--_space));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(2 * var(--_space));
    min-block-size: var(--_control);
  }
  .panel .head .button {
    margin-inline-end: calc(-2.5 * var(--_space));
  }
  @media (max-width: 30rem) {
    .panel:popover-open {
      position-area: none;
      inset-block-start: anchor(bottom);
      inset-inline: 8px;
      inline-size: auto;
    }
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid;
    }
  }
`;

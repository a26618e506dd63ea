import { css, type CSSResultGroup } from 'lit';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles } from '../mentoring/form-parts.js';

/** How a question and its controls look. */
export const answerFieldStyles: CSSResultGroup = [
  hostStyles,
  formStyles,
  css`
    :host {
      container-type: inline-size;
    }
    /* What has the focus is not under the foot of the form. */
    input,
    button,
    guild-writing-box {
      scroll-margin-block: 2rem 8rem;
    }
    .question {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(2 * var(--_space));
      min-inline-size: 0;
    }
    .prompt {
      float: inline-start;
      inline-size: 100%;
      margin: 0;
      font-weight: 500;
      max-inline-size: 68ch;
    }
    .prompt .quiet {
      font-weight: 400;
    }
    .help {
      max-inline-size: 68ch;
    }
    .row {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: calc(1.5 * var(--_space));
    }
    .list {
      display: grid;
      gap: var(--_space);
    }
    .cell {
      position: relative;
      display: grid;
    }
    .cell input {
      position: absolute;
      inset: 0;
      margin: 0;
      inline-size: 100%;
      block-size: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .cell span.face {
      display: grid;
      place-items: center;
      min-block-size: var(--_control);
      padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
      border: 1px solid var(--_quiet);
      border-radius: min(8px, var(--_radius));
      font-size: 0.9em;
      line-height: 1.25;
      text-align: center;
      transition: background-color 120ms ease-out;
    }
    .cell:hover span.face {
      background: var(--_soft);
    }
    .cell input:checked + span.face {
      border-color: var(--_accent);
      background: var(--_soft);
      box-shadow: inset 0 0 0 1px var(--_accent);
      color: var(--_accent);
      font-weight: 500;
    }
    .cell input:focus-visible + span.face {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: calc(4 * var(--_space));
      color: var(--_quiet);
      font-size: 0.9em;
    }
    .tick {
      justify-self: start;
      min-block-size: calc(28px * var(--guild-density, 1));
      cursor: pointer;
    }
    .tick input {
      align-self: baseline;
      translate: 0 0.12em;
    }
    .beneath {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(4 * var(--_space));
    }
    .row.two {
      max-inline-size: 16rem;
    }
    .beneath .button {
      font-size: 0.9em;
      min-block-size: calc(28px * var(--guild-density, 1));
      padding-inline: 0;
    }
    .beneath .tick {
      color: var(--_quiet);
      font-size: 0.9em;
    }
    @container (inline-size < 30rem) {
      .row:not(.short) {
        grid-auto-flow: row;
      }
      .row:not(.short) span.face {
        justify-items: start;
        place-items: center start;
        text-align: start;
      }
      .row.short {
        grid-auto-flow: row;
        grid-template-columns: repeat(auto-fit, minmax(2.75rem, 1fr));
      }
    }
    @media (pointer: coarse) {
      .cell span.face,
      .tick,
      .beneath .button {
        min-block-size: 44px;
      }
    }
    @media (forced-colors: active) {
      .cell input:checked + span.face {
        outline: 2px solid Highlight;
      }
    }
  `,
];

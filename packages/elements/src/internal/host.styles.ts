import { css } from 'lit';

/**
 * The tokens with their defaults, and the controls that all elements share: `.button` (`.primary`, `.quiet`), `.field`,
 * `.chip`, `.title`, `.quiet`, `.skeleton`, `.visually-hidden`. Inside, use the short names: `--_text`, `--_space`, …
 */
export const hostStyles = css`
  :host {
    --_surface: var(--guild-color-surface, #fff);
    --_raised: var(--guild-color-raised, #fff);
    --_text: var(--guild-color-text, #1d1c1a);
    --_quiet: var(--guild-color-quiet, #625d57);
    --_accent: var(--guild-color-accent, #0b6b53);
    --_on-accent: var(--guild-color-on-accent, #fff);
    --_warm: var(--guild-color-warm, #e9a820);
    --_line: var(--guild-color-line, #e5e1db);
    --_danger: var(--guild-color-danger, #b3261e);
    --_success: var(--guild-color-success, #1f6f43);
    --_focus: var(--guild-color-focus, var(--_accent));
    --_shadow: var(--guild-shadow, 0 6px 24px rgb(0 0 0 / 0.12));
    --_radius: var(--guild-radius, 10px);
    --_space: calc(var(--guild-space, 4px) * var(--guild-density, 1));
    --_soft: color-mix(in oklab, var(--_accent) 8%, var(--_raised));
    --_control: calc(36px * var(--guild-density, 1));

    display: block;
    color: var(--_text);
    font-family: var(--guild-font-family, system-ui, sans-serif);
    font-size: var(--guild-font-size, 0.9375rem);
    font-weight: 400;
    line-height: var(--guild-font-line, 1.5);
    text-align: start;
    overflow-wrap: break-word;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_surface: var(--guild-color-surface, light-dark(#fff, #191917));
      --_raised: var(--guild-color-raised, light-dark(#fff, #22211f));
      --_text: var(--guild-color-text, light-dark(#1d1c1a, #eeece8));
      --_quiet: var(--guild-color-quiet, light-dark(#625d57, #a8a29a));
      --_accent: var(--guild-color-accent, light-dark(#0b6b53, #5cc9a7));
      --_on-accent: var(--guild-color-on-accent, light-dark(#fff, #06231b));
      --_warm: var(--guild-color-warm, light-dark(#e9a820, #f0bb47));
      --_line: var(--guild-color-line, light-dark(#e5e1db, #3a3733));
      --_danger: var(--guild-color-danger, light-dark(#b3261e, #f2a49d));
      --_success: var(--guild-color-success, light-dark(#1f6f43, #7fd1a0));
    }
  }
  /*
   * Our words, where they run from left to right on a page that does not, keep their order and punctuation, and stand
   * at the page's edge. What somebody wrote (dir=auto) stands at its own.
   */
  :host(:dir(rtl):not(:lang(ar), :lang(fa), :lang(he), :lang(ps), :lang(ur), :lang(yi))) {
    --_words: plaintext;
    text-align: right;
  }
  :is(p, li, h2, h3, label, legend, dt, dd, th, td, .button, .chip) {
    unicode-bidi: var(--_words, isolate);
  }
  :host(:dir(rtl)) [dir='auto'] {
    text-align: start;
    unicode-bidi: plaintext;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  .title {
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: 0.9em;
  }
  a {
    color: var(--_accent);
  }
  svg {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button,
  input,
  textarea,
  select {
    color: inherit;
    font: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .button,
  .chip {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: var(--_control);
    padding-block: 0;
    padding-inline: calc(3.5 * var(--_space));
    border: 1px solid var(--_quiet);
    border-radius: min(8px, var(--_radius));
    background: none;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  .button:hover,
  .chip:hover {
    background: var(--_soft);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button.quiet {
    padding-inline: calc(2.5 * var(--_space));
    border-color: transparent;
    color: var(--_quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .button[aria-pressed='true'],
  .chip[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_soft);
    color: var(--_accent);
    font-weight: 500;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .chip {
    min-block-size: calc(28px * var(--guild-density, 1));
    padding-inline: calc(3 * var(--_space));
    border-color: var(--_line);
    border-radius: 999px;
    color: var(--_quiet);
    font-size: 0.9em;
    font-weight: 400;
  }

  .field {
    display: grid;
    gap: var(--_space);
  }
  .field > label,
  .label {
    font-weight: 500;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: calc(1.5 * var(--_space)) calc(2.5 * var(--_space));
    border: 1px solid var(--_quiet);
    border-radius: min(8px, var(--_radius));
    background: var(--_surface);
  }
  .input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .help,
  .error {
    color: var(--_quiet);
    font-size: 0.9em;
  }
  .error {
    color: var(--_danger);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .state {
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
    padding-block: calc(4 * var(--_space));
    max-inline-size: 60ch;
  }
  .loading {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block: calc(4 * var(--_space));
  }
  .skeleton {
    block-size: 1em;
    border-radius: min(6px, var(--_radius));
    background: color-mix(in oklab, var(--_text) 9%, var(--_raised));
    opacity: 0;
    animation: appear 120ms ease-out 150ms forwards;
  }
  .skeleton:last-child:not(:only-child) {
    inline-size: 60%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    .button,
    .chip,
    .input {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .button.primary {
      border-color: Highlight;
    }
    .button[aria-pressed='true'],
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;

import { html, svg, type TemplateResult } from 'lit';

/**
 * An icon on a 16-unit grid, drawn in the color of the text beside it; the text beside it is what is read out. Marked as
 * pure and given a function, so that bundles leave out the icons that nobody uses.
 */
function icon(shape: () => TemplateResult<2>): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${shape()}</svg>`;
}

/** Thanks joined in. */
export const heart = /* @__PURE__ */ icon(
  () => svg`<path d="M8 13.5 2.8 8.4a3.2 3.2 0 0 1 4.5-4.6l.7.7.7-.7a3.2 3.2 0 0 1 4.5 4.6z" />`,
);
export const comment = /* @__PURE__ */ icon(() => svg`<path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z" />`);
export const link = /* @__PURE__ */ icon(() => svg`<path d="M4 2h6l3 3v9H4zM10 2v3h3" />`);
export const close = /* @__PURE__ */ icon(() => svg`<path d="m4 4 8 8m0-8-8 8" />`);
export const search = /* @__PURE__ */ icon(
  () => svg`<circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3 3" />`,
);
export const bell = /* @__PURE__ */ icon(
  () => svg`<path d="M3.5 11.5h9L11.5 9.800V7a3.5 3.5 0 0 0-7 0v2.800zM6.7 13.500a1.4 1.4 0 0 0 2.6 0" />`,
);
/** Something can be unfolded. */
export const chevron = /* @__PURE__ */ icon(() => svg`<path d="m4 6 4 4 4-4" />`);
export const check = /* @__PURE__ */ icon(() => svg`<path d="m3 8.5 3.5 3.500L13 4.5" />`);
export const pencil = /* @__PURE__ */ icon(
  () => svg`<path d="M3 13l.7-3L10.5 3.200l2.3 2.300L6 12.300zM9 4.7 11.3 7" />`,
);
export const more = /* @__PURE__ */ icon(() => svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />`);
export const lock = /* @__PURE__ */ icon(
  () => svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />`,
);
export const people = /* @__PURE__ */ icon(
  () =>
    svg`<circle cx="5.5" cy="5.5" r="2.5" /><circle cx="11" cy="7" r="2" /><path d="M1.5 13.500c0-2.5 1.8-4 4-4s4 1.5 4 4M9.8 10.400c2.4-.5 4.7.8 4.7 3.1" />`,
);

/** An open lock: nothing holds it. */
export const unlocked = /* @__PURE__ */ icon(
  () => svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 4.8-1" />`,
);
/** From one to the other. */
export const arrow = /* @__PURE__ */ icon(() => svg`<path d="M2 8h11M9.5 4.5 13 8l-3.5 3.5" />`);
/** Something to take hold of. */
export const grip = /* @__PURE__ */ icon(
  () => svg`<path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" stroke-width="2" />`,
);
export const plus = /* @__PURE__ */ icon(() => svg`<path d="M8 3.5v9M3.5 8h9" />`);
/** One place up, one down. */
export const up = /* @__PURE__ */ icon(() => svg`<path d="M8 13V3M3.5 7.5 8 3l4.5 4.5" />`);
export const down = /* @__PURE__ */ icon(() => svg`<path d="M8 3v10M3.5 8.500 8 13l4.5-4.500" />`);
export const minus = /* @__PURE__ */ icon(() => svg`<path d="M3.5 8h9" />`);
/** Somebody reads it. */
export const eye = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.500 8 12.500 1.500 8 1.500 8z" /><circle cx="8" cy="8" r="2" />`,
);
/** Proved. */
export const shield = /* @__PURE__ */ (() =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d="M12 3 4.5 6v5.5c0 4.6 3.1 8 7.5 9.5 4.4-1.5 7.5-4.9 7.5-9.5V6z" /><path d="m8.7 12 2.3 2.4 4.4-4.8" />`}
  </svg>`)();

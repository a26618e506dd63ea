import { html, type TemplateResult } from 'lit';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { common } from '../strings/en/common.js';
import { words } from '../strings/index.js';

/** The place of what comes: by default three lines of text. Visible after 150 ms, its size from the start. */
export function loadingState(locale: string, shape: unknown = threeLines): TemplateResult {
  return html`<div class="loading" aria-busy="true">
    <span class="visually-hidden">${words(common, locale).loading}</span>${shape}
  </div>`;
}

/** What happened, what stays safe, and a way to try again. */
export function errorState(failure: Failure, locale: string, retry: () => void): TemplateResult {
  return html`<div class="state" part="error" role="alert">
    <p>${errorText(failure, locale)}</p>
    <button class="button" part="button" @click=${retry}>${words(common, locale).retry}</button>
  </div>`;
}

/** One line that says what will be here, and at most one action; the page's author may put something else. */
export function emptyState(text: string, action?: unknown): TemplateResult {
  return html`<slot name="empty"
    ><div class="state" part="empty">
      <p class="quiet">${text}</p>
      ${action}
    </div></slot
  >`;
}

const threeLines = html`<div class="skeleton"></div>
  <div class="skeleton"></div>
  <div class="skeleton"></div>`;

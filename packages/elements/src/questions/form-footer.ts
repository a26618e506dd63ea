import type { Answers, Question } from '@guildhall/core';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { formats } from '../internal/format.js';
import { questions as english } from '../strings/en/questions.js';
import { words } from '../strings/index.js';
import { problemOf } from './answer-rules.js';

/** What stands at the foot of a form: how far it is, where it is kept, who reads it, and the one primary button. */
export interface FormFooter {
  locale: string;
  questions: readonly Question[];
  answers: Answers;
  /** Where what was written last is kept, in words; empty: nothing was written yet. */
  where: string;
  /** Who will read it, in words. */
  seers: unknown;
  /** What went wrong when it was sent, in words. */
  error: string;
  pending: boolean;
  /** What the button does. */
  label: string;
  send: () => void;
}

/** The foot of a form, which stays in sight while the questions are scrolled. With `formFooterStyles`. */
export function formFooter(footer: FormFooter): TemplateResult {
  const { locale, questions, answers, where, seers, error, pending, label, send } = footer;
  const strings = words(english, locale);
  const done = questions.filter(
    (question) =>
      answers[question.id] && !problemOf(question, answers[question.id], strings, formats(locale)),
  ).length;
  const width = questions.length ? (done / questions.length) * 100 : 0;
  return html`<footer class="foot">
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="track" width="100" height="1" /><rect class="done" width=${width} height="1" />`}
    </svg>
    ${error ? html`<p class="error" part="error" role="alert">${error}</p>` : nothing}
    <div class="foot-line">
      <p class="far" part="progress">
        <span>${strings.progress(done, questions.length)}</span>
        <span class="quiet" role="status">${where}</span>
      </p>
      <p class="quiet small seen">${seers}</p>
      <button class="button primary" part="button" id="send" aria-disabled=${pending} @click=${send}>
        ${label}
      </button>
    </div>
  </footer>`;
}

/** How the foot of a form looks. */
export const formFooterStyles = css`
  .foot {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: calc(2 * var(--_space));
    padding-block-end: calc(3 * var(--_space));
    background: var(--_surface);
  }
  .bar {
    inline-size: 100%;
    block-size: 3px;
    stroke: none;
  }
  .bar .track {
    fill: var(--_line);
  }
  .bar .done {
    fill: var(--_accent);
  }
  :host(:dir(rtl)) .bar {
    scale: -1 1;
  }
  .foot-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(4 * var(--_space));
  }
  .far {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(3 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
  .seen {
    flex: 1 1 12rem;
    text-align: end;
  }
  @media (max-width: 30rem) {
    .seen {
      flex-basis: 100%;
      order: -1;
      text-align: start;
    }
    .foot-line .button {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .bar .done {
      fill: Highlight;
    }
  }
`;

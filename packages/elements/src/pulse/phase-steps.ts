import { css, html, type TemplateResult } from 'lit';
import { check } from '../parts/icons.js';

/** The steps of something that goes through phases, the present one marked, as a list. */
export function phaseSteps(
  label: string,
  steps: readonly string[],
  at: number,
  doneWord: string,
): TemplateResult {
  return html`<ol class="steps" role="list" aria-label=${label}>
    ${steps.map((step, index) =>
      index < at
        ? html`<li class="done">
            ${check}<span>${step}</span><span class="visually-hidden">, ${doneWord}</span>
          </li>`
        : html`<li class=${index === at ? 'now' : ''} aria-current=${index === at ? 'step' : 'false'}>
            <span>${step}</span>
          </li>`,
    )}
  </ol>`;
}

/** How the steps look. */
export const phaseStepsStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    font-size: 0.9em;
  }
  .steps li {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_quiet);
  }
  .steps li + li::before {
    inline-size: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    margin-inline-end: var(--_space);
    content: '';
  }
  .steps .done {
    color: var(--_accent);
  }
  .steps .now span {
    padding: calc(0.5 * var(--_space)) calc(2.5 * var(--_space));
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 500;
  }
  @media (forced-colors: active) {
    .steps .now span {
      border: 1px solid Highlight;
    }
  }
`;

import { html, nothing, type TemplateResult } from 'lit';

/** The step that comes next, in sight, and others that may be taken, folded under `others`. `item` renders one as an `li`. */
export function nextSteps<T>(
  first: T | undefined,
  rest: readonly T[],
  { others, item }: { others: string; item: (step: T, isFirst: boolean) => TemplateResult },
): TemplateResult {
  return html`${
    first === undefined
      ? nothing
      : html`<ul part="list" role="list">
          ${item(first, true)}
        </ul>`
  }
  ${
    rest.length
      ? html`<details>
          <summary class="quiet small">${others}</summary>
          <ul role="list">
            ${rest.map((step) => item(step, false))}
          </ul>
        </details>`
      : nothing
  }`;
}

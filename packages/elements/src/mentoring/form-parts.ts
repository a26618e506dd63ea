import { css, html, nothing, type TemplateResult } from 'lit';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { lock, people } from '../parts/icons.js';

/** A field of a form: `name` is its id, too. */
export interface Field {
  name: string;
  label: unknown;
  value: string;
  /** What it is for, below it. */
  help?: unknown;
  /** What is wrong, in the place of the help. */
  problem?: string | undefined;
  placeholder?: string | undefined;
  /** Of a field of one line. Default: `text`. */
  type?: 'text' | 'date' | 'time' | 'number';
  min?: string | undefined;
  max?: string | undefined;
}

/** What is wrong with a field, else what it is for. */
export function note(name: string, problem: string | undefined, help?: unknown): unknown {
  if (problem) return html`<p class="error" part="error" id="${name}-note" role="alert">${problem}</p>`;
  return help === undefined ? nothing : html`<p class="help" id="${name}-note">${help}</p>`;
}

/** A field of one line. */
export function lineField(field: Field): TemplateResult {
  const { name, label, value, help, problem, placeholder, type = 'text', min, max } = field;
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <input
      class="input"
      id=${name}
      name=${name}
      type=${type}
      autocomplete="off"
      dir=${type === 'text' ? 'auto' : nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      placeholder=${placeholder ?? nothing}
      .value=${value}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem || help ? `${name}-note` : nothing}
    />
    ${note(name, problem, help)}
  </div>`;
}

/** A field for as many lines as somebody likes to write. */
export function textField({ name, label, value, help, problem, placeholder }: Field): TemplateResult {
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <textarea
      class="input"
      id=${name}
      name=${name}
      dir="auto"
      placeholder=${placeholder ?? nothing}
      .value=${value}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem || help ? `${name}-note` : nothing}
    ></textarea>
    ${note(name, problem, help)}
  </div>`;
}

/** One of several: each a value and what it is called. */
export function selectField(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
): TemplateResult {
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <select class="input" id=${name} name=${name}>
      ${choices.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** One of few, as buttons that look like chips: radio buttons to everyone else. */
export function chipChoice(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
): TemplateResult {
  return html`<fieldset class="field" part="field">
    <legend class="label">${label}</legend>
    <div class="chips">
      ${choices.map(
        ([value, text]) =>
          html`<label class="choice">
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} />
            <span class="chip">${text}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Who will read what is written here, in words, with a lock where it is nobody else. */
export function seers(isPrivate: boolean, words: unknown): TemplateResult {
  return html`<p class="seers" part="text">${isPrivate ? lock : people}<span>${words}</span></p>`;
}

/** What went wrong with a command, in words. Nothing when nothing did. */
export function failureLine(failure: Failure | undefined, locale: string): unknown {
  return failure
    ? html`<p class="error" part="error" role="alert">${errorText(failure, locale)}</p>`
    : nothing;
}

/** How forms look, and how people are told who reads them. */
export const formStyles = css`
  :host {
    overflow-wrap: anywhere;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    max-inline-size: 40rem;
  }
  textarea.input {
    display: block;
    min-block-size: 5.5em;
    max-block-size: 60vh;
    resize: vertical;
    field-sizing: content;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    align-items: start;
    gap: calc(3 * var(--_space));
  }
  .beside .input {
    min-block-size: calc(var(--_control) + 2px);
  }
  .seers {
    display: flex;
    align-items: baseline;
    gap: calc(1.5 * var(--_space));
    color: var(--_quiet);
    font-size: 0.9em;
  }
  .seers svg {
    align-self: center;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space);
  }
  .choice {
    position: relative;
    display: inline-flex;
  }
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice input:checked + .chip {
    border-color: var(--_accent);
    background: var(--_soft);
    color: var(--_accent);
    font-weight: 500;
  }
  .choice input:focus-visible + .chip {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .tick {
    display: flex;
    align-items: baseline;
    gap: calc(2 * var(--_space));
  }
  .tick input {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    align-self: center;
    accent-color: var(--_accent);
  }
  @media (pointer: coarse) {
    .tick {
      min-block-size: 44px;
      align-items: center;
    }
  }
  @media (forced-colors: active) {
    .choice input:checked + .chip {
      outline: 2px solid Highlight;
    }
  }
`;

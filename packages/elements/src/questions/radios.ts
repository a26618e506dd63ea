import { html, nothing, type TemplateResult } from 'lit';

/** One of the answers that can be chosen. */
export interface RadioOption {
  value: string;
  label: string;
  /** What a screen reader adds to a bare number. */
  more?: string | undefined;
}

/** A group of answers of which one can be chosen. */
export interface Radios {
  name: string;
  options: readonly RadioOption[];
  chosen: string | undefined;
  invalid: boolean;
  choose: (value: string) => void;
}

/** The answers beside one another, in columns of one width; below one another where the place is narrow. */
export function radioRow({ name, options, chosen, invalid, choose }: Radios, short = false): TemplateResult {
  const shape = short ? (options.length === 2 ? 'short two' : 'short') : '';
  return html`<div class="row ${shape}">
    ${options.map(
      ({ value, label, more }) =>
        html`<label class="cell">
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            aria-invalid=${invalid ? 'true' : nothing}
            @change=${() => choose(value)}
          />
          <span class="face"
            ><bdi>${label}</bdi>${more ? html`<span class="visually-hidden">, ${more}</span>` : nothing}</span
          >
        </label>`,
    )}
  </div>`;
}

/** The answers below one another. */
export function radioList({ name, options, chosen, invalid, choose }: Radios): TemplateResult {
  return html`<div class="list">
    ${options.map(
      ({ value, label }) =>
        html`<label class="tick">
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            aria-invalid=${invalid ? 'true' : nothing}
            @change=${() => choose(value)}
          />
          <bdi>${label}</bdi>
        </label>`,
    )}
  </div>`;
}

/** Lets a number key choose among the answers of the group that has the focus: the first, the second, and so on. */
export function chooseByNumber(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(key)) return;
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
  const root = target.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const group = [...root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(target.name)}"]`)];
  const numbers = group.every(({ value }) => /^(\d+|unjudged)$/.test(value));
  const wanted = numbers
    ? group.find(({ value }) => value === key)
    : group.filter(({ value }) => value !== 'unjudged')[Number(key) - 1];
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  wanted.click();
}

import { html, type TemplateResult } from 'lit';
import type { cycleForm } from '../strings/en/cycle-form.js';
import type { reviewConsole } from '../strings/en/review-console.js';
import type { CycleWriting } from './cycle-writing.js';

/** From what most organizations want to what hides nobody. */
const MODES = ['confidential', 'sealed', 'named'] as const;

/** How answers are kept: each choice with what it promises. */
export function modeFields(
  chosen: CycleWriting['mode'],
  strings: typeof cycleForm,
  { modes, modesSay }: typeof reviewConsole,
): TemplateResult {
  return html`<section>
    <h3 class="title" part="header" id="keeping">${strings.keeping}</h3>
    <div class="modes" role="radiogroup" aria-labelledby="keeping">
      ${MODES.map(
        (mode) =>
          html`<label class="mode">
            <input type="radio" name="mode" value=${mode} .checked=${mode === chosen} />
            <span class="name">${modes[mode]}</span>
            <span class="quiet small">${modesSay[mode]}</span>
          </label>`,
      )}
    </div>
  </section>`;
}

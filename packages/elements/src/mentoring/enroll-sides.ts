import { html, nothing, type TemplateResult } from 'lit';
import type { program as english } from '../strings/en/program.js';
import type { EnrollWriting } from './enroll-writing.js';
import { note } from './form-parts.js';

type Side = 'mentor' | 'mentee';

/** On which sides somebody takes part: one of those that are open to them, or both. */
export function enrollSides(
  open: readonly Side[],
  writing: Pick<EnrollWriting, Side>,
  problem: string | undefined,
  strings: typeof english,
): TemplateResult {
  const side = (name: Side, text: string) =>
    html`<label class="choice">
      <input
        type="checkbox"
        id=${name}
        name=${name}
        .checked=${writing[name]}
        ?disabled=${!open.includes(name) && !writing[name]}
        aria-describedby=${problem ? 'sides-note' : nothing}
      />
      <span class="chip">${text}</span>
    </label>`;
  return html`<fieldset class="field" part="field">
    <legend class="label">${strings.sideQuestion}</legend>
    <div class="chips">${side('mentee', strings.sideMentee)} ${side('mentor', strings.sideMentor)}</div>
    ${note('sides', problem, open.length > 1 ? strings.sideHelp : undefined)}
  </fieldset>`;
}

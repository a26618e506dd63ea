import type { KudosAudience } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { check } from '../parts/icons.js';
import type { thanking } from '../strings/en/thanking.js';

/** For whom a thank-you is meant: three radio buttons named `audience`, in the shape of chips. */
export function audienceChips(chosen: KudosAudience, strings: typeof thanking): TemplateResult {
  const choices: [KudosAudience, string][] = [
    ['public', strings.audienceChoicePublic],
    ['team', strings.audienceChoiceTeam],
    ['private', strings.audienceChoicePrivate],
  ];
  return html`<fieldset>
    <legend class="label">${strings.audience}</legend>
    <div class="chips">
      ${choices.map(
        ([value, label]) =>
          html`<label class="chip" part="button">
            <input
              class="visually-hidden"
              type="radio"
              name="audience"
              .value=${value}
              .checked=${chosen === value}
            />
            ${chosen === value ? check : nothing}${label}
          </label>`,
      )}
    </div>
  </fieldset>`;
}

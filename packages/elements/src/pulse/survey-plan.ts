import { html, nothing, type TemplateResult } from 'lit';
import type { survey } from '../strings/en/survey.js';
import { ATTRIBUTES, crossingsOf, ROLES, type SurveyWriting } from './survey-writing.js';

/** A tick of a form that keeps a field under this name. */
function tick(name: string, checked: boolean, label: string): TemplateResult {
  return html`<label class="tick">
    <input type="checkbox" name=${name} .checked=${checked} />
    <span>${label}</span>
  </label>`;
}

/** The groups for which a survey has figures: by attribute, by manager, and two attributes crossed. */
export function planFields(
  writing: SurveyWriting,
  strings: typeof survey,
  cross: (crossings: string[]) => void,
): TemplateResult {
  const { plan, planHelp, attributes, single, hierarchy, crossings, crossingsHelp, crossed } = strings;
  const offered = crossingsOf(writing);
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const others = writing.crossings.filter((each) => each !== target.value);
    cross(target.checked ? [...others, target.value] : others);
  };
  const pairs = offered.map(
    ([id, first, second]) =>
      html`<label class="tick">
        <input type="checkbox" value=${id} .checked=${writing.crossings.includes(id)} @change=${change} />
        <span>${crossed(single[first], single[second])}</span>
      </label>`,
  );
  return html`<fieldset class="field" part="field" aria-describedby="plan-note">
      <legend class="label">${plan}</legend>
      <div class="ticks">
        ${ATTRIBUTES.map((each) => tick(each, writing[each], attributes[each]))}
        ${tick('hierarchy', writing.hierarchy, hierarchy)}
      </div>
      <p class="help" id="plan-note">${planHelp}</p>
    </fieldset>
    ${
      pairs.length
        ? html`<fieldset class="field" part="field" aria-describedby="crossings-note">
            <legend class="label">${crossings}</legend>
            <div class="ticks">${pairs}</div>
            <p class="help" id="crossings-note">${crossingsHelp}</p>
          </fieldset>`
        : nothing
    }`;
}

/** Who reads the results by role or by being asked. */
export function readerFields(writing: SurveyWriting, strings: typeof survey): TemplateResult {
  const { readers, readersHelp, roles, managers, members } = strings;
  return html`<fieldset class="field" part="field" aria-describedby="readers-note">
    <legend class="label">${readers}</legend>
    <div class="ticks">
      ${ROLES.map((each) => tick(each, writing[each], roles[each]))}
      ${writing.hierarchy ? tick('managers', writing.managers, managers) : nothing}
      ${tick('members', writing.members, members)}
    </div>
    <p class="help" id="readers-note">${readersHelp}</p>
  </fieldset>`;
}

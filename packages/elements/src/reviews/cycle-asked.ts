import { html, nothing, type TemplateResult } from 'lit';
import { lineField, note } from '../mentoring/form-parts.js';
import type { cycleForm } from '../strings/en/cycle-form.js';
import type { Problems } from './cycle-problems.js';
import { DIRECTIONS, SEVERAL, type CycleWriting, type Direction, type Several } from './cycle-writing.js';

/** From so many on one who does not answer hides nothing, at the smallest groups. */
const SAFE = 5;

/** What the fields of who is asked what need to know. */
export interface AskedView {
  value: CycleWriting;
  problems: Problems;
  templates: readonly { id: string; name: string }[];
  strings: typeof cycleForm;
}

/** By direction: what is asked, and how many of them at least and at most. */
export function askedFields(view: AskedView): TemplateResult {
  const { value, strings } = view;
  const few = SEVERAL.some((direction) => {
    const least = Number(value[`least_${direction}`]);
    return value[`template_${direction}`] && least > 0 && least < SAFE;
  });
  return html`${DIRECTIONS.map((direction) => asked(direction, view))}
    <p class="help">${strings.whoHelp} ${few ? strings.fewReviewers : nothing}</p>`;
}

function isSeveral(direction: Direction): direction is Several {
  return SEVERAL.some((one) => one === direction);
}

function asked(direction: Direction, view: AskedView): TemplateResult {
  const { value, problems, templates, strings } = view;
  const name = `template_${direction}` as const;
  const chosen = value[name];
  const problem = problems[name] ?? problems[`most_${direction}`];
  return html`<div class="asked" role="group" aria-label=${strings.directionNames[direction] ?? direction}>
    <div class="field" part="field">
      <label for=${name}>${strings.directionNames[direction]}</label>
      <select
        class="input"
        id=${name}
        name=${name}
        aria-invalid=${problems[name] ? 'true' : nothing}
        aria-describedby=${problem ? `${name}-note` : nothing}
      >
        <option value="" ?selected=${!chosen}>${strings.notAsked}</option>
        ${templates.map(
          ({ id, name: title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`,
        )}
      </select>
    </div>
    ${chosen && isSeveral(direction) ? amounts(direction, view) : nothing} ${note(name, problem)}
  </div>`;
}

function amounts(direction: Several, { value, strings }: AskedView): TemplateResult {
  const named = strings.directionNames[direction] ?? direction;
  const field = (end: 'least' | 'most', label: string, aloud: string) => {
    const name = `${end}_${direction}` as const;
    // What is seen is short; what is heard says of whom.
    const words = html`<span aria-hidden="true">${label}</span><span class="visually-hidden">${aloud}</span>`;
    return html`<div>
      ${lineField({ name, label: words, type: 'number', min: '0', max: '30', value: value[name] })}
    </div>`;
  };
  return html`${field('least', strings.least, strings.leastNamed(named))}
  ${field('most', strings.most, strings.mostNamed(named))}`;
}

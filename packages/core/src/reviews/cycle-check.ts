import { canonicalJson } from '../wire.js';
import { invalidField, notFound } from '../errors.js';
import { people, type PersonRecord } from '../people/model.js';
import type { Reader } from '../store/store.js';
import type { CycleDraft, FrozenForms } from './model/cycle.js';
import type { Direction } from './model/kinds.js';
import { cycleProblem, directionsOf, namelessOf } from './rules/cycle.js';
import { itemsFor } from './rules/template.js';
import { usableTemplate } from './template-read.js';

/** What a cycle needs from elsewhere: its people, and its forms by direction. */
export interface Needed {
  people: PersonRecord[];
  forms: FrozenForms['forms'];
}

/**
 * Reads what a cycle needs, or refuses: `input.invalid` for what is wrong in itself, `person.unknown` for subjects who
 * are not active, `template.unknown` for templates that cannot be used.
 */
export async function checkCycle(tx: Reader, draft: CycleDraft, path = ''): Promise<Needed> {
  const problem = cycleProblem(draft);
  if (problem) throw invalidField(`${path}${problem.path}`, problem.message);
  const found = (await tx.getMany(people, draft.subjects)).filter((person) => person.status === 'active');
  if (found.length < draft.subjects.length) throw notFound('person');
  const forms: FrozenForms['forms'] = {};
  for (const direction of directionsOf(draft)) {
    const choice = draft.templateByDirection[direction];
    if (!choice) continue;
    const { name, description, items, competencies, templateId, version } = await usableTemplate(
      tx,
      choice.templateId,
      choice.version,
    );
    forms[direction] = {
      ...{ name, items, competencies, templateId, version },
      ...(description !== undefined && { description }),
    };
  }
  checkForms(draft, forms, path);
  return { people: found, forms };
}

/** Every form asks something, and a question is the same in all forms. */
function checkForms(draft: CycleDraft, forms: FrozenForms['forms'], path: string): void {
  const known = new Map<string, string>();
  for (const direction of directionsOf(draft)) {
    const form = forms[direction];
    const items = form ? itemsFor(form, direction) : [];
    const field = `${path}templateByDirection.${direction}`;
    if (items.length === 0) throw invalidField(field, 'The template asks nothing in this direction.');
    for (const { question } of items) {
      const text = canonicalJson(question);
      if ((known.get(question.id) ?? text) !== text)
        throw invalidField(field, `The question ${question.id} is another one in another template.`);
      known.set(question.id, text);
    }
    const competencies = form?.competencies ?? [];
    for (const competency of competencies) {
      const text = canonicalJson(competency.questionIds);
      if ((known.get(competency.id) ?? text) !== text)
        throw invalidField(field, `The competency ${competency.id} is another one in another template.`);
      known.set(competency.id, text);
    }
  }
}

/** The forms that nameless reviewers fill, by direction. */
export function namelessForms(
  draft: CycleDraft,
  forms: FrozenForms['forms'],
): { direction: Direction; form: NonNullable<FrozenForms['forms']['peer']> }[] {
  return namelessOf(draft).flatMap((direction) => {
    const form = forms[direction];
    return form ? [{ direction, form }] : [];
  });
}

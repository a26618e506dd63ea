import type { Direction, Reader } from '../model/kinds.js';
import { DIRECTIONS } from '../model/kinds.js';
import type { FrozenForms } from '../model/cycle.js';
import type { Competency, TemplateItem } from '../model/template.js';
import { itemsFor } from './template.js';

/** A question as a report has it: once, with all the directions in which it was asked. */
export interface AskedItem extends TemplateItem {
  directions: Direction[];
}

/** What was asked in a cycle, each question once, in the order of the forms. */
export function askedItems(forms: FrozenForms['forms']): AskedItem[] {
  const asked = new Map<string, AskedItem>();
  for (const direction of DIRECTIONS) {
    const form = forms[direction];
    for (const item of form ? itemsFor(form, direction) : []) {
      const known = asked.get(item.question.id);
      if (known) known.directions.push(direction);
      else asked.set(item.question.id, { ...item, directions: [direction] });
    }
  }
  return [...asked.values()];
}

/** The competencies of all forms, each once. */
export function allCompetencies(forms: FrozenForms['forms']): Competency[] {
  const all = DIRECTIONS.flatMap((direction) => forms[direction]?.competencies ?? []);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Whether a reader reads the answers to a question in a report, which names whom it is about. */
export function mayRead({ visibility }: TemplateItem, reader: Reader): boolean {
  return !visibility || (visibility.response.includes(reader) && visibility.recipient.includes(reader));
}

/** Whether a reader reads from whom an attributed answer came. Who wrote the own form is known anyhow. */
export function maySeeGiver({ visibility }: TemplateItem, reader: Reader): boolean {
  return !visibility || visibility.giver.includes(reader);
}

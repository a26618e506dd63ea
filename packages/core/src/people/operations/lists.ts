import { query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { membersAndSystem } from '../../policy.js';
import { page, pageOf, z } from '../../schema.js';
import { skills, UnitRef, units, Value, values } from '../model.js';
import { sought } from './sought.js';

export const listUnits = query({
  summary: 'Lists departments or teams by name, or those that a text finds.',
  who: membersAndSystem,
  input: z.strictObject({ kind: z.enum(['department', 'team']), text: sought, ...page }),
  output: pageOf(UnitRef),
  shared: true,
  async run({ tx }, { kind, text, limit, after }) {
    if (!text) return tx.find(units, { where: { kind }, order: '+sortName', limit, after });
    const fetch = (request: PageRequest) => tx.search(units, text, request);
    return filterPages(fetch, (unit) => unit.kind === kind, { limit, after, step: 100 });
  },
});

export const listSkills = query({
  summary: 'Lists the skills catalog by name, or the skills that a text finds.',
  who: membersAndSystem,
  input: z.strictObject({ text: sought, ...page }),
  output: pageOf(UnitRef),
  shared: true,
  run: ({ tx }, { text, limit, after }) =>
    text ? tx.search(skills, text, { limit, after }) : tx.find(skills, { order: '+listed', limit, after }),
});

export const listValues = query({
  summary: 'Lists the company values that recognition can name, in the organization’s order.',
  who: membersAndSystem,
  input: z.strictObject({}),
  output: pageOf(Value),
  shared: true,
  async run({ tx }) {
    const all = await tx.find(values, { order: '+place', limit: 1000 });
    return { items: all.items.filter((value) => !value.retired) };
  },
});

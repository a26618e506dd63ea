import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { sortNameOf } from '../../people/rules.js';
import { holders } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { ReviewTemplate, TemplateDraft, templates, type TemplateRecord } from '../model/template.js';
import { templateProblem } from '../rules/template.js';
import {
  builtInTemplates,
  findTemplate,
  idOf,
  newestOf,
  templateView,
  type Versioned,
  versionedOf,
} from '../template-read.js';

/** What a cursor begins with that points among the built-in templates, which lie in no store. */
const BUILT_IN_PLACE = 'built-in:';

/** How many built-in templates come before a cursor; undefined for one of the store. */
function builtInPlace(after: string): number | undefined {
  const place = after.startsWith(BUILT_IN_PLACE) ? Number(after.slice(BUILT_IN_PLACE.length)) : undefined;
  return place !== undefined && Number.isInteger(place) && place >= 0 ? place : undefined;
}

export const listTemplates = query({
  summary: 'Lists the newest versions of the review templates, the built-in ones first, then by name.',
  who: holders('hrAdmin'),
  input: z.strictObject({ ...page }),
  output: pageOf(ReviewTemplate),
  async run({ tx, actor }, { limit, after }) {
    const all = builtInTemplates();
    const begin = after === undefined ? 0 : builtInPlace(after);
    const fixed = begin === undefined ? [] : all.slice(begin, begin + limit);
    const show = (found: readonly Versioned[]) => [...fixed, ...found].map((one) => templateView(one, actor));
    // Where the page is full of built-in ones, the next begins behind them.
    if (begin !== undefined && fixed.length === limit)
      return { items: show([]), next: `${BUILT_IN_PLACE}${begin + limit}` };
    const rest = { limit: limit - fixed.length, after: begin === undefined ? after : undefined };
    const found = await tx.find(templates, { order: '+listed', ...rest });
    return { ...found, items: show(found.items.map(versionedOf)) };
  },
});

export const getTemplate = query({
  summary: 'Reads a review template: the newest version, or a certain one.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, version: z.int().min(1).optional() }),
  output: ReviewTemplate,
  refuses: ['template.unknown'],
  async run({ tx, actor }, { id: templateId, version }) {
    const found = await findTemplate(tx, templateId, version);
    if (!found) throw notFound('template');
    return templateView(found, actor);
  },
});

export const saveTemplate = command({
  summary: 'Writes a review template. A version that a cycle uses stays as it is: saving makes the next one.',
  who: holders('hrAdmin'),
  input: z.strictObject({
    /** Left out: a new template. */
    id: id.optional(),
    draft: TemplateDraft,
  }),
  output: ReviewTemplate,
  refuses: ['template.unknown', 'template.builtIn', 'template.retired'],
  alone: ({ id: templateId }) => templateId && `review template ${templateId}`,
  async run(context, { id: templateId, draft }) {
    const { tx, actor, newId, now } = context;
    const problem = templateProblem(draft);
    if (problem) throw invalidField(`draft.${problem.path}`, problem.message);
    const before = templateId === undefined ? undefined : await ownTemplate(context, templateId);
    if (before?.state === 'retired')
      throw new GuildhallError('conflict', 'template.retired', 'A retired template stays as it was.');
    const listed = sortNameOf(draft.name);
    const version = before ? before.version + (before.state === 'draft' ? 0 : 1) : 1;
    const of = before?.templateId ?? newId();
    const fresh = { id: idOf(of, version), templateId: of, version, state: 'draft' as const };
    const record: TemplateRecord = { ...draft, ...fresh, listed, savedAt: now.toISOString() };
    if (before?.id === record.id) await tx.replace(templates, record);
    else {
      if (before) await unlist(context, before);
      await tx.insert(templates, record);
    }
    await tx.tell({ type: 'template.changed', ids: [of], audience: [actor.id] });
    return templateView(versionedOf(record), actor);
  },
});

export const retireTemplate = command({
  summary: 'Takes a review template out of the list. Cycles that use it go on.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id }),
  output: ReviewTemplate,
  refuses: ['template.unknown', 'template.builtIn'],
  alone: ({ id: templateId }) => `review template ${templateId}`,
  async run(context, { id: templateId }) {
    const { tx, actor } = context;
    const before = await ownTemplate(context, templateId);
    const record = await unlist(context, { ...before, state: 'retired' });
    await tx.tell({ type: 'template.changed', ids: [templateId], audience: [actor.id] });
    return templateView(versionedOf(record), actor);
  },
});

/** The newest version of a template that HR wrote. */
async function ownTemplate({ tx }: CommandContext, templateId: string): Promise<TemplateRecord> {
  if (builtInTemplates().some((one) => one.templateId === templateId))
    throw new GuildhallError('forbidden', 'template.builtIn', 'Save a built-in template as a new one.');
  const found = await newestOf(tx, templateId);
  if (!found) throw notFound('template');
  return found;
}

async function unlist({ tx }: CommandContext, before: TemplateRecord): Promise<TemplateRecord> {
  const { listed: _listed, ...record } = before;
  await tx.replace(templates, record);
  return record;
}

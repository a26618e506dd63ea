import { notFound } from '../errors.js';
import type { KnownActor } from '../policy.js';
import type { Reader } from '../store/store.js';
import { TemplateDraft, templates, type ReviewTemplate, type TemplateRecord } from './model/template.js';
import { isHr } from './rules/nomination.js';
import { BUILT_IN } from './templates.js';

/** A template with its version, wherever it comes from. */
export type Versioned = TemplateDraft & {
  templateId: string;
  version: number;
  state: TemplateRecord['state'];
  builtIn: boolean;
  language?: ReviewTemplate['language'];
  savedAt?: string;
};

/** The built-in templates with all defaults filled in. */
const builtIn: readonly Versioned[] = BUILT_IN.map(({ id, version, language, draft }) => ({
  ...TemplateDraft.parse(draft),
  templateId: id,
  version,
  language,
  state: 'active',
  builtIn: true,
}));

/** The built-in templates, in the order in which they are offered. */
export function builtInTemplates(): readonly Versioned[] {
  return builtIn;
}

/** A version of a template, the newest when none is said; undefined when there is none. */
export async function findTemplate(
  tx: Reader,
  templateId: string,
  version?: number,
): Promise<Versioned | undefined> {
  const fixed = builtIn.find((one) => one.templateId === templateId);
  if (fixed) return version === undefined || version === fixed.version ? fixed : undefined;
  const record =
    version === undefined
      ? await newestOf(tx, templateId)
      : await tx.get(templates, idOf(templateId, version));
  return record && versionedOf(record);
}

/** A version of a template that can be used: else `template.unknown`. */
export async function usableTemplate(tx: Reader, templateId: string, version?: number): Promise<Versioned> {
  const found = await findTemplate(tx, templateId, version);
  if (!found || found.state === 'retired') throw notFound('template');
  return found;
}

/** The newest version as stored. */
export async function newestOf(tx: Reader, templateId: string): Promise<TemplateRecord | undefined> {
  const found = await tx.find(templates, { where: { templateId }, order: '-version', limit: 1 });
  return found.items[0];
}

/** The id of a version. */
export function idOf(templateId: string, version: number): string {
  return `${templateId}:${version}`;
}

/** A stored version without what only the store needs. */
export function versionedOf({ id: _id, listed: _listed, ...kept }: TemplateRecord): Versioned {
  return { ...kept, builtIn: false };
}

/** A template as HR reads it. */
export function templateView({ templateId, ...kept }: Versioned, actor: KnownActor): ReviewTemplate {
  const own = isHr(actor) && !kept.builtIn && kept.state !== 'retired';
  return { ...kept, id: templateId, may: { save: own, retire: own } };
}

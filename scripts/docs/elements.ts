import { existsSync, readFileSync } from 'node:fs';
import { elementsManifest, type ElementDeclaration, type Member, type Named } from '../manifest.mjs';
import { table, withGenerated } from './page.js';
import { undocumentedNames } from './templates.js';

/** The pages of the public elements by path, and what is wrong with the elements' own docs. */
export interface ElementPages {
  pages: Map<string, string>;
  problems: string[];
}

/** Fills the tables of `docs/elements/<tag>.md` from the manifest; what stands outside of the markers is kept. */
export async function elementPages(): Promise<ElementPages> {
  const pages = new Map<string, string>();
  const problems: string[] = [];
  for (const { path, declarations } of elementsManifest().modules)
    for (const element of declarations) {
      if (element.tagName === undefined) continue;
      const page = `docs/elements/${element.tagName}.md`;
      problems.push(...problemsOf(element, path.replace(/^dist\/(.*)\.js$/, 'packages/elements/src/$1.ts')));
      if (existsSync(page))
        pages.set(page, await withGenerated(page, readFileSync(page, 'utf8'), tablesOf(element)));
      else problems.push(`<${element.tagName}> has no page ${page}.`);
    }
  return { pages, problems };
}

function problemsOf(element: ElementDeclaration, file: string): string[] {
  const problems = element.summary ? [] : [`${file}: the class has no @summary.`];
  const missing = undocumentedNames(element, file);
  return [
    ...problems,
    ...missing.map((what) => `${file} documents ${what}, which its templates do not have.`),
  ];
}

function tablesOf(element: ElementDeclaration): string {
  const members = element.members ?? [];
  const fields = members.filter((one) => one.kind === 'field' && !one.readonly);
  // A method that says nothing of itself does what the platform's of that name does.
  const methods = members.filter((one) => one.kind === 'method' && one.description && !one.inheritedFrom);
  const own = fields.filter((one) => !one.inheritedFrom);
  const sections: [string, string][] = [
    ['Attributes and properties', propertyTable([...own, ...fields.filter((one) => one.inheritedFrom)])],
    [
      'Methods',
      table(
        ['method', ''],
        methods.map((one) => [`\`${one.name}(${parameters(one)})\``, said(one)]),
      ),
    ],
    [
      'Events',
      table(
        ['event', ''],
        (element.events ?? []).map((one) => [code(one.name), said(one)]),
      ),
    ],
    [
      'Slots',
      table(
        ['slot', ''],
        (element.slots ?? []).map((one) => [slotName(one), said(one)]),
      ),
    ],
    ['Parts', table(['part', ''], rows(element.cssParts))],
    ['Custom properties', table(['property', ''], rows(element.cssProperties))],
    [
      'States',
      table(
        ['state', ''],
        (element.cssStates ?? []).map((one) => [`\`:state(${one.name})\``, said(one)]),
      ),
    ],
  ];
  return [
    element.summary ?? '',
    ...sections.filter(([, text]) => text !== '').map(([title, text]) => `## ${title}\n\n${text}`),
  ].join('\n\n');
}

function propertyTable(fields: readonly Member[]): string {
  return table(
    ['attribute', 'property', 'type', 'default', ''],
    fields.map((field) => [
      field.attribute === undefined ? '' : code(field.attribute),
      code(field.name),
      code((field.type?.text ?? 'unknown').replace(/\s*\|\s*undefined$/, '')),
      field.default === undefined ? '' : code(field.default),
      said(field),
    ]),
  );
}

function rows(named: readonly Named[] = []): string[][] {
  return named.map((one) => [code(one.name), said(one)]);
}

function parameters({ parameters = [] }: Member): string {
  return parameters.map(({ name }) => name).join(', ');
}

function slotName({ name }: Named): string {
  return name === '' ? '(default)' : code(name);
}

function said({ description = '' }: Named): string {
  return description.trim();
}

function code(text: string): string {
  return `\`${text}\``;
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElementDeclaration } from '../manifest.mjs';

/**
 * What a class documents and its templates do not have: parts, slots and states, by their text alone. An element's
 * templates are those of its file and of the files it imports, as far as these are not elements themselves.
 */
export function undocumentedNames(element: ElementDeclaration, file: string): string[] {
  const text = templatesOf(file).join('\n');
  const parts = namesIn(text, /\b(?:export)?parts?=/g);
  const slots = namesIn(text, /<slot name=/g);
  const states = new Set([...text.matchAll(/\bsetState\(\s*'([\w-]+)'/g)].map(([, name]) => name));
  if (/<slot\b(?!\s+name=)/.test(text)) slots.add('');
  const absent = (
    kind: string,
    named: readonly { name: string }[] = [],
    known: ReadonlySet<string | undefined>,
  ) => named.filter(({ name }) => !known.has(name)).map(({ name }) => `the ${kind} "${name}"`);
  return [
    ...absent('part', element.cssParts, parts),
    ...absent('slot', element.slots, slots),
    ...absent('state', element.cssStates, states),
  ];
}

/** The words in the attributes that begin so: written out, or as strings inside of an expression. */
function namesIn(text: string, attribute: RegExp): Set<string> {
  const names = new Set<string>();
  for (const { index, 0: found } of text.matchAll(attribute)) {
    const rest = text.slice(index + found.length);
    const value = /^"([^"]*)"|^'([^']*)'|^\$\{([^}]*)\}|^([\w-]+)/.exec(rest);
    for (const word of (value?.slice(1).join(' ') ?? '').match(/[\w-]+/g) ?? []) names.add(word);
  }
  return names;
}

function templatesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  const isFirst = seen.size === 0;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  // Another element has a shadow root of its own, whose parts are not this one's.
  if (!isFirst && /^ {2}static (?:override )?readonly tag = /m.test(text)) return [];
  const imports = [...text.matchAll(/^import (?!type)[^;]*?from '(\.[^']+)\.js'/gm)];
  return [text, ...imports.flatMap(([, from = '']) => templatesOf(join(dirname(file), `${from}.ts`), seen))];
}

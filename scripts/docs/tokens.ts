import { readFileSync } from 'node:fs';
import { table } from './page.js';

const STYLES = 'packages/elements/src/internal/host.styles.ts';
const TOKEN = /var\(--guild-([\w-]+),\s*/g;

/** A table of all tokens with the defaults that the elements have by themselves, light and dark. */
export function tokensTable(): string {
  const tokens = new Map<string, { light: string; dark: string }>();
  const text = readFileSync(STYLES, 'utf8');
  for (const { index, 0: found, 1: name = '' } of text.matchAll(TOKEN)) {
    const value = readable(untilClosed(text.slice(index + found.length)));
    const both = /^light-dark\((.+), (.+)\)$/.exec(value);
    // What stands later, for browsers that know light-dark(), says both.
    tokens.set(name, both ? { light: both[1] ?? '', dark: both[2] ?? '' } : { light: value, dark: value });
  }
  return table(
    ['token', 'default', 'in the dark'],
    [...tokens].map(([name, { light, dark }]) => [
      `\`--guild-${name}\``,
      `\`${light}\``,
      dark === light ? 'the same' : `\`${dark}\``,
    ]),
  );
}

/** The text up to the parenthesis that closes what was open. */
function untilClosed(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(0, at);
  }
  throw new Error(`${STYLES} has a var() that does not end.`);
}

/** Names a token where the style sheet has the short name that stands for it. */
function readable(value: string): string {
  return value.replace(/var\(--_([\w-]+)\)/g, 'var(--guild-color-$1)');
}

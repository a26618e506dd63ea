/**
 * Writes the generated docs, from the sources and without a build: `docs/operations.md` from the table, the tables
 * of `docs/elements/` from the elements' own docs and styles, the command line's help in `docs/server.md`.
 *
 *   npm run docs            writes them
 *   npm run docs:check      fails when what is committed differs, an element lacks docs, or a link leads nowhere
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLineHelp } from './docs/command-line.js';
import { elementPages } from './docs/elements.js';
import { brokenLinks } from './docs/links.js';
import { operationsPage } from './docs/operations.js';
import { withGenerated } from './docs/page.js';
import { tokensTable } from './docs/tokens.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { pages: elements, problems } = await elementPages();
const pages = new Map([
  ['docs/operations.md', await operationsPage()],
  ...elements,
  await filled('docs/elements/tokens.md', tokensTable()),
  await filled('docs/server.md', await commandLineHelp()),
]);

const check = process.argv.includes('--check');
for (const [path, text] of pages) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) problems.push(`${path} is not what the code says. Run: npm run docs`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
problems.push(...brokenLinks());
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function filled(path: string, generated: string): Promise<[string, string]> {
  return [path, await withGenerated(path, readFileSync(path, 'utf8'), generated)];
}

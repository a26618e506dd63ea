/**
 * Writes the generated docs: `docs/operations.md` from the table.
 *
 *   npm run docs            writes them
 *   npm run docs:check      fails when what is committed differs
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { operationsPage } from './docs/operations.js';

const pages = new Map([['docs/operations.md', await operationsPage()]]);
const check = process.argv.includes('--check');
let stale = 0;
for (const [path, text] of pages) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) {
    console.error(`${path} is not what the code says. Run: npm run docs`);
    stale += 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

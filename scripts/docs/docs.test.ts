import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brokenLinks } from './links.js';
import { table, withGenerated } from './page.js';
import { undocumentedNames } from './templates.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'guildhall-docs-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('what a class documents is looked for in its templates and in those that it borrows', () => {
  writeFileSync(join(folder, 'states.ts'), 'export const state = html`<p part="error"></p>`;');
  writeFileSync(
    join(folder, 'other.ts'),
    "class Other {\n  static readonly tag = 'x-other';\n  view = html`<p part=far></p>`;\n}",
  );
  writeFileSync(
    join(folder, 'own.ts'),
    "import { state } from './states.js';\nimport { Other } from './other.js';\nclass Own {\n" +
      '  static readonly tag = \'x-own\';\n  view = html`<p part="item text"></p><slot name=empty></slot>' +
      "<p part=${on ? 'list' : ''}></p><x-other exportparts=\"name\"></x-other>`;\n  on = this.setState('off', true);\n}",
  );
  const named = (...names: string[]) => names.map((name) => ({ name }));
  const element = {
    name: 'Own',
    cssParts: named('item', 'text', 'list', 'name', 'error', 'far', 'gone'),
    slots: named('empty', ''),
    cssStates: named('off', 'on'),
  };
  assert.deepEqual(undocumentedNames(element, join(folder, 'own.ts')), [
    'the part "far"',
    'the part "gone"',
    'the slot ""',
    'the state "on"',
  ]);
});

test('a table goes between the markers, pipes and all, and what stands around stays', async () => {
  const page = '# A\n\nSaid by hand.\n\n<!-- generated -->\nold\n<!-- /generated -->\n\nAfter.\n';
  const filled = await withGenerated('a.md', page, table(['type'], [['`a | b`']]));
  assert.match(filled, /Said by hand\.\n\n<!-- generated -->\n\n\| type/);
  assert.match(filled, /\| `a \\\| b` \|\n\n<!-- \/generated -->\n\nAfter\.\n$/);
  assert.equal(await withGenerated('a.md', filled, table(['type'], [['`a | b`']])), filled);
  await assert.rejects(withGenerated('b.md', '# B', 'x'), /b\.md has no place/);
});

test('links that lead nowhere are told, to headings too', () => {
  for (const name of ['docs', 'examples', 'packages']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'docs/there.md'), '# A `heading`, here\n');
  writeFileSync(
    join(folder, 'README.md'),
    '[a](docs/there.md#a-heading-here) [b](docs/there.md#no) [c](gone.md) [d](https://x.example) `[e](no)`\n' +
      '```html\n<script src="/not/ours.js"></script>\n```\n',
  );
  const from = process.cwd();
  process.chdir(folder);
  try {
    assert.deepEqual(brokenLinks(), [
      'README.md links to docs/there.md#no, which is not there.',
      'README.md links to gone.md, which is not there.',
    ]);
  } finally {
    process.chdir(from);
  }
});

test('the headless program of the README runs as it stands', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const program = [...readme.matchAll(/^```js\n(.*?)^```/gms)]
    .map(([, text = '']) => text)
    .find((text) => text.includes('memoryStore()'));
  const args = ['--conditions=guildhall-source', '--import', 'tsx', '--input-type=module', '--eval'];
  const printed = execFileSync(
    process.execPath,
    [...args, `${program}; console.log(items[0].message, next);`],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  assert.equal(printed, 'Thank you for the rollback guide undefined\n');
});

/** Knows whether the build is that of the present sources. Node alone. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules/.cache/guildhall/build');

/** Made by the build; without them it is none. */
const results = [
  'packages/core/dist/index.js',
  'packages/server/dist/index.js',
  'packages/elements/dist/index.js',
  'packages/elements/cdn/guildhall.js',
  'packages/elements/custom-elements.json',
];
/** What the build is made from, beside the files of each package. */
const recipe = [
  'package-lock.json',
  'rollup.config.mjs',
  'scripts/build.mjs',
  'scripts/manifest.mjs',
  'scripts/minify-templates.mjs',
  'tsconfig.base.json',
];

/** Whether the sources have changed since the build, or there is none. */
export function isBuildStale() {
  if (!existsSync(stamp) || !results.every((file) => existsSync(join(root, file)))) return true;
  return readFileSync(stamp, 'utf8') !== hashOfSources();
}

/** Called before the build: forgets the last one. What it returns is called when the build is whole. */
export function beginBuild() {
  rmSync(stamp, { force: true });
  const hash = hashOfSources();
  return () => {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  };
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...recipe, ...['core', 'elements', 'server'].flatMap(filesOf)].sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** What of a package goes into its build: its description, its configurations, its sources without the tests. */
function filesOf(name) {
  const folder = `packages/${name}`;
  const own = readdirSync(join(root, folder)).filter((file) => /^(package|tsconfig[\w.]*)\.json$/.test(file));
  const sources = readdirSync(join(root, folder, 'src'), { recursive: true })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return [...own, ...sources].map((file) => `${folder}/${file}`);
}

/** `npm run build`: makes dist of every package and the script-tag files, and prints what the latter weigh. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beginBuild } from './build-stamp.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const buildIsWhole = beginBuild();
for (const name of ['core', 'elements', 'server']) {
  rmSync(`packages/${name}/dist`, { recursive: true, force: true });
  rmSync(`packages/${name}/cdn`, { recursive: true, force: true });
}
try {
  await build('core');
  // Both need the declarations of core and nothing of each other.
  await Promise.all([
    build('server'),
    build('elements').then(() => Promise.all([build('scripts'), describe()])),
  ]);
  copyFileSync('packages/elements/src/styles/guild.css', 'packages/elements/cdn/guild.css');
  buildIsWhole();
  printSizes('packages/elements/cdn');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Runs one part of rollup.config.mjs in a process of its own; warnings fail it. */
function build(part) {
  return run(part, [
    'node_modules/rollup/dist/bin/rollup',
    '-c',
    '--configPart',
    part,
    '--failAfterWarnings',
  ]);
}

/** Writes the custom-elements manifest. */
function describe() {
  return run('manifest', ['scripts/manifest.mjs']);
}

/** Runs a script in a process of its own. Shows its output when it failed. */
function run(part, args) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => {
      console.log(`${part} ${((performance.now() - start) / 1000).toFixed(1)} s`);
      if (code === 0) resolve();
      else reject(new Error(`${output}\nThe build of ${part} failed.`));
    });
  });
}

/** A table of the script files: what a visitor downloads, in bytes. Chunks are loaded when their tag appears. */
function printSizes(folder) {
  const chunks = existsSync(join(folder, 'chunks')) ? readdirSync(join(folder, 'chunks')) : [];
  const files = [...readdirSync(folder), ...chunks.map((name) => `chunks/${name}`)];
  const rows = files
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const bytes = readFileSync(join(folder, name)); // Brotli's default quality is its highest, 11.
      return {
        file: name,
        min: bytes.length,
        gzip: gzipSync(bytes).length,
        brotli: brotliCompressSync(bytes).length,
      };
    });
  console.table(Object.fromEntries(rows.map(({ file, ...sizes }) => [file, sizes])));
}

/**
 * Checks the bindings in the elements' templates with lit-analyzer, without what it is too old to know:
 * its list of the platform ends before popovers, container queries and Lit's `nothing` in attributes.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KNOWN_GAPS = [
  /^Unknown attribute 'popover(target|targetaction)?'/,
  /^Type '.*Symbol\(undefined\).*' is not assignable/,
  /^The value 'meter' is not assignable/,
];

const root = fileURLToPath(new URL('../packages/elements', import.meta.url));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|[/\\])test-[\w-]+\.ts$/.test(file))
  .map((file) => join('src', file));
const analyzer = fileURLToPath(new URL('../node_modules/lit-analyzer/cli.js', import.meta.url));
const args = [analyzer, '--strict', '--format', 'list', '--rules.no-invalid-css', 'off', ...files];

let file = '';
let count = 0;
for (const line of analyze().split('\n')) {
  const [, place, text = ''] = /^\s+(\d+:\d+)\s+(?:error|warning)\s+(.+)$/.exec(line) ?? [];
  if (/^\S+\.ts$/.test(line)) file = line;
  else if (place && !KNOWN_GAPS.some((gap) => gap.test(text))) {
    console.error(`${file}:${place}  ${text}`);
    count += 1;
  }
}
console.log(`${files.length} files of templates, ${count} problems`);
process.exitCode = count > 0 ? 1 : 0;

/** What the analyzer prints; it ends with 1 when it has found something. */
function analyze() {
  try {
    return execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}

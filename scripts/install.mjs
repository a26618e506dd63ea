/** What is installed against what should be. Node alone, since it runs before `npm ci`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Whether node_modules lacks something that the lockfile asks for. The contents are compared and not the times:
 * a checkout makes every file new, and an install in vain would pull node_modules away under other processes.
 */
export function isInstallStale() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return true;
  const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).some(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional || wanted.devOptional) return false;
    return installed[path]?.version !== wanted.version || installed[path]?.link !== wanted.link;
  });
}

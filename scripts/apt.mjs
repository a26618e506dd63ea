/** Installing Debian packages for a test run. Node alone, since it also runs before `npm ci`. */
import { spawnSync } from 'node:child_process';

/** Whether this process may install Debian packages: Linux, root, and apt-get at hand. */
export function canInstall() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  );
}

/** Installs the named packages and tells whether that worked. Its output goes to stderr: stdout is the caller's. */
export function aptInstall(...packages) {
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // A failed update may leave usable lists behind, so the install is tried all the same.
  apt('update', '-q');
  return apt('install', '-y', '-q', '--no-install-recommends', ...packages);
}

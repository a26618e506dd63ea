/**
 * A PostgreSQL that lives as long as one test run: a cluster of its own in a temporary folder, reached by a
 * Unix socket only, with every guarantee about crashes switched off for speed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';

const settings = [
  "listen_addresses=''",
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
];

/**
 * Starts the cluster. Resolves to its `url` and a `stop()`, or to undefined, with a loud message, where no
 * PostgreSQL can be had; in CI that is an error instead, so that no store goes untested unseen.
 */
export async function startPostgres() {
  if (!findBinaries() && canInstall()) aptInstall('postgresql');
  const binaries = findBinaries();
  if (binaries) return start(binaries);
  const message = 'No PostgreSQL was found or could be installed: its tests do not run.';
  if (process.env.CI === 'true') throw new Error(message);
  console.error(`\n!!! ${message}\n`);
  return undefined;
}

/** The folder of initdb and pg_ctl. Debian keeps them off the PATH, one folder for each version. */
function findBinaries() {
  if (process.platform === 'win32') return undefined; // A cluster without TCP needs Unix sockets.
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

function start(binaries) {
  const owner = ownerOfCluster();
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-postgres-'));
  const data = join(folder, 'data');
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = (name, args) =>
    // Not inherited: the server would keep the caller's output open for as long as it lives.
    execFileSync(join(binaries, name), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    run('initdb', [
      '-A',
      'trust',
      '-U',
      'postgres',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-D',
      data,
    ]);
    const options = [...settings, `unix_socket_directories='${folder}'`].map((setting) => `-c ${setting}`);
    run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options.join(' '), 'start']);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const url = `postgresql://postgres@/postgres?host=${encodeURIComponent(folder)}`;
  return { url, stop: guard(folder) };
}

/** PostgreSQL refuses to run as root; then the user that its package brought along owns the cluster. */
function ownerOfCluster() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Stops the cluster and removes its folder when this process ends, however it ends: a small shell waits for the
 * end of its input, which comes when we close it or when we are no more. Detached, so that Ctrl-C spares it.
 * SIGQUIT is PostgreSQL's immediate stop; its pid file goes when it is gone.
 */
function guard(folder) {
  const script = `cat >/dev/null
    pid_file="$1/data/postmaster.pid"
    kill -QUIT "$(head -n 1 "$pid_file")"
    tries=0
    while [ -e "$pid_file" ] && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
    rm -rf "$1"`;
  const shell = spawn('/bin/sh', ['-c', script, 'guard', folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => shell.once('exit', resolve));
  shell.unref();
  shell.stdin.unref();
  return async () => {
    shell.ref();
    shell.stdin.end();
    await ended;
  };
}

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './house.js';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** A running command. */
export interface RunningCommand {
  out(): string;
  error(): string;
  /** Resolves with the exit code, or with the name of the signal that killed it. */
  ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

/** A finished command. */
export interface EndedCommand {
  code: number | string;
  out: string;
  error: string;
}

/** A folder of its own, in which commands run. */
export interface Workplace {
  folder: string;
  start(args: readonly string[], env?: Record<string, string>): RunningCommand;
  run(args: readonly string[], env?: Record<string, string>): Promise<EndedCommand>;
  /** Starts `serve` on a free port and resolves when it listens. */
  serve(args: readonly string[], env?: Record<string, string>): Promise<RunningCommand & { port: number }>;
  /** Ends what still runs and removes the folder. */
  close(): Promise<void>;
}

/** Makes a folder in which the command line can be tried. */
export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-'));
  const running: RunningCommand[] = [];
  const start: Workplace['start'] = (args, env = {}) => {
    const command = startIn(folder, args, env);
    running.push(command);
    return command;
  };
  const serve: Workplace['serve'] = async (args, env) => {
    const command = start(['serve', '--port', '0', ...args], env);
    let failed = false;
    void command.ended.then(() => (failed = true));
    const port = () => /http:\/\/\S+:(\d+)\/guild/.exec(command.out())?.[1];
    await until(() => failed || port() !== undefined, 'the server listens');
    if (failed) throw new Error(`The server did not start: ${command.error()}`);
    return { ...command, port: Number(port()) };
  };
  return {
    folder,
    start,
    serve,
    run: async (args, env) => {
      const command = start(args, env);
      return { code: await command.ended, out: command.out(), error: command.error() };
    },
    close: async () => {
      for (const command of running) command.kill('SIGKILL');
      await Promise.all(running.map((command) => command.ended));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startIn(folder: string, args: readonly string[], env: Record<string, string>): RunningCommand {
  const { DATABASE_URL: _url, NODE_ENV: _mode, NODE_TEST_CONTEXT: _test, ...rest } = process.env;
  const child = spawn(process.execPath, ['--conditions=guildhall-source', '--import', TSX, CLI, ...args], {
    cwd: folder,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  return { out: () => out, error: () => error, ended, kill: (signal) => void child.kill(signal) };
}

import type { Flag, Given } from './flags.js';

/** Where a command writes and what surrounds it. */
export interface Surroundings {
  out(line: string): void;
  error(line: string): void;
  env: Readonly<Record<string, string | undefined>>;
}

/** A command of the command line: data for the help, and what it does. */
export interface CliCommand {
  name: string;
  /** How it is called, after `guildhall`. */
  usage: string;
  summary: string;
  /** What else the help says, a line each. */
  notes?: readonly string[];
  flags: Record<string, Flag>;
  /** Resolves to the exit code, or to undefined while it goes on running. */
  run(given: Given, around: Surroundings): Promise<number | undefined>;
}

/** The help of one command. */
export function helpOf(command: CliCommand): string {
  const flags = Object.entries(command.flags).map(([name, flag]): [string, string] => [
    `--${name}${flag.value === undefined ? '' : ` ${flag.value}`}${flag.many ? '…' : ''}`,
    flag.help,
  ]);
  const lines = [`guildhall ${command.usage}`, '', command.summary];
  if (flags.length > 0) lines.push('', ...columns(flags));
  if (command.notes) lines.push('', ...command.notes);
  return lines.join('\n');
}

/** The help of all commands. */
export function helpOfAll(commands: readonly CliCommand[]): string {
  const rows = commands.map((command): [string, string] => [command.name, command.summary]);
  return [
    'guildhall <command> [flags]',
    '',
    ...columns(rows),
    '',
    'guildhall <command> --help says more.',
  ].join('\n');
}

function columns(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

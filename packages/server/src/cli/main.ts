import { isGuildhallError } from '@guildhall/core';
import { helpOf, helpOfAll, type CliCommand, type Surroundings } from './command.js';
import { nearest, readFlags, UsageError } from './flags.js';
import { grant } from './grant.js';
import { importPeople } from './import.js';
import { schema } from './schema.js';
import { serve } from './serve.js';

const COMMANDS: readonly CliCommand[] = [serve, importPeople, grant, schema];

/**
 * Runs a command line. Resolves to the exit code, or to undefined while a server goes on running: 1 says
 * that it failed, 2 that it was called wrongly.
 */
export async function runCommandLine(
  args: readonly string[],
  around: Surroundings,
): Promise<number | undefined> {
  try {
    return await run(args, around);
  } catch (error) {
    if (!(error instanceof UsageError || isGuildhallError(error))) throw error;
    around.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function run(args: readonly string[], around: Surroundings): Promise<number | undefined> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    around.out(helpOfAll(COMMANDS));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw unknownCommand(name);
  const given = readFlags(command.name, command.flags, rest);
  if (!given.on('help')) return command.run(given, around);
  around.out(helpOf(command));
  return 0;
}

function unknownCommand(name: string): UsageError {
  const near = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  const hint = near ? ` Did you mean ${near}?` : '';
  return new UsageError(`There is no command ${name}.${hint} See guildhall --help.`);
}

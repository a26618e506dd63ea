import { readFile } from 'node:fs/promises';
import { systemActor, type Client } from '@guildhall/core';
import type { CliCommand, Surroundings } from './command.js';
import { FILE_FLAG, openDatabase } from './database.js';
import { decodeText } from './decode.js';
import { UsageError, type Given } from './flags.js';

type ImportInput = Parameters<Client['people']['import']>[0];
type ImportResult = Awaited<ReturnType<Client['people']['import']>>;

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** `guildhall import`: the directory from a CSV file, also while a server runs on the same database. */
export const importPeople: CliCommand = {
  name: 'import',
  usage: 'import people.csv [flags]',
  summary: 'Takes people from a CSV file: all of them, or none and a list of what is wrong.',
  flags: {
    'dry-run': { help: 'Only tells what would change.' },
    complete: { help: 'The file is the whole directory: people who are not in it have left.' },
    file: FILE_FLAG,
    delimiter: {
      value: 'SIGN',
      help: 'What parts the cells: , ; | or tab. Default: found out from the header.',
    },
    encoding: {
      value: 'NAME',
      help: 'Such as windows-1252. Default: by byte order mark, else UTF-8 if it is that.',
    },
  },
  notes: ['Exit code 1 says that the file has errors and nothing was stored.'],
  async run(given, around) {
    const path = fileOf(given);
    const delimiter = delimiterOf(given.text('delimiter'));
    const csv = await textOf(path, given.text('encoding'), around);
    const dryRun = given.on('dry-run');
    const { guildhall } = await openDatabase(given, around);
    try {
      const input: ImportInput = {
        csv,
        dryRun,
        complete: given.on('complete'),
        ...(delimiter && { delimiter }),
      };
      const result = await guildhall.as(systemActor).people.import(input);
      tell(path, result, around);
      return result.errorCount > 0 ? 1 : 0;
    } finally {
      await guildhall.close();
    }
  },
};

function fileOf(given: Given): string {
  const [path, more] = given.rest;
  if (path === undefined) throw new UsageError('Name the file: guildhall import people.csv.');
  if (more !== undefined) throw new UsageError(`import takes one file, not ${more} too.`);
  return path;
}

function delimiterOf(text: string | undefined): ImportInput['delimiter'] {
  if (text === undefined) return undefined;
  const found = Object.entries(DELIMITERS).find(([name, sign]) => text === name || text === sign);
  if (found) return found[1];
  throw new UsageError(`--delimiter takes , ; | or tab, not ${text}.`);
}

async function textOf(path: string, encoding: string | undefined, { error }: Surroundings): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw new UsageError(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} could not be read (${code}).`,
    );
  });
  const decoded = decodeText(bytes, encoding);
  if (!decoded.sure)
    error(
      `${path} is not UTF-8; read as ${decoded.encoding}. If letters come out wrong, name its --encoding.`,
    );
  return decoded.text;
}

function tell(path: string, result: ImportResult, { out, error }: Surroundings): void {
  const { created, changed, unchanged, departed, dryRun, errors, errorCount, ignoredColumns } = result;
  if (ignoredColumns.length > 0) out(`Columns not used: ${ignoredColumns.join(', ')}.`);
  if (errorCount === 0) {
    const counts = `${created} created, ${changed} changed, ${unchanged} unchanged, ${departed} departed`;
    return out(`${path}: ${counts}.${dryRun ? ' That is what an import would do: nothing was stored.' : ''}`);
  }
  for (const { line, column, field, cause } of errors) {
    const where = column ?? field;
    error(`line ${line}${where === undefined ? '' : `, ${where}`}: ${cause}`);
  }
  if (errorCount > errors.length) error(`… and ${errorCount - errors.length} more.`);
  error(`${path}: ${errorCount} ${errorCount === 1 ? 'error' : 'errors'}. Nothing was stored.`);
}

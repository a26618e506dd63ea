import { parseArgs } from 'node:util';

/** One flag of a command. */
export interface Flag {
  /** The placeholder of its value in the help; a flag without one is a switch. */
  value?: string;
  /** May be given several times. */
  many?: boolean;
  help: string;
}

/** What a command was called with. */
export interface Given {
  /** The value of a flag, undefined when it was not given. */
  text(name: string): string | undefined;
  /** All values of a flag that may be given several times. */
  list(name: string): string[];
  /** Whether a switch was given. */
  on(name: string): boolean;
  /** What is not a flag. */
  rest: readonly string[];
}

/** Says what is wrong with how the command was called; the process ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the arguments of a command. Throws `UsageError` for whatever it does not know, with a hint. */
export function readFlags(command: string, flags: Record<string, Flag>, args: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries({ ...flags, help: HELP }).map(([name, flag]) => [
      name,
      {
        type: flag.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: flag.many ?? false,
      },
    ]),
  );
  const parsed = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of parsed.tokens)
    if (token.kind === 'option')
      check(command, { ...flags, help: HELP }, token.name, token.rawName, token.value);
  const values = new Map(Object.entries(parsed.values));
  const texts = (name: string) =>
    [values.get(name)].flat().filter((value): value is string => typeof value === 'string');
  return {
    text: (name) => texts(name).at(-1),
    list: texts,
    on: (name) => values.get(name) === true,
    rest: parsed.positionals,
  };
}

const HELP: Flag = { help: 'Show this.' };

function check(
  command: string,
  flags: Record<string, Flag>,
  name: string,
  raw: string,
  value: string | undefined,
): void {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const more = `See guildhall ${command} --help.`;
  if (!flag) {
    const near = nearest(name, Object.keys(flags));
    throw new UsageError(`There is no flag ${raw}.${near ? ` Did you mean --${near}?` : ''} ${more}`);
  }
  if (flag.value === undefined && value !== undefined)
    throw new UsageError(`--${name} takes no value. ${more}`);
  if (flag.value !== undefined && (value === undefined || value === '' || value.startsWith('--')))
    throw new UsageError(`--${name} needs a value: --${name} ${flag.value}. ${more}`);
}

/** The known word that is at most two changes away, or that the given one begins. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, distance: distance(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best && best.distance <= Math.min(2, word.length - 1)) return best.name;
  return word.length > 1 ? known.find((name) => name.startsWith(word)) : undefined;
}

/** Levenshtein's distance, for words of a few letters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

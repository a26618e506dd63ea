import { runCommandLine } from '../../packages/server/src/cli/main.js';

/** What `guildhall --help` and the help of each command print. */
export async function commandLineHelp(): Promise<string> {
  const all = await helpOf();
  const names = [...all.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name = '']) => name);
  const each = await Promise.all(
    names.map(async (name) => `### guildhall ${name}\n\n${block(await helpOf(name))}`),
  );
  return [block(all), ...each].join('\n\n');
}

async function helpOf(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  await runCommandLine([...args, '--help'], { out: say, error: say, env: {} });
  return lines.join('\n');
}

function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

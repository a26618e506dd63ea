import { format, resolveConfig } from 'prettier';

const BEGIN = '<!-- generated -->';
const END = '<!-- /generated -->';

/** The page with the text between the markers replaced, as prettier leaves it. Throws when there is no place for it. */
export async function withGenerated(path: string, page: string, generated: string): Promise<string> {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${path} has no place between ${BEGIN} and ${END}.`);
  const text = `${page.slice(0, begin)}${BEGIN}\n\n${generated.trim()}\n\n${page.slice(end)}`;
  return markdown(path, text);
}

/** Markdown as prettier leaves it. */
export async function markdown(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** A table; none without rows. A pipe in a cell does not end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The folders whose Markdown is ours; what tools install or make lies elsewhere. */
const FOLDERS = ['.', 'docs', 'examples', 'packages'];

/** A sentence for each relative link, or link to a heading, that leads nowhere. */
export function brokenLinks(): string[] {
  return FOLDERS.flatMap((folder) => pagesIn(folder, folder !== '.')).flatMap(brokenLinksOf);
}

function pagesIn(folder: string, deep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return deep && !/^(node_modules|dist|cdn)$/.test(entry.name) ? pagesIn(path, true) : [];
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

function brokenLinksOf(page: string): string[] {
  const text = readFileSync(page, 'utf8')
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`/g, '``');
  const links = [...text.matchAll(/\]\(([^()\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(
    (link) => link[1] ?? link[2] ?? '',
  );
  return links
    .filter((link) => !/^[a-z][\w+.-]*:|^\/\//i.test(link) && !leads(page, link))
    .map((link) => {
      return `${page} links to ${link}, which is not there.`;
    });
}

function leads(page: string, link: string): boolean {
  const [path = '', heading] = decodeURI(link).split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  if (target.startsWith('..') || !existsSync(target)) return false;
  return heading === undefined || !target.endsWith('.md') || headingsOf(target).has(heading);
}

/** The names under which the headings of a page can be linked to, as GitHub makes them. */
function headingsOf(page: string): Set<string> {
  const text = readFileSync(page, 'utf8').replace(/^```.*?^```/gms, '');
  const names = new Set<string>();
  for (const [, title = ''] of text.matchAll(/^#{1,6} +(.+)$/gm)) {
    const name = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    for (let same = 0; ; same += 1) {
      const numbered = same === 0 ? name : `${name}-${same}`;
      if (names.has(numbered)) continue;
      names.add(numbered);
      break;
    }
  }
  return names;
}

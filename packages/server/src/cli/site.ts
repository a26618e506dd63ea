import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Handler } from '../handler.js';
import type { Fetch } from '../node.js';
import { serveFolder } from '../static.js';
import { UsageError } from './flags.js';

/** Where the API lies. */
export const API_MOUNT = '/guild/';
/** Where the script files lie. */
export const SCRIPT_MOUNT = '/guildhall/';

/** What a stand-alone server serves besides the API. */
export interface SiteFolders {
  files: string | undefined;
  scripts: string | undefined;
  origins: readonly string[];
}

/** The whole site: the API under /guild, script files under /guildhall, files elsewhere. */
export function site(handler: Handler, { files, scripts, origins }: SiteFolders): Fetch {
  const folders = [
    scripts === undefined ? undefined : serveFolder(scripts, { mount: SCRIPT_MOUNT, origins }),
    files === undefined ? undefined : serveFolder(files),
  ];
  const fetch = async (request: Request): Promise<Response> => {
    if (request.url.startsWith(API_MOUNT, request.url.indexOf('/', 8))) return handler(request);
    for (const folder of folders) {
      const answer = await folder?.(request);
      if (answer) return answer;
    }
    return new Response('There is nothing here.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    });
  };
  return Object.assign(fetch, { drain: (milliseconds?: number) => handler.drain(milliseconds) });
}

/** The folder of the script files. Throws `UsageError` when they are not installed. */
export function scriptFolder(): string {
  const hint = 'Install them: npm install @guildhall/elements';
  let folder: string;
  try {
    const place = createRequire(import.meta.url).resolve('@guildhall/elements/package.json');
    folder = join(dirname(place), 'cdn');
  } catch {
    throw new UsageError(`--cdn: the script files are not installed. ${hint}`);
  }
  if (existsSync(folder)) return folder;
  throw new UsageError('--cdn: this copy of @guildhall/elements has no script files yet. Run npm run build.');
}

/** What the demo's server serves: the intranet's pages, the script files of Guildhall, and Guildhall itself. */
import { fileURLToPath } from 'node:url';
import { serveFolder } from '@guildhall/server';

/** What the organization of the demo decided. */
export const settings = {
  timeZone: 'Europe/London',
  points: { enabled: true, perMonth: 100 },
  grades: ['AA', 'AO', 'EO', 'HEO', 'FS', 'SEO', 'G7', 'G6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'],
};

/** The strict policy of a careful host: nothing inline, nothing from elsewhere, no markup from strings. */
export const pageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html guildhall 'allow-duplicates'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
};

/** Answers for the whole site. `handler` is what `createHandler` made. */
export function intranetSite(handler) {
  const pages = serveFolder(here('public'), { headers: pageHeaders });
  const scripts = serveFolder(here('../../packages/elements/cdn'), { mount: '/guildhall/' });
  const fetch = async (request) => {
    if (new URL(request.url).pathname.startsWith('/guild/')) return handler(request);
    return (await scripts(request)) ?? (await pages(request)) ?? nothingHere();
  };
  return Object.assign(fetch, { drain: (milliseconds) => handler.drain(milliseconds) });
}

function here(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

function nothingHere() {
  return new Response('There is no such page.\n', {
    status: 404,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

import { GuildhallError } from '@guildhall/core';

/** Says whether a request may come from where it comes from; throws `forbidden` when not. */
export interface OriginRule {
  /** The listed origin of a cross-origin request, undefined for one from the server's own origin. */
  (request: Request): string | undefined;
}

/**
 * The rule of who may call from a browser: the server's own origin, and the origins listed, compared as
 * whole strings. No patterns, no reflection, no `null`. Requests without `Origin` and `Sec-Fetch-Site` do
 * not come from a page and are left to identity. Throws `invalid` when a listed origin is not one.
 */
export function originRule(listed: readonly string[]): OriginRule {
  const known = new Set(listed.map(checkedOrigin));
  return (request) => {
    const origin = request.headers.get('origin');
    const site = request.headers.get('sec-fetch-site');
    if (origin !== null && known.has(origin)) return origin;
    if (origin === null ? fromHere(site) : origin !== 'null' && isOwn(origin, site, request.url))
      return undefined;
    throw new GuildhallError(
      'forbidden',
      'origin.refused',
      'This origin is not listed. Add it to `origins` (or `--origin`) exactly as the browser names it.',
    );
  };
}

/** Browsers send `Sec-Fetch-Site` and pages cannot forge it; what sends none is not a current browser. */
function fromHere(site: string | null): boolean {
  return site === null || site === 'same-origin' || site === 'none';
}

function isOwn(origin: string, site: string | null, url: string): boolean {
  if (site === 'same-origin') return true;
  const own = new URL(url);
  if (origin === own.origin) return true;
  // A proxy that ends TLS hands the request on as http under the same host.
  return own.protocol === 'http:' && origin === `https://${own.host}`;
}

function checkedOrigin(origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
  // `*` may stand in a host's name and would then match only itself, which nobody means.
  const web = !origin.includes('*') && (parsed?.protocol === 'http:' || parsed?.protocol === 'https:');
  if (parsed && web && parsed.origin === origin) return origin;
  const hint = web && parsed ? ` Did you mean ${parsed.origin}?` : '';
  throw new GuildhallError(
    'invalid',
    'origins.invalid',
    `"${origin}" is not an origin: write scheme, host and port only, such as https://intra.example.${hint}`,
  );
}

import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a folder is served. */
export interface FolderOptions {
  /** The path under which the folder appears, such as `/guildhall/`. Default: `/`. */
  mount?: string;
  /** Other origins whose pages may load scripts from here. Default: none. */
  origins?: readonly string[];
  /** Headers of every answer, such as a Content-Security-Policy. Default: none. */
  headers?: Readonly<Record<string, string>>;
  /** True for files whose name changes with their content. Default: those with a hash in a `chunks` folder. */
  immutable?: (path: string) => boolean;
}

/** Answers for a file of the folder; undefined when there is none. */
export type Folder = (request: Request) => Promise<Response | undefined>;

/** Text that is shorter than this is sent as it is. */
const SMALLEST = 1024;
/** What is kept in memory at most, per folder. */
const KEPT_BYTES = 64 * 1024 * 1024;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder to browsers: nothing outside of it, nothing whose name begins with a dot;
 * text compressed once. For demos and for the script files; a web server does more.
 */
export function serveFolder(root: string, options: FolderOptions = {}): Folder {
  const { mount = '/', origins = [], headers = {}, immutable = isHashedChunk } = options;
  const files = new Files(root);
  return async (request) => {
    const path = pathOf(request.url, mount);
    if (path === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
    const file = await files.get(path);
    if (!file) return undefined;
    const origin = request.headers.get('origin');
    return fileAnswer(request, file, {
      ...headers,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Type': file.type,
      'Cache-Control': immutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding, Origin',
      ...(origin !== null && origins.includes(origin) && { 'Access-Control-Allow-Origin': origin }),
    });
  };
}

async function fileAnswer(request: Request, file: File, headers: Record<string, string>): Promise<Response> {
  const { bytes, encoding } = await file.encoded(request.headers.get('accept-encoding') ?? '');
  const etag = encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`;
  const told = { ...headers, ETag: etag, ...(encoding && { 'Content-Encoding': encoding }) };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: told });
  if (request.method === 'GET') return new Response(bytes, { status: 200, headers: told });
  return new Response(null, { status: 200, headers: { ...told, 'Content-Length': `${bytes.byteLength}` } });
}

/** The decoded path below the mount; undefined for what no file here can be called. */
function pathOf(url: string, mount: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(mount) || path.includes('\\') || path.includes('\0')) return undefined;
  const rest = path.slice(mount.length).replace(/^\/+/, '');
  // Covers `..` too, and hidden files such as `.env`.
  if (rest.split('/').some((segment) => segment.startsWith('.'))) return undefined;
  return rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
}

function isHashedChunk(path: string): boolean {
  return /(^|\/)chunks\/[^/]+-[\w-]{8,}\.js$/.test(path);
}

/** The files of a folder, kept in memory while they do not change. */
class Files {
  readonly #root: string;
  readonly #files = new Map<string, File>();
  #bytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** The file at this path, read again when it has changed. */
  async get(path: string): Promise<File | undefined> {
    const place = await this.#inside(path);
    const state = place === undefined ? undefined : await stat(place).catch(() => undefined);
    if (place === undefined || !state?.isFile()) return undefined;
    const version = `${state.mtimeMs} ${state.size}`;
    const kept = this.#files.get(place);
    if (kept?.version === version) return kept;
    const file = new File(await readFile(place), place, version);
    if ((this.#bytes += file.bytes.byteLength) > KEPT_BYTES) {
      this.#files.clear();
      this.#bytes = file.bytes.byteLength;
    }
    this.#files.set(place, file);
    return file;
  }

  /** The real place of a path, unless a link leads out of the folder. */
  async #inside(path: string): Promise<string | undefined> {
    try {
      const root = await realpath(this.#root);
      const place = await realpath(join(root, path));
      return place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : undefined;
    } catch {
      return undefined;
    }
  }
}

/** One version of a file. */
class File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly hash: string;
  readonly version: string;
  readonly #encoded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(bytes: Uint8Array<ArrayBuffer>, place: string, version: string) {
    this.bytes = bytes;
    this.type = TYPES[extname(place).toLowerCase()] ?? 'application/octet-stream';
    this.hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    this.version = version;
  }

  /** The bytes in the best encoding that the browser accepts, made once. */
  async encoded(accepted: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; encoding?: 'br' | 'gzip' }> {
    const encoding = this.#isText() ? bestEncoding(accepted) : undefined;
    if (!encoding) return { bytes: this.bytes };
    const made = this.#encoded.get(encoding) ?? compress(this.bytes, encoding);
    this.#encoded.set(encoding, made);
    return { bytes: await made, encoding };
  }

  #isText(): boolean {
    return this.bytes.byteLength >= SMALLEST && /^text\/|json|svg/.test(this.type);
  }
}

function bestEncoding(accepted: string): 'br' | 'gzip' | undefined {
  const names = accepted.split(',').filter((name) => !/;\s*q=0(\.0*)?\s*$/.test(name));
  const known = names.map((name) => name.split(';')[0]?.trim());
  return known.includes('br') ? 'br' : known.includes('gzip') ? 'gzip' : undefined;
}

function compress(bytes: Uint8Array<ArrayBuffer>, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return promisify(gzip)(bytes);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return promisify(brotliCompress)(bytes, { params: quality });
}

import type { Client, Heard, SharedName, WatchOptions } from './client.js';
import { GuildhallError } from './errors.js';
import { randomId } from './ids.js';
import type { CallOptions } from './operation.js';
import { CURSOR_HEADER, errorFromWire, EVENTS_PATH, KEY_HEADER } from './wire.js';

// Pages keep keys of which the server knows only this; the platform's own is missing on plain http.
export { sha256 } from './sha256.js';

/** How to reach a server. */
export interface ConnectOptions {
  /** Gives the host's token for each request; asked again once when the server refuses one. */
  token?: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Default: the platform's `fetch`. */
  fetch?: typeof fetch | undefined;
}

// The queries that are the same for everybody: the table decides, and the type keeps this list complete.
const SHARED: Record<SharedName, true> = {
  'people.units': true,
  'people.skills': true,
  'people.values': true,
  'recognition.list': true,
  'recognition.thanks': true,
  'mentoring.templates': true,
  'mentoring.stories': true,
  'settings.get': true,
};

/** Waits before the second, third and fourth attempt, in milliseconds; each is varied by half. */
const WAITS = [300, 1_000, 3_000];

/**
 * The client of a server: the same operations, errors and changes as a local one. Lost connections and a
 * busy server are tried again a few times; a command keeps its key, so that it has one effect.
 */
export function connect(url: string, options: ConnectOptions = {}): Client {
  const base = url.replace(/\/+$/, '');
  const remote = new Remote(base, options);
  const area = (name: string) =>
    new Proxy(Object.create(null), {
      get: (_area, verb) =>
        typeof verb === 'string' && verb !== 'then'
          ? (input?: unknown, call?: CallOptions) => remote.call(`${name}.${verb}`, input, call)
          : undefined,
    });
  return new Proxy(Object.create(null), {
    get: (_client, name) => {
      if (name === 'watch') return (watching?: WatchOptions) => remote.watch(watching);
      // Not a promise: an awaited client stays a client.
      return typeof name === 'string' && name !== 'then' ? area(name) : undefined;
    },
  });
}

class Remote {
  readonly #base: string;
  readonly #options: ConnectOptions;
  /** Where the feed stood before the first answer: a stream from there misses nothing of this page. */
  #cursor: string | undefined;

  constructor(base: string, options: ConnectOptions) {
    this.#base = base;
    this.#options = options;
  }

  async call(
    name: string,
    input: unknown = {},
    { key = randomId(), signal }: CallOptions = {},
  ): Promise<unknown> {
    const body = JSON.stringify(input);
    const shared = Object.hasOwn(SHARED, name);
    const path = shared && body !== '{}' ? `${name}?input=${encodeURIComponent(body)}` : name;
    const init: RequestInit = shared
      ? {}
      : { method: 'POST', body, headers: { 'Content-Type': 'application/json', [KEY_HEADER]: key } };
    // Core's signal is the part of an AbortSignal that it needs; in a page it is a real one.
    if (signal) init.signal = signal as AbortSignal;
    const { response, output } = await this.#patiently(path, init);
    this.#cursor ??= response.headers.get(CURSOR_HEADER) ?? undefined;
    return output;
  }

  async *watch({ areas, after, signal }: WatchOptions = {}): AsyncIterableIterator<Heard> {
    let cursor = after ?? this.#cursor;
    let least = 1_000;
    for (let attempt = 0; !signal?.aborted; attempt++) {
      try {
        const query = new URLSearchParams();
        if (cursor !== undefined) query.set('after', cursor);
        if (areas) query.set('areas', areas.join(','));
        const init: RequestInit = { headers: { Accept: 'text/event-stream' } };
        if (signal) init.signal = signal as AbortSignal;
        const response = await this.#send(`${EVENTS_PATH}?${query}`, init);
        for await (const heard of eventsOf(response, (milliseconds) => (least = milliseconds))) {
          attempt = 0;
          cursor = heard.cursor;
          yield heard;
        }
      } catch (error) {
        if (signal?.aborted) return;
        if (!mayHelpToTryAgain(error)) throw error;
      }
      await pause(Math.max(least, Math.min(30_000, 1_000 * 2 ** attempt)), signal);
    }
  }

  async #patiently(path: string, init: RequestInit): Promise<{ response: Response; output: unknown }> {
    for (const wait of [...WAITS, undefined])
      try {
        const response = await this.#send(path, init);
        return { response, output: await outputOf(response, init) };
      } catch (error) {
        if (wait === undefined || init.signal?.aborted || !mayHelpToTryAgain(error)) throw error;
        await pause(wait, init.signal ?? undefined);
      }
    throw new Error('unreachable');
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    let response = await this.#fetch(path, init);
    if (response.status === 401 && this.#options.token) response = await this.#fetch(path, init);
    if (response.ok) return response;
    const text = await response.text();
    throw errorFromWire(parsed(text), response.status);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const token = await this.#options.token?.();
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    const send = this.#options.fetch ?? globalThis.fetch;
    try {
      return await send(`${this.#base}/${path}`, { ...init, headers });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new GuildhallError('unavailable', 'network', 'The server could not be reached.', { cause });
    }
  }
}

/** The JSON of an answer; one that breaks off is a lost connection like any other. */
async function outputOf(response: Response, init: RequestInit): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new GuildhallError('unavailable', 'network', 'The answer broke off.', { cause });
  }
}

function mayHelpToTryAgain(error: unknown): boolean {
  return error instanceof GuildhallError ? error.code === 'unavailable' : true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Waits, varied by half so that many pages do not come back at once; ends early with the signal. */
function pause(milliseconds: number, signal?: WatchOptions['signal']): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds * (0.5 + Math.random()));
    signal?.addEventListener('abort', done);
  });
}

/**
 * Reads server-sent events: `id` is the cursor, `event` says resync or change, `data` is one JSON line;
 * `retry` says how long to wait at least when the stream has ended.
 */
async function* eventsOf(
  response: Response,
  onRetry: (milliseconds: number) => void,
): AsyncIterableIterator<Heard> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = fieldsOf(block);
        const retry = Number(fields.get('retry'));
        if (retry > 0) onRetry(Math.min(retry, 60_000));
        const heard = heardOf(fields);
        if (heard) yield heard;
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function fieldsOf(block: string): Map<string, string> {
  return new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
}

function heardOf(fields: ReadonlyMap<string, string>): Heard | undefined {
  const cursor = fields.get('id');
  if (cursor === undefined) return undefined;
  if (fields.get('event') === 'resync') return { resync: true, cursor };
  const data = parsed(fields.get('data') ?? '');
  // Our own server wrote it, from the same type.
  return { cursor, ...(data as { area: string; type: string; ids: string[] }) };
}

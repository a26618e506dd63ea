import { GuildhallError } from '@guildhall/core';

/** How deep an input may be nested. */
export const MAX_DEPTH = 32;

/**
 * The JSON of a request's body. Refuses with `invalid` what does not call itself `application/json`
 * (`body.type`), is longer than `max` bytes (`body.tooLarge`), is nested too deep (`body.depth`), is not
 * JSON in UTF-8 (`body.json`) or has a `__proto__` key (`body.key`).
 */
export async function readJson(request: Request, max: number): Promise<unknown> {
  requireJson(request.headers);
  return parseJson(decode(await readBytes(request, max)));
}

/** The JSON of a text, under the same rules as a body. */
export function parseJson(text: string): unknown {
  refuseDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refusal('body.json', 'The input is not valid JSON.');
  }
  refuseProto(value);
  return value;
}

function requireJson(headers: Headers): void {
  const [type, ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((p) => p.startsWith('charset='));
  const utf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (type?.trim() === 'application/json' && utf8 && encoding === 'identity') return;
  throw refusal('body.type', 'Send the input as application/json in UTF-8, not compressed.');
}

async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (declared === null) return readCounted(request, max);
  if (Number(declared) > max) throw tooLarge(max);
  // HTTP itself ends the body where it was declared to end, so this buffers no more than `max`.
  const bytes = new Uint8Array(await request.arrayBuffer().catch(broken));
  if (bytes.byteLength > max) throw tooLarge(max);
  return bytes;
}

async function readCounted(request: Request, max: number): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  const read = () => reader?.read().catch(broken);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await read(); part && !part.done; part = await read()) {
    length += part.value.byteLength;
    if (length > max) {
      void reader?.cancel().catch(() => {});
      throw tooLarge(max);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, length);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('body.json', 'The input is not valid UTF-8.');
  }
}

/** Counts brackets outside of strings, before the parser builds anything. */
function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > MAX_DEPTH) throw refusal('body.depth', `The input is nested deeper than ${MAX_DEPTH}.`);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** No schema names such a key, and code that copies objects key by key must never meet one. */
function refuseProto(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) throw refusal('body.key', 'The input has a key "__proto__".');
  for (const item of Object.values(value)) refuseProto(item);
}

/** The client went away in the middle; nobody reads this answer, and nobody is to blame. */
function broken(): never {
  throw refusal('body.broken', 'The input ended early.');
}

function tooLarge(max: number): GuildhallError {
  return refusal('body.tooLarge', `The input is longer than ${max} bytes.`);
}

function refusal(reason: string, message: string): GuildhallError {
  return new GuildhallError('invalid', reason, message);
}

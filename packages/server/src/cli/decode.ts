import { UsageError } from './flags.js';

/** A text and how it was read. */
export interface Decoded {
  text: string;
  encoding: string;
  /** False when the bytes say nothing about their encoding and one had to be assumed. */
  sure: boolean;
}

/**
 * Reads the text of a file: by its byte order mark, else as UTF-8 when it is that, else as windows-1252,
 * which is what spreadsheets of Western Europe and the Americas write. Throws `UsageError` when the bytes
 * are not in the encoding that was asked for or that their mark names.
 */
export function decodeText(bytes: Uint8Array, asked?: string): Decoded {
  const encoding = asked === undefined ? markedEncoding(bytes) : knownEncoding(asked);
  if (encoding !== undefined) return { text: strictly(bytes, encoding), encoding, sure: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', sure: true };
  } catch {
    return { text: strictly(bytes, 'windows-1252'), encoding: 'windows-1252', sure: false };
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new UsageError(`There is no encoding ${label}. Try utf-8, utf-16le, windows-1252 or iso-8859-2.`);
  }
}

function strictly(bytes: Uint8Array, encoding: string): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? withSigns(text) : text;
  } catch {
    throw new UsageError(`The file is not in ${encoding}. Say with --encoding how it was written.`);
  }
}

/** What windows-1252 has in the places from 0x80 on; the five that it leaves open stay as they are. */
const SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20 and 22 decode windows-1252 as if it were latin1, which has control characters in these places. */
function withSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

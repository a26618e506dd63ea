import { request, type IncomingMessage } from 'node:http';
import { until } from './house.js';

/** One block of an event stream: its fields, and `comment` for a comment. */
export type Block = Record<string, string>;

/** A client of an event stream that keeps all it reads. */
export interface StreamClient {
  status: number;
  headers: IncomingMessage['headers'];
  blocks: Block[];
  /** Resolves with the first block that fits and was not taken before. */
  take(fits: (block: Block) => boolean, what: string): Promise<Block>;
  /** True when the server has ended the stream. */
  ended(): boolean;
  /** The connection, to pause or resume. */
  incoming: IncomingMessage;
  /** Goes away. */
  leave(): void;
}

/** Opens `/guild/events` with this query as this person. */
export function openStream(
  port: number,
  person: string,
  query = '',
  headers: Record<string, string> = {},
): Promise<StreamClient> {
  return new Promise((resolve, reject) => {
    const path = `/guild/events${query}`;
    const all = { authorization: `Bearer ${person}`, ...headers };
    const outgoing = request({ host: '127.0.0.1', port, path, headers: all, agent: false }, (incoming) =>
      resolve(clientOf(incoming, () => outgoing.destroy())),
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function clientOf(incoming: IncomingMessage, leave: () => void): StreamClient {
  const blocks: Block[] = [];
  let taken = 0;
  let ended = false;
  let rest = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (text: string) => {
    const parts = (rest + text).split('\n\n');
    rest = parts.pop() ?? '';
    blocks.push(...parts.map(blockOf));
  });
  incoming.on('close', () => (ended = true));
  incoming.on('error', () => (ended = true));
  const find = (fits: (block: Block) => boolean) =>
    blocks.findIndex((block, at) => at >= taken && fits(block));
  const take = async (fits: (block: Block) => boolean, what: string): Promise<Block> => {
    await until(() => find(fits) >= 0, what);
    const at = find(fits);
    taken = at + 1;
    return blocks[at] ?? {};
  };
  const { statusCode: status = 0, headers } = incoming;
  return { status, headers, blocks, take, ended: () => ended, incoming, leave };
}

function blockOf(text: string): Block {
  return Object.fromEntries(
    text.split('\n').map((line) => {
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).replace(/^ /, '');
      return [colon === 0 ? 'comment' : line.slice(0, colon), value];
    }),
  );
}

/** Fits a change of this type. */
export function changed(type: string): (block: Block) => boolean {
  return (block) => block['event'] === 'change' && (block['data'] ?? '').includes(`"type":"${type}"`);
}

/** Fits the invitation to read again. */
export function resync(block: Block): boolean {
  return block['event'] === 'resync';
}

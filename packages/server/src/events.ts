import { isGuildhallError, type Actor, type Guildhall, type Heard, type WatchOptions } from '@guildhall/core';
import type { PlainHeaders } from './http/answers.js';
import { logEntry, type Log } from './http/log.js';

/** Proxies and phones drop connections that are silent for longer. */
const BEAT_MS = 15_000;
/** After 30 minutes a client comes again, and with it its proof of who it is. */
const BEATS_OF_A_LIFE = 120;
/** A client that is this many bytes behind reads again instead. */
const BUFFER_BYTES = 64 * 1024;
/** Browsers open six connections to an origin; more streams than that are forgotten tabs. */
const STREAMS_PER_PERSON = 6;
/** When a stream was replaced by a newer one, coming back soon would replace that in turn. */
const REPLACED_RETRY_MS = 30_000;

const encoder = new TextEncoder();

/** Serves the feed as server-sent events, with one heartbeat for all streams. */
export class EventStreams {
  readonly #guildhall: Guildhall;
  readonly #log: Log;
  readonly #open = new Map<string, EventStream[]>();
  #size = 0;
  #beat: NodeJS.Timeout | undefined;
  #closed = false;
  #last: { cursor: string; bytes: Uint8Array } | undefined;

  constructor(guildhall: Guildhall, { log }: { log: Log }) {
    this.#guildhall = guildhall;
    this.#log = log;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#size;
  }

  /** Answers with what the actor may hear of, until the client goes, is too slow, or its time is over. */
  open(actor: Actor, watching: WatchOptions, base: PlainHeaders): Response {
    const stream: EventStream = new EventStream(() => this.#remove(actor.id, stream));
    this.#add(actor.id, stream);
    stream.send(encoder.encode(`retry: ${retryAfter(this.#size)}\n\n`));
    void this.#pump(stream, this.#guildhall.watch(actor, { ...watching, signal: stream.signal }));
    const headers = {
      ...base,
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    };
    return new Response(stream.body, { status: 200, headers });
  }

  /** Ends all streams and those that still come, and spreads over time when their clients return. */
  drain(): void {
    this.#closed = true;
    const crowd = this.#size;
    for (const stream of [...this.#open.values()].flat())
      stream.end(`retry: ${retryAfter(crowd)}\n: the server is closing\n\n`);
  }

  async #pump(stream: EventStream, heard: AsyncIterableIterator<Heard>): Promise<void> {
    try {
      if (this.#closed) stream.end(': the server is closing\n\n');
      for await (const item of heard) if (!stream.send(this.#encoded(item))) break;
      stream.end(': the end\n\n');
    } catch (error) {
      // A person who has left meanwhile is told by the next request, like anybody who is not known.
      if (!isGuildhallError(error) || error.code === 'internal')
        this.#log(logEntry('error', 'events.failed', { error }));
      stream.end(': the end\n\n');
    }
  }

  /** A change is the same for all who hear of it, and they hear of it together: its bytes are made once. */
  #encoded(heard: Heard): Uint8Array {
    if ('resync' in heard) return encode(heard);
    if (this.#last?.cursor !== heard.cursor) this.#last = { cursor: heard.cursor, bytes: encode(heard) };
    return this.#last.bytes;
  }

  #add(person: string, stream: EventStream): void {
    const streams = this.#open.get(person) ?? [];
    this.#open.set(person, [...streams, stream]);
    this.#size += 1;
    this.#beat ??= setInterval(() => this.#beatAll(), BEAT_MS).unref();
    if (streams.length >= STREAMS_PER_PERSON)
      streams[0]?.end(`retry: ${REPLACED_RETRY_MS}\n: replaced by a newer stream\n\n`);
  }

  #remove(person: string, stream: EventStream): void {
    const left = (this.#open.get(person) ?? []).filter((other) => other !== stream);
    if (left.length > 0) this.#open.set(person, left);
    else this.#open.delete(person);
    this.#size -= 1;
    if (this.#size > 0) return;
    clearInterval(this.#beat);
    this.#beat = undefined;
  }

  #beatAll(): void {
    for (const streams of [...this.#open.values()]) for (const stream of streams) stream.beat();
  }
}

/** One client's stream: bounded, and ended once. */
class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly #abort = new AbortController();
  readonly #onEnd: () => void;
  #beats = 0;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        cancel: () => this.#release(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: BUFFER_BYTES }),
    );
  }

  /** Aborted when the stream has ended. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Hands bytes to the client; false when the stream has ended, as it does when too much waits already. */
  send(bytes: Uint8Array): boolean {
    if (this.signal.aborted) return false;
    if ((this.#controller?.desiredSize ?? 0) < bytes.byteLength) {
      this.end('');
      return false;
    }
    this.#controller?.enqueue(bytes);
    return true;
  }

  /** Shows the client, and the proxies between, that the stream lives; ends it when its time is over. */
  beat(): void {
    this.#beats += 1;
    if (this.#beats >= BEATS_OF_A_LIFE) this.end(': come again\n\n');
    else this.send(BEAT);
  }

  /** Ends the stream with a last comment, as far as there is room for it. */
  end(comment: string): void {
    if (this.signal.aborted) return;
    const last = encoder.encode(comment);
    if (last.byteLength > 0 && (this.#controller?.desiredSize ?? 0) >= last.byteLength)
      this.#controller?.enqueue(last);
    this.#controller?.close();
    this.#release();
  }

  #release(): void {
    if (this.signal.aborted) return;
    this.#abort.abort();
    this.#onEnd();
  }
}

const BEAT = encoder.encode(': beat\n\n');

/** The lines of one event, all on one line of JSON. */
function encode(heard: Heard): Uint8Array {
  const { cursor } = heard;
  if ('resync' in heard) return encoder.encode(`id: ${cursor}\nevent: resync\ndata: {}\n\n`);
  const data = JSON.stringify({ area: heard.area, type: heard.type, ids: heard.ids });
  return encoder.encode(`id: ${cursor}\nevent: change\ndata: ${data}\n\n`);
}

/** When to come back, in milliseconds: the more streams there are, the wider they are spread, up to 30 s. */
function retryAfter(streams: number): number {
  return Math.round(1_000 + Math.random() * Math.min(29_000, 1_000 + streams * 10));
}

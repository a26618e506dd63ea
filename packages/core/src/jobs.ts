import type { Client } from './client.js';
import { Stop, type Ask, type Compute, type ComputeProgress } from './compute.js';
import { isGuildhallError } from './errors.js';
import { jobs } from './kernel-model.js';
import type { Kernel } from './kernel.js';
import type { Settings } from './settings/model.js';
import type { Audience, Reader, StoreEvent } from './store/store.js';

/** Something that waits to be computed, and who hears how far it is. */
export interface Waiting {
  id: string;
  audience: Audience;
}

/** What was computed. */
export interface Done<In> {
  id: string;
  input: In;
  output: unknown;
  /** Milliseconds of computing. */
  took: number;
}

/** A kind of long computation. It is asked for by a command and stored by another; neither waits for it. */
export interface Job<In = unknown> {
  /** The area in whose name progress is told. */
  area: string;
  /** The event after which something may wait, or be no longer wanted. */
  wakes: string;
  /** What is told while it goes on, so that whoever looks at it reads again. */
  progressed: string;
  /** The name of the pure function. */
  compute: string;
  /** What waits, the oldest first. */
  waiting(tx: Reader): Promise<Waiting[]>;
  /** Does what must be done before it can be read, in small steps by commands of the system. */
  prepare?(system: Client): Promise<void>;
  /** Reads in one moment what is computed with; undefined when it is not wanted any more. */
  read(tx: Reader, id: string, settings: Settings): Promise<In | undefined>;
  /** The part of it that the function takes: plain JSON. */
  asks(input: In): unknown;
  /** Checks the result and has it stored by commands of the system. */
  finish(system: Client, done: Done<In>, ask: Ask): Promise<void>;
  /** Has it stored that there will be no result, and why: a stable reason. */
  fail(system: Client, id: string, reason: string): Promise<void>;
}

/** A server that dies while it computes is replaced after this time. */
const LEASE_MS = 60_000;
/** How far a computation is, is written down at most so often. */
const PROGRESS_MS = 500;

/** What is being computed here now. */
interface Current {
  kind: Job;
  waiting: Waiting;
  stop: Stop;
  /** When progress was last written, in milliseconds; `writing` while that goes on. */
  written: number;
  writing: boolean;
}

/**
 * Takes on what waits, one computation at a time in this process, and each under a lease, so that of many servers
 * one does it. It is woken by the commits of this process, and by `tick` for what another server left behind.
 */
export class Jobs {
  readonly #kernel: Kernel;
  readonly #kinds: readonly Job[];
  readonly #compute: Compute;
  readonly #system: () => Client;
  readonly #tell: (events: readonly StoreEvent[]) => void;
  readonly #failed: (error: unknown) => void;
  readonly #holder: string;
  #working: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #current: Current | undefined;

  constructor(
    kernel: Kernel,
    kinds: readonly Job[],
    options: {
      compute: Compute;
      system: () => Client;
      tell: (events: readonly StoreEvent[]) => void;
      failed: (error: unknown) => void;
    },
  ) {
    this.#kernel = kernel;
    this.#kinds = kinds;
    this.#compute = options.compute;
    this.#system = options.system;
    this.#tell = options.tell;
    this.#failed = options.failed;
    this.#holder = kernel.newId();
  }

  /** Hears what this process has committed. */
  committed(events: readonly StoreEvent[]): void {
    if (!events.some((event) => this.#kinds.some((kind) => kind.wakes === event.type))) return;
    const current = this.#current;
    if (current) void this.#stopUnwanted(current).catch(this.#failed);
    this.wake();
  }

  /** Looks for what waits; what it finds is done by and by. */
  wake(): void {
    this.#again = true;
    if (!this.#closed)
      this.#working ??= this.#work().finally(() => {
        this.#working = undefined;
        if (this.#again) this.wake();
      });
  }

  /** Ends what is being computed here; another server, or the next start, does it anew. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#current?.stop.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      for (const kind of this.#kinds) {
        const all = await this.#kernel.store.read((tx) => kind.waiting(tx)).catch(() => []);
        for (const waiting of all)
          // What goes wrong here is the store's trouble: the lease runs out and the next tick tries again.
          if (!this.#closed) await this.#run(kind, waiting).catch(this.#failed);
      }
    }
  }

  async #run(kind: Job, waiting: Waiting): Promise<void> {
    if (!(await this.#takeLease(waiting.id))) return;
    const current = { kind, waiting, stop: new Stop(), written: 0, writing: false };
    this.#current = current;
    try {
      await this.#do(current);
    } finally {
      this.#current = undefined;
      await this.#returnLease(waiting.id);
    }
  }

  async #do(current: Current): Promise<void> {
    const { kind, waiting, stop } = current;
    const { store, settings, now } = this.#kernel;
    const { id } = waiting;
    const began = now().getTime();
    try {
      await kind.prepare?.(this.#system());
      const input = await store.read((tx) => kind.read(tx, id, settings));
      if (input === undefined || stop.aborted) return;
      const ask = (name: string, asked: unknown) =>
        this.#compute(name, asked, {
          signal: stop,
          onProgress: (progress) => this.#progressed(current, progress),
        });
      const output = await ask(kind.compute, kind.asks(input));
      const done = { id, input, output, took: now().getTime() - began };
      if (!stop.aborted) await kind.finish(this.#system(), done, ask);
    } catch (error) {
      if (stop.aborted) return;
      if (!isGuildhallError(error) || error.code === 'internal') this.#failed(error);
      await kind.fail(this.#system(), id, isGuildhallError(error) ? error.reason : 'internal');
    }
  }

  async #takeLease(id: string): Promise<boolean> {
    const now = this.#kernel.now();
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    return this.#kernel.store.write(async (tx) => {
      const lease = await tx.get(jobs, id);
      // One that ends later than any begun now was taken by a clock that was wrong, and would last as long.
      const held = lease && lease.until > now.toISOString() && lease.until <= until;
      if (held && lease.holder !== this.#holder) return false;
      const taken = { id, holder: this.#holder, until, phase: '', part: 0 };
      await (lease ? tx.replace(jobs, taken) : tx.insert(jobs, taken));
      return true;
    });
  }

  async #returnLease(id: string): Promise<void> {
    await this.#kernel.store.write(async (tx) => {
      const lease = await tx.get(jobs, id);
      if (lease?.holder === this.#holder) await tx.remove(jobs, id);
    });
  }

  #progressed(current: Current, { phase, done, of }: ComputeProgress): void {
    const time = this.#kernel.now().getTime();
    if (current.writing || current.stop.aborted || time - current.written < PROGRESS_MS) return;
    current.writing = true;
    current.written = time;
    const part = of > 0 ? Math.min(Math.max(done / of, 0), 1) : 0;
    void this.#writeProgress(current, phase, part)
      .catch(this.#failed)
      .finally(() => (current.writing = false));
  }

  /** Writes how far it is and holds the lease longer; ends the work where another has it, or nobody wants it. */
  async #writeProgress(current: Current, phase: string, part: number): Promise<void> {
    const { id, audience } = current.waiting;
    const now = this.#kernel.now();
    const event = { type: current.kind.progressed, area: current.kind.area, ids: [id], audience };
    const told = [{ ...event, at: now.toISOString() }];
    const mine = await this.#kernel.store.write(async (tx) => {
      const lease = await tx.get(jobs, id);
      if (lease?.holder !== this.#holder) return false;
      await tx.replace(jobs, {
        ...lease,
        until: new Date(now.getTime() + LEASE_MS).toISOString(),
        phase,
        part,
      });
      for (const one of told) await tx.tell(one);
      return true;
    });
    if (!mine && this.#current === current) current.stop.abort();
    if (mine) this.#tell(told);
    await this.#stopUnwanted(current);
  }

  async #stopUnwanted(current: Current): Promise<void> {
    const all = await this.#kernel.store.read((tx) => current.kind.waiting(tx));
    if (all.some((waiting) => waiting.id === current.waiting.id)) return;
    current.stop.abort();
  }
}

import type { Client, Heard, WatchOptions } from './client.js';
import { Stop, type Compute } from './compute.js';
import { computeHere } from './compute-here.js';
import { GuildhallError } from './errors.js';
import { Feed } from './feed.js';
import { randomId } from './ids.js';
import { jobKinds } from './job-kinds.js';
import { Jobs } from './jobs.js';
import { checkLedgers } from './ledger-check.js';
import { listeners } from './listen.js';
import { Memory } from './memory.js';
import type { CallOptions, Operation } from './operation.js';
import { operations } from './operations.js';
import type { Kernel, Performed, PerformOptions } from './kernel.js';
import { perform } from './perform.js';
import { systemActor, type Actor } from './policy.js';
import { Settings, type SettingsInput } from './settings/model.js';
import { sha256 } from './sha256.js';
import type { Signal } from './signal.js';
import type { Store } from './store/store.js';
import { tick } from './tick.js';
import { canonicalJson } from './wire.js';

/** What a Guildhall is made of. */
export interface GuildhallOptions {
  store: Store;
  /** The clock. Default: the machine's. */
  now?: () => Date;
  /** Makes ids. Default: 128 random bits in hex. */
  newId?: () => string;
  /** What the organization decides; unknown keys are refused. Default: see `Settings`. */
  settings?: SettingsInput;
  /** Where long computations run. Default: in this thread, in slices. */
  compute?: Compute;
  /**
   * Hears what nobody waits for: what went wrong in a long computation, and that an allowance differs from its
   * ledger (`ledger.differs`, looked for by `tick` once a day). Default: nobody hears.
   */
  onFailure?: (error: unknown) => void;
}

/** One organization's Guildhall over one store. */
export interface Guildhall {
  /** The client of one actor. The host answers for who that is. */
  as(actor: Actor): Client;
  /** Performs an operation by its name, as a server does. */
  perform(name: string, input: unknown, options: PerformOptions): Promise<Performed>;
  /** The operation of this name, if there is one. */
  operation(name: string): Operation | undefined;
  /** Fails unless the actor is active and the operation's policy admits them. Answers from memory. */
  admits(actor: Actor, name: string): Promise<void>;
  /** The changes that the actor may hear of. */
  watch(actor: Actor, options?: WatchOptions): AsyncIterableIterator<Heard>;
  /**
   * Where the feed stood before a read that follows: `cursor` for a stream without a gap, `tag` for the
   * shared queries, which changes with whatever everyone may see and with nothing else.
   */
  position(): Promise<{ cursor: string; tag: string }>;
  /** Does all that is due: period ends, forgetting old keys. Of many servers one does it. */
  tick(): Promise<void>;
  /** Creates and migrates what the store needs. */
  prepare(): Promise<void>;
  /** Ends all watching and closes the store. */
  close(): Promise<void>;
}

/** Makes a Guildhall over a store. Throws `invalid` when a setting is wrong. */
export function createGuildhall(options: GuildhallOptions): Guildhall {
  const settings = readSettings(options.settings);
  const { store, now = () => new Date(), newId = randomId, compute = computeHere } = options;
  const memory = new Memory(settings, now);
  const feed = new Feed(store, sha256(canonicalJson(settings)).slice(0, 8), memory);
  const kernel: Kernel = {
    store,
    settings,
    now,
    newId,
    listeners,
    memory,
    listening: () => feed.position(),
    // Whoever asks waits for the answer; nobody follows how far it is.
    ask: (name, input) => compute(name, input, { signal: new Stop(), onProgress: () => undefined }),
    committed: (events) => {
      feed.committed(events);
      jobs.committed(events);
    },
  };
  const failed = (error: unknown) => options.onFailure?.(error);
  const guildhall: Guildhall = {
    as: (actor) => clientOf(guildhall, actor),
    perform: async (name, input, { actor, key = newId() }) =>
      perform(kernel, { name, operation: known(name), input, actor, key: checkedKey(key) }),
    operation: (name) => byName.get(name),
    admits: async (actor, name) => {
      const person = await feed.actor(actor);
      if (!known(name).who.allows(person))
        throw new GuildhallError('forbidden', 'policy.refused', `${name} is for: ${known(name).who.name}.`);
    },
    watch: (actor, watching) => feed.watch(actor, watching),
    position: () => feed.position(),
    tick: async () => {
      await tick(kernel, guildhall.perform, () => checkLedgers(guildhall.as(systemActor), failed));
      jobs.wake();
    },
    prepare: () => store.prepare(),
    close: async () => {
      await jobs.close();
      await feed.close();
      await store.close();
    },
  };
  const jobs = new Jobs(kernel, jobKinds, {
    compute,
    system: () => guildhall.as(systemActor),
    tell: (events) => feed.committed(events),
    failed,
  });
  return guildhall;
}

/** Every operation by its full name. */
const byName = new Map<string, Operation>(
  Object.entries<Record<string, Operation>>(operations).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${area}.${verb}`, operation]),
  ),
);

function known(name: string): Operation {
  const operation = byName.get(name);
  if (operation) return operation;
  throw new GuildhallError('not_found', 'operation.unknown', `There is no operation ${name}.`);
}

function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new GuildhallError('invalid', 'key.invalid', 'A key has 1 to 255 visible ASCII characters.');
}

function readSettings(input: SettingsInput | undefined): Settings {
  const parsed = Settings.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: ['settings', ...issue.path].join('.'),
    message: issue.message,
  }));
  const text = fields.map(({ path, message }) => `${path}: ${message}`).join(' ');
  throw new GuildhallError('invalid', 'settings.invalid', text, { fields });
}

function clientOf(guildhall: Guildhall, actor: Actor): Client {
  const call =
    (name: string) =>
    async (input: unknown, options: CallOptions = {}) => {
      throwIfAborted(options.signal);
      const { output } = await guildhall.perform(name, input, { actor, key: options.key });
      throwIfAborted(options.signal);
      return output;
    };
  const areas = Object.entries(operations).map(([area, verbs]) => [
    area,
    Object.fromEntries(Object.keys(verbs).map((verb) => [verb, call(`${area}.${verb}`)])),
  ]);
  const client = { ...Object.fromEntries(areas), watch: (o?: WatchOptions) => guildhall.watch(actor, o) };
  // Built from the table's own keys, each a function from that operation's input to its parsed output.
  return client as Client;
}

function throwIfAborted(signal: Signal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error('The call was aborted.');
}

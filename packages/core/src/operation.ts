import type { Ask } from './compute.js';
import type { Kept, KindOfMemory } from './memory.js';
import type { KnownActor, Policy } from './policy.js';
import type { z } from './schema.js';
import type { Signal } from './signal.js';
import type { Settings } from './settings/model.js';
import type { Audience, Reader, Writer } from './store/store.js';

/** An event as an operation tells it; `perform` adds area and time. */
export interface Told {
  /** What happened, such as `kudos.given`. */
  type: string;
  /** The records it is about: ids only, never content. */
  ids: readonly string[];
  /** Who may hear of it. */
  audience: Audience;
}

/** What every `run` gets. Anything else that varies would break running it again. */
interface Moment {
  actor: KnownActor;
  /** The time of this call; the same however often `run` is executed. */
  now: Date;
  /** A new random id. */
  newId(): string;
  settings: Settings;
  /** What this process keeps in memory, up to date for what the operation `recalls`; to be checked against `tx`. */
  recall<T extends Kept>(kind: KindOfMemory<T>): T;
}

/** What a query runs with: it can read and nothing else. */
export interface QueryContext extends Moment {
  tx: Reader;
}

/** What a command runs with. */
export interface CommandContext extends Moment {
  tx: Omit<Writer, 'tell'> & {
    /** Tells others, in this transaction, what happened. */
    tell(event: Told): Promise<void>;
  };
}

/** The transactions of a command that is too long for one; each admits the actor anew. */
export interface Steps {
  /** Lets others have their turn, between transactions. */
  pause(): Promise<void>;
  /** Reads one moment. */
  read<R>(work: (context: QueryContext) => Promise<R>): Promise<R>;
  /** Writes a part, for good: with what it tells, what others do when they hear of that, and an audit row. */
  write<R>(work: (context: CommandContext) => Promise<R>): Promise<R>;
}

/** An answer that takes long to work out: computed from what was read, once the transaction has ended. */
export class Afterwards<T> {
  /** Works it out; `ask` has long computations done elsewhere. */
  readonly answer: (ask: Ask) => Promise<T>;

  constructor(answer: (ask: Ask) => Promise<T>) {
    this.answer = answer;
  }
}

interface Declaration<In extends z.ZodType, Out extends z.ZodType> {
  /** One sentence for the docs: what the call does for the caller. */
  summary: string;
  /** Who may call it at all; whatever must look at a record is refused in `run`. */
  who: Policy;
  input: In;
  output: Out;
  /** The reasons with which `run` may refuse, for the docs and for translators. */
  refuses?: readonly string[];
  /**
   * What of it is written into the audit trail that would leave no trace otherwise: refusals with these reasons
   * (whoever asked for an author), and for a query `true`: each time it was answered (whoever read a report).
   */
  audited?: true | readonly string[];
  /** What `run` asks of what the process keeps in memory. */
  recalls?: KindOfMemory;
}

/** A read: it cannot write. */
export interface Query<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Shared extends boolean = boolean,
> extends Declaration<In, Out> {
  kind: 'query';
  /** The output depends on input and data alone, never on the actor: served by GET with an ETag. */
  shared: Shared;
  run(context: QueryContext, input: z.output<In>): Promise<z.input<Out> | Afterwards<z.input<Out>>>;
}

/** A change: it has one effect however often it is sent with the same key. */
export interface Command<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> extends Declaration<In, Out> {
  kind: 'command';
  /** A command that succeeds is in the audit trail anyway. */
  audited?: readonly string[];
  /** Leaves no audit row, no event and no idempotency row: for sealed answers. */
  unlinked: boolean;
  /** Names what only one write at a time may touch, computed before the transaction. */
  alone?(input: z.output<In>, actor: { id: string }, now: Date): string | undefined;
  run(context: CommandContext, input: z.output<In>): Promise<z.input<Out>>;
  /**
   * For an input that is too large for one transaction: does it in steps, between which others get their turn, and
   * gives what the last transaction, that of the key and the answer, does in the place of `run`. Nothing is written
   * before the whole input has been checked; after each step what is stored is right in itself; the same call again
   * goes on where one that died has ended. Undefined: `run` does it all in one transaction.
   */
  ahead?(
    steps: Steps,
    input: z.output<In>,
  ): Promise<((context: CommandContext) => Promise<z.input<Out>>) | undefined>;
}

/** An operation of the table, of whichever kind. */
export type Operation = Query | Command;

/** Declares a query. */
export function query<In extends z.ZodType, Out extends z.ZodType, const Shared extends boolean = false>(
  declaration: Omit<Query<In, Out>, 'kind' | 'shared'> & { shared?: Shared },
): Query<In, Out, Shared> {
  // `shared` is `Shared` when given and `false`, the default of the parameter, when not.
  return { ...declaration, kind: 'query', shared: (declaration.shared ?? false) as Shared };
}

/** Declares a command. */
export function command<In extends z.ZodType, Out extends z.ZodType>(
  declaration: Omit<Command<In, Out>, 'kind' | 'unlinked'> & { unlinked?: boolean },
): Command<In, Out> {
  return { ...declaration, kind: 'command', unlinked: declaration.unlinked ?? false };
}

/** What a caller may add to a call. */
export interface CallOptions {
  /** The idempotency key of a command: 1 to 255 visible characters. One is made when it is absent. */
  key?: string | undefined;
  /** Stops waiting for the answer. A command that was sent may still have its effect. */
  signal?: Signal | undefined;
}

/** What an operation takes, as the caller writes it: defaults may be left out. */
export type InputOf<O> = O extends { input: infer In extends z.ZodType } ? z.input<In> : never;

/** What an operation answers. */
export type OutputOf<O> = O extends { output: infer Out extends z.ZodType } ? z.output<Out> : never;

type Call<O> =
  Record<never, never> extends InputOf<O>
    ? (input?: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>
    : (input: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>;

/** The client of a table: the same names, each a function from input to a promise of the output. */
export type ClientOf<Table> = {
  readonly [Area in keyof Table]: { readonly [Verb in keyof Table[Area]]: Call<Table[Area][Verb]> };
};

/** The names (`area.verb`) of a table's operations. */
export type NamesOf<Table> = {
  [Area in keyof Table & string]: `${Area}.${keyof Table[Area] & string}`;
}[keyof Table & string];

/** The names of those queries that are shared. */
export type SharedNamesOf<Table> = {
  [Area in keyof Table & string]: {
    [Verb in keyof Table[Area] & string]: Table[Area][Verb] extends { kind: 'query'; shared: true }
      ? `${Area}.${Verb}`
      : never;
  }[keyof Table[Area] & string];
}[keyof Table & string];

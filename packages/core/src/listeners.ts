import type { CommandContext, Told } from './operation.js';

/** What an area does, in the same transaction, when another area, or a listener, tells an event. */
export type Listener = (context: CommandContext, event: Told) => Promise<void>;

/** All listeners by event type, each with the area in whose name it tells events of its own. */
export type Listeners = Readonly<Record<string, readonly { area: string; rule: Listener }[] | undefined>>;

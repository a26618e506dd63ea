/** The parts of the platform that let others work; core has no types of browsers and of Node. */
interface Platform {
  setImmediate?: (work: () => void) => unknown;
  MessageChannel?: new () => { port1: Port; port2: Port };
  setTimeout(work: () => void, milliseconds: number): unknown;
}
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** The shape of an `AbortSignal` that is looked at. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** Steps between two pauses: some milliseconds of work. */
const STEPS = 32;

/** Lets events, messages and rendering have their turn. */
export function pause(): Promise<void> {
  const platform = globalThis as unknown as Platform; // Every platform that runs core has setTimeout.
  const { setImmediate, MessageChannel } = platform;
  return new Promise((resolve) => {
    if (setImmediate) setImmediate(resolve);
    else if (MessageChannel) {
      // Timers of browsers wait four milliseconds each; messages do not.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    } else platform.setTimeout(resolve, 0);
  });
}

/** Runs steps to their end, with a pause now and then; an aborted signal ends them with its reason. */
export async function run<Step, Result>(
  steps: Generator<Step, Result>,
  signal?: Signal,
  onStep?: (step: Step) => void,
): Promise<Result> {
  stopIfAborted(signal);
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % STEPS !== 0) continue;
    onStep?.(step.value);
    await pause();
    stopIfAborted(signal);
  }
}

function stopIfAborted(signal: Signal | undefined): void {
  if (!signal?.aborted) return;
  throw signal.reason ?? new Error('The match was aborted.');
}

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

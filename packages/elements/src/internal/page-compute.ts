import type { Compute, ComputeProgress } from '@guildhall/core';

/** What the worker is asked to do. */
export interface WorkerTask {
  name: string;
  input: unknown;
}

/** What the worker says: how far it is, any number of times, then what came out or what went wrong. */
export type WorkerAnswer = { progress: ComputeProgress } | { output: unknown } | { error: string };

/** Where the worker of the page is. */
export interface PageComputeOptions {
  /**
   * The address of `match-worker.js`, of the page's own origin. Default: the file in this package's `cdn` folder, where
   * the package is served as it is; who bundles copies the file and gives its address.
   */
  src?: string | URL;
}

/** How much of a task's time passes between two words about progress, in milliseconds. */
const TELL_MS = 50;

/**
 * Computes in a worker of the page, for a Guildhall that lives there: `createGuildhall({ store, compute: pageCompute() })`.
 * The page stays free, hears how far it is, and may cancel: that ends the worker. Works under a strict policy with
 * Trusted Types: the worker's address passes the policy `guildhall`.
 */
export function pageCompute({ src = defaultSource() }: PageComputeOptions = {}): Compute {
  return (name, input, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(asError(signal.reason));
      const worker = new Worker(trusted(src), { type: 'module', name: 'guildhall' });
      let told = 0;
      const end = () => {
        worker.terminate();
        signal.removeEventListener('abort', cancel);
      };
      const cancel = () => {
        end();
        reject(asError(signal.reason));
      };
      signal.addEventListener('abort', cancel);
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        if ('progress' in data) {
          // What comes more often than anybody can see would only keep the page busy.
          if (performance.now() - told < TELL_MS) return;
          told = performance.now();
          return onProgress(data.progress);
        }
        end();
        if ('output' in data) resolve(data.output);
        else reject(new Error(data.error));
      };
      worker.onerror = (event) => {
        end();
        reject(new Error(event.message || `The worker at ${String(src)} could not be started.`));
      };
      const task: WorkerTask = { name, input };
      worker.postMessage(task);
    });
}

function defaultSource(): URL {
  return new URL('../../cdn/match-worker.js', import.meta.url);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The computation was canceled.');
}

/** The part of Trusted Types that is needed here; TypeScript's DOM does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

const allowed = new Set<string>();
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The address as a page under Trusted Types takes it: by a policy that lets nothing else through. */
function trusted(src: string | URL): string | URL {
  const address = new URL(src, document.baseURI).href;
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return address;
  allowed.add(address);
  policy ??= types.createPolicy('guildhall', {
    createScriptURL(url) {
      if (allowed.has(url)) return url;
      throw new TypeError(`${url} is not the address of Guildhall's worker.`);
    },
  });
  // In browsers with Trusted Types this is a TrustedScriptURL, which a Worker takes as it takes a text.
  return policy.createScriptURL(address);
}

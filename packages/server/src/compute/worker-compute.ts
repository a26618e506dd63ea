import { Worker } from 'node:worker_threads';
import type { Compute } from '@guildhall/core';
import type { WorkerAnswer, WorkerTask } from './compute-worker.js';

/** Where the worker is. */
export interface WorkerComputeOptions {
  /** The file of the worker. Default: the one of this package; a bundled server gives where it put that. */
  src?: URL;
}

/**
 * Computes in a worker thread, one for each computation, so that requests are answered meanwhile:
 * `createGuildhall({ store, compute: workerCompute() })`. To abort a computation ends its thread.
 */
export function workerCompute({ src = ownWorker() }: WorkerComputeOptions = {}): Compute {
  return (name, input, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(asError(signal.reason));
      const task: WorkerTask = { name, input };
      const worker = new Worker(src, { workerData: task });
      let ended = false;
      const end = (settle: () => void) => {
        if (ended) return;
        ended = true;
        signal.removeEventListener('abort', cancel);
        // Nothing is left running, and so nothing can be said any more, when the caller hears of the end.
        void worker.terminate().then(settle, settle);
      };
      const cancel = () => end(() => reject(asError(signal.reason)));
      signal.addEventListener('abort', cancel);
      worker.on('message', (answer: WorkerAnswer) => {
        if (ended) return;
        if ('progress' in answer) onProgress(answer.progress);
        else if ('output' in answer) end(() => resolve(answer.output));
        else end(() => reject(new Error(answer.error)));
      });
      worker.on('error', (error) => end(() => reject(asError(error))));
      worker.on('exit', () => end(() => reject(new Error('The worker ended without an answer.'))));
    });
}

/** The worker beside this file, as it is once built. */
function ownWorker(): URL {
  return new URL('./compute-worker.js', import.meta.url);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The computation was aborted.');
}

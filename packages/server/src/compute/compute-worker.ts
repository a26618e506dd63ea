/**
 * A worker thread: runs one pure function of `@guildhall/core/compute`, tells how far it is, and answers with an output
 * or an error; see `workerCompute`. To cancel it, end it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { ComputeProgress } from '@guildhall/core';
import { compute } from '@guildhall/core/compute';

/** What the worker is asked to do. */
export interface WorkerTask {
  name: string;
  input: unknown;
}

/** What the worker says: how far it is, any number of times, then what came out or what went wrong. */
export type WorkerAnswer = { progress: ComputeProgress } | { output: unknown } | { error: string };

/** How much time passes between two words about progress, in milliseconds. */
const TELL_MS = 100;

let told = 0;

function tell(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer);
}

function tellProgress(progress: ComputeProgress): void {
  const now = performance.now();
  if (now - told < TELL_MS) return;
  told = now;
  tell({ progress });
}

try {
  // `workerCompute` starts this file, and with nothing else.
  const { name, input } = workerData as WorkerTask;
  tell({ output: await compute(name, input, { onProgress: tellProgress }) });
} catch (error) {
  tell({ error: error instanceof Error ? error.message : String(error) });
}

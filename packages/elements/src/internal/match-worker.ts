/**
 * A worker of the page: runs pure functions of `@guildhall/core/compute` beside it. Takes `{ name, input }` once, tells
 * progress, and answers with an output or an error; see `pageCompute`. To cancel it, end it.
 */
import { compute } from '@guildhall/core/compute';
import type { WorkerAnswer, WorkerTask } from './page-compute.js';

self.onmessage = async ({ data }: MessageEvent<WorkerTask>) => {
  const tell = (answer: WorkerAnswer) => self.postMessage(answer);
  try {
    tell({
      output: await compute(data.name, data.input, { onProgress: (progress) => tell({ progress }) }),
    });
  } catch (error) {
    tell({ error: error instanceof Error ? error.message : String(error) });
  }
};

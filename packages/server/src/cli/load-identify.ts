import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Identify } from '../handler.js';
import { UsageError } from './flags.js';

/** Loads a host's `identify` from a module. Throws `UsageError` when it is not there. */
export async function loadIdentify(path: string): Promise<Identify> {
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((error: unknown) => {
    throw new UsageError(
      `${path} could not be loaded: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  });
  const found =
    typeof module === 'object' && module !== null && 'identify' in module ? module.identify : null;
  if (typeof found !== 'function')
    throw new UsageError(`${path} does not export identify(request) → { id } | null.`);
  // What a host's function answers is checked at each request.
  return found as Identify;
}

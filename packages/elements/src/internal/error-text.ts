import { errors } from '../strings/en/errors.js';
import { words } from '../strings/index.js';
import type { Failure } from './failure.js';

/**
 * The sentences for a failure in the given language: what happened, what stays safe, what to do.
 * Chosen by reason, else by code.
 */
export function errorText(failure: Failure, locale: string): string {
  const texts = words(errors, locale);
  // A reason of a newer server may be missing here, whatever the type of the texts says.
  const known: Partial<Record<string, string | ((failure: Failure) => string)>> = texts;
  const text = known[failure.reason] ?? known[failure.code] ?? texts.internal;
  return typeof text === 'function' ? text(failure) : text;
}

import { failures } from '../strings/en/failures.js';
import { stringsChanged, stringsSettled, words, type AreaStrings } from '../strings/index.js';
import { asFailure, type Failure } from './failure.js';

type Text = string | ((failure: Failure) => string);

/** The sentences that are here, from the few that every page has to those for all reasons. */
let sentences: AreaStrings = failures;
let fetching: Promise<void> | undefined;
let lost = false;

/**
 * The sentences for a failure in the given language: what happened, what stays safe, what to do.
 * Chosen by reason, else by code. Empty while the words for the reason are on their way: see `sayable`.
 */
export function errorText(failure: Failure, locale: string): string {
  const text = textFor(failure.reason, locale);
  if (text === undefined && sentences === failures && !lost) {
    void fetchSentences();
    return '';
  }
  const said = text ?? textFor(failure.code, locale) ?? words(failures, locale).internal;
  return typeof said === 'function' ? said(failure) : said;
}

/** Takes an error as `asFailure` does. Settles when there are words for it; where they cannot be fetched, its code has some. */
export async function sayable(error: unknown): Promise<Failure> {
  const failure = asFailure(error);
  if (!(failure.reason in failures)) await fetchSentences();
  return failure;
}

function textFor(name: string, locale: string): Text | undefined {
  // A reason of a newer server may be missing here, whatever the type of the texts says.
  const known: Partial<Record<string, Text>> = { ...words(sentences, locale) };
  return known[name];
}

/** Few pages ever need all of them, and what a server refuses it can be asked about. */
function fetchSentences(): Promise<void> {
  return (fetching ??= import('../strings/en/errors.js')
    .then(async ({ errors }) => {
      await stringsSettled();
      sentences = errors;
    })
    .catch((error: unknown) => {
      console.warn('[guildhall] The words for an error could not be loaded.', error);
      fetching = undefined;
      lost = true;
    })
    .then(stringsChanged));
}

import type { allowance } from './en/allowance.js';
import type { board } from './en/board.js';
import type { charts } from './en/charts.js';
import type { common } from './en/common.js';
import type { cycleForm } from './en/cycle-form.js';
import type { errors } from './en/errors.js';
import type { feedback } from './en/feedback.js';
import type { finder } from './en/finder.js';
import type { hints } from './en/hints.js';
import type { mentorship } from './en/mentorship.js';
import type { notifications } from './en/notifications.js';
import type { people } from './en/people.js';
import type { program } from './en/program.js';
import type { pulse } from './en/pulse.js';
import type { questionEdit } from './en/question-edit.js';
import type { questions } from './en/questions.js';
import type { reasons } from './en/reasons.js';
import type { reviewForm } from './en/review-form.js';
import type { reviewConsole } from './en/review-console.js';
import type { reviewTemplates } from './en/review-templates.js';
import type { reviewReport } from './en/review-report.js';
import type { thanking } from './en/thanking.js';
import type { survey } from './en/survey.js';
import type { workbench } from './en/workbench.js';
import type { programForm } from './en/program-form.js';
import type { programConsole } from './en/console.js';
import type { recognition } from './en/recognition.js';

/** The strings of one area in English: they name their area, and their shape is the type of every translation. */
export interface AreaStrings {
  readonly area: string;
}

interface English {
  board: typeof board;
  charts: typeof charts;
  common: typeof common;
  cycleForm: typeof cycleForm;
  errors: typeof errors;
  feedback: typeof feedback;
  finder: typeof finder;
  hints: typeof hints;
  mentorship: typeof mentorship;
  notifications: typeof notifications;
  people: typeof people;
  program: typeof program;
  pulse: typeof pulse;
  questionEdit: typeof questionEdit;
  questions: typeof questions;
  reasons: typeof reasons;
  reviewConsole: typeof reviewConsole;
  reviewForm: typeof reviewForm;
  reviewReport: typeof reviewReport;
  reviewTemplates: typeof reviewTemplates;
  survey: typeof survey;
  workbench: typeof workbench;
  console: typeof programConsole;
  programForm: typeof programForm;
  recognition: typeof recognition & typeof thanking & typeof allowance;
}

/** An area in another language. */
export type Translated<T extends AreaStrings> = Omit<T, 'area'>;
/** Some strings of a language: what is left out stays as it is, or English. */
export type SomeStrings = { [Area in keyof English]?: Partial<Translated<English[Area]>> };
/** For each language beside English, what fetches an area in it. */
export type Ways<T extends AreaStrings> = Readonly<Record<string, () => Promise<Translated<T>>>>;

/** What is fetched of a language: by its English, what has come of each area and what is on its way. */
interface Fetched {
  readonly strings: Map<AreaStrings, object>;
  readonly awaited: Map<AreaStrings, Promise<void>>;
}

const shipped = new Map<AreaStrings, Readonly<Record<string, () => Promise<object>>>>();
const fetched = new Map<string, Fetched>();
const registered = new Map<string, SomeStrings[]>();
const merged = new Map<string, Map<AreaStrings, AreaStrings>>();
const listeners = new Set<() => void>();

/**
 * Says how to fetch an area in other languages. The file of its English does: so whoever brings an area brings the way
 * to its other languages too, and nothing else is fetched. In languages that are spoken already it is at once.
 */
export function translate<T extends AreaStrings>(english: T, ways: Ways<T>): void {
  shipped.set(english, ways);
  for (const language of fetched.keys()) void fetchStrings(language);
}

/**
 * Replaces strings of a language, or adds a language: `registerStrings('de', { recognition: { wallTitle: 'Danke!' } })`.
 * `de-CH` goes over `de`. Elements on the page follow at once.
 */
export function registerStrings(locale: string, strings: SomeStrings): void {
  const tag = locale.toLowerCase();
  registered.set(tag, [...(registered.get(tag) ?? []), strings]);
  stringsChanged();
}

/** The strings of an area in a language, English where it has none. */
export function words<T extends AreaStrings>(english: T, locale: string): T {
  const known = merged.get(locale) ?? new Map<AreaStrings, AreaStrings>();
  merged.set(locale, known);
  // What lies under the strings of an area was merged from them.
  const strings = (known.get(english) as T | undefined) ?? merge(english, locale.toLowerCase());
  known.set(english, strings);
  return strings;
}

function merge<T extends AreaStrings>(english: T, tag: string): T {
  const language = languageOf(tag);
  const own = [
    ...(registered.get(language) ?? []),
    ...(tag === language ? [] : (registered.get(tag) ?? [])),
  ].map((strings) => strings[english.area as keyof English]);
  // Every area of a language is part of the English one of the same name.
  return Object.assign({}, english, fetched.get(language)?.strings.get(english), ...own);
}

/** The first of the wanted languages that can be spoken, English at last. */
export function pickLocale(wanted: readonly (string | undefined)[]): string {
  for (const tag of wanted) {
    const [locale] = canonical(tag);
    const language = locale && languageOf(locale.toLowerCase());
    if (language === 'en' || (language && (ships(language) || registered.has(language))))
      return locale ?? 'en';
  }
  return 'en';
}

/**
 * Settles when the strings of a language are there, those of all areas that the page has so far; areas that come later
 * bring theirs. Where they cannot be fetched English has to do, until the next call.
 */
export async function loadStrings(locale: string): Promise<void> {
  const language = languageOf(locale.toLowerCase());
  if (ships(language)) await fetchStrings(language);
}

/** Settles when no strings are on their way any more. */
export async function stringsSettled(): Promise<void> {
  await Promise.all([...fetched.values()].flatMap(({ awaited }) => [...awaited.values()]));
}

/** Whether all that the page can say can be said in a language; if not, `onStrings` tells when. */
export function speaks(locale: string): boolean {
  const language = languageOf(locale.toLowerCase());
  if (!fetched.has(language)) void loadStrings(locale);
  return !fetched.get(language)?.awaited.size;
}

/** Calls back when strings have changed, until the returned function is called. */
export function onStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells all who listen that what is said has changed. */
export function stringsChanged(): void {
  merged.clear();
  for (const listener of listeners) listener();
}

function ships(language: string): boolean {
  return [...shipped.values()].some((ways) => language in ways);
}

async function fetchStrings(language: string): Promise<void> {
  const { strings, awaited } = fetched.get(language) ?? { strings: new Map(), awaited: new Map() };
  fetched.set(language, { strings, awaited });
  for (const [english, { [language]: fetch }] of shipped) {
    if (!fetch || strings.has(english) || awaited.has(english)) continue;
    const settled = fetch()
      .then((translated) => strings.set(english, translated))
      .catch((error: unknown) =>
        console.warn(`[guildhall] "${english.area}" could not be loaded in "${language}".`, error),
      )
      .then(() => {
        awaited.delete(english);
        // Once for all that came together.
        if (!awaited.size) stringsChanged();
      });
    awaited.set(english, settled);
  }
  await Promise.all(awaited.values());
}

function canonical(tag: string | undefined): string[] {
  try {
    return tag ? Intl.getCanonicalLocales(tag) : [];
  } catch {
    return [];
  }
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

import type { board } from './en/board.js';
import type { charts } from './en/charts.js';
import type { common } from './en/common.js';
import type { cycleForm } from './en/cycle-form.js';
import type { errors } from './en/errors.js';
import type { feedback } from './en/feedback.js';
import type { finder } from './en/finder.js';
import type { mentorship } from './en/mentorship.js';
import type { notifications } from './en/notifications.js';
import type { people } from './en/people.js';
import type { program } from './en/program.js';
import type { pulse } from './en/pulse.js';
import type { questions } from './en/questions.js';
import type { reasons } from './en/reasons.js';
import type { reviewForm } from './en/review-form.js';
import type { reviewConsole } from './en/review-console.js';
import type { reviewReport } from './en/review-report.js';
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
  mentorship: typeof mentorship;
  notifications: typeof notifications;
  people: typeof people;
  program: typeof program;
  pulse: typeof pulse;
  questions: typeof questions;
  reasons: typeof reasons;
  reviewConsole: typeof reviewConsole;
  reviewForm: typeof reviewForm;
  reviewReport: typeof reviewReport;
  survey: typeof survey;
  workbench: typeof workbench;
  console: typeof programConsole;
  programForm: typeof programForm;
  recognition: typeof recognition;
}

/** An area in another language. */
export type Translated<T extends AreaStrings> = Omit<T, 'area'>;
/** A whole language. */
export type Language = { [Area in keyof English]: Translated<English[Area]> };
/** Some strings of a language: what is left out stays as it is, or English. */
export type SomeStrings = { [Area in keyof English]?: Partial<Translated<English[Area]>> };

/** The languages that ship beside English, each fetched when it is asked for. */
const shipped: Record<string, () => Promise<Language>> = {
  de: async () => (await import('./de.js')).de,
};

const loaded = new Map<string, SomeStrings>();
const registered = new Map<string, SomeStrings[]>();
const merged = new Map<string, AreaStrings>();
const listeners = new Set<() => void>();

/**
 * Replaces strings of a language, or adds a language: `registerStrings('de', { recognition: { wallTitle: 'Danke!' } })`.
 * `de-CH` goes over `de`. Elements on the page follow at once.
 */
export function registerStrings(locale: string, strings: SomeStrings): void {
  const tag = locale.toLowerCase();
  registered.set(tag, [...(registered.get(tag) ?? []), strings]);
  changed();
}

/** The strings of an area in a language, English where it has none. */
export function words<T extends AreaStrings>(english: T, locale: string): T {
  const key = `${locale}/${english.area}`;
  // What lies under the key of an area was merged from that area.
  const known = merged.get(key) as T | undefined;
  if (known) return known;
  const tag = locale.toLowerCase();
  const language = languageOf(tag);
  const layers = [
    loaded.get(language),
    ...(registered.get(language) ?? []),
    ...(tag === language ? [] : (registered.get(tag) ?? [])),
  ];
  // Every area of a language is part of the English one of the same name.
  const strings = Object.assign(
    {},
    english,
    ...layers.map((layer) => layer?.[english.area as keyof English]),
  );
  merged.set(key, strings);
  return strings;
}

/** The first of the wanted languages that can be spoken, English at last. */
export function pickLocale(wanted: readonly (string | undefined)[]): string {
  for (const tag of wanted) {
    const [locale] = canonical(tag);
    const language = locale && languageOf(locale.toLowerCase());
    if (language === 'en' || (language && (language in shipped || registered.has(language))))
      return locale ?? 'en';
  }
  return 'en';
}

/** Settles when the strings of a language are there; when they cannot be fetched, English has to do. */
export async function loadStrings(locale: string): Promise<void> {
  const language = languageOf(locale.toLowerCase());
  const load = shipped[language];
  if (!load || loaded.has(language)) return;
  try {
    loaded.set(language, await load());
    changed();
  } catch (error) {
    console.warn(`[guildhall] The strings of "${language}" could not be loaded.`, error);
  }
}

/** Calls back when strings have changed, until the returned function is called. */
export function onStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  merged.clear();
  for (const listener of listeners) listener();
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

import type { Question } from '../../answers/question.js';
import type { Index } from '../../release/model.js';
import type { Language } from '../model/kinds.js';
import type { GuidePart } from '../model/report.js';
import { safetyDe } from './safety-de.js';
import { safetyEn } from './safety-en.js';
import { SAFETY_ITEMS, type SafetyItem, type SafetyText } from './safety-text.js';

const TEXTS: Record<Language, SafetyText> = { en: safetyEn, de: safetyDe };

/** Agreeing to these says that it is not safe. */
const REVERSED: ReadonlySet<SafetyItem> = new Set(['mistakes', 'different', 'askHelp']);

/** All seven items together. */
export const WHOLE = 'whole';

/** The question of the safety form that is answered in words. */
export const WORDS = 'words';

/** A mean below this, of 1 to 5, is low: nearer to "partly true" than to "rather true". */
export const LOW = 3.5;

/**
 * The form on psychological safety in a team: seven items on the team, positive and reversed ones mixed, after the
 * structure of A. Edmondson, "Psychological Safety and Learning Behavior in Work Teams", Administrative Science
 * Quarterly 44 (1999); the words are our own, so that figures cannot be compared with those of the published scale.
 * Then one question in words, which need not be answered.
 */
export function safetyQuestions(language: Language): Question[] {
  const { labels, items, words } = TEXTS[language];
  const ratings = SAFETY_ITEMS.map((id): Question => ({
    type: 'rating',
    id,
    prompt: items[id].prompt,
    required: true,
    comment: false,
    labels,
    reversed: REVERSED.has(id),
  }));
  return [...ratings, { type: 'text', id: WORDS, ...words, required: false, comment: false, themes: [] }];
}

/** The mean of all seven items, over those who could judge all of them. */
export const safetyIndexes: Index[] = [{ id: WHOLE, measures: [...SAFETY_ITEMS] }];

/** How to talk about each item; `low` says which ones are shown and low. */
export function safetyGuide(language: Language, low: (itemId: string) => boolean): GuidePart[] {
  const { items } = TEXTS[language];
  return SAFETY_ITEMS.map((itemId) => ({ itemId, ...items[itemId], low: low(itemId) }));
}

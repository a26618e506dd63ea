/** The items of the safety form, in their order. */
export const SAFETY_ITEMS = [
  'mistakes',
  'hardTopics',
  'different',
  'risk',
  'askHelp',
  'undermine',
  'strengths',
] as const;
export type SafetyItem = (typeof SAFETY_ITEMS)[number];

/** The words of the safety form and its guide in one language. */
export interface SafetyText {
  /** From disagreeing to agreeing. */
  labels: string[];
  items: Record<SafetyItem, { prompt: string; about: string; questions: string[] }>;
  /** The question that is answered in words. */
  words: { prompt: string; help: string };
}

import type { Profile } from '@guildhall/core';
import { html, type TemplateResult } from 'lit';
import { fill, type Formats } from '../internal/format.js';
import type { people } from '../strings/en/people.js';

type Strings = Omit<typeof people, 'area'>;
/** A skill as a profile has it. */
export type Skill = NonNullable<Profile['skills']>[number];

const SHOWN = 3;

/** What a level is called beside the name of a skill. */
export function levelWord(level: Skill['level'], strings: Strings): string {
  return {
    learning: strings.levelLearning,
    working: strings.levelWorking,
    strong: strings.levelStrong,
    teaching: strings.levelTeaching,
  }[level];
}

/**
 * The three skills that say most about a person, in half a sentence: "teaches Go, strong in Rust, can help with C".
 * Those that were sought come first, at any level; of the others, those by which the person can be of use.
 */
export function skillWords(
  skills: readonly Skill[],
  isSought: (skill: Skill) => boolean,
  strings: Strings,
  { pieces }: Formats,
): TemplateResult[] {
  const useful = skills.filter(({ level, canHelp }) => canHelp || level === 'strong' || level === 'teaching');
  const shown = [...new Set([...skills.filter(isSought), ...useful])].slice(0, SHOWN);
  const sentences = [
    ['teaching', strings.skillsTeaching],
    ['strong', strings.skillsStrong],
    ['help', strings.skillsHelp],
    ['working', strings.skillsWorking],
    ['learning', strings.skillsLearning],
  ] as const;
  return sentences.flatMap(([kind, sentence]) => {
    const of = shown.filter((skill) => kindOf(skill) === kind);
    const names = pieces(of.map(({ name }) => html`<b><bdi>${name}</bdi></b>`));
    return of.length ? [html`${fill(sentence, { skills: names })}`] : [];
  });
}

function kindOf({ level, canHelp }: Skill): Skill['level'] | 'help' {
  return canHelp && (level === 'working' || level === 'learning') ? 'help' : level;
}

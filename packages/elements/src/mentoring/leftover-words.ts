import type { Leftover } from '@guildhall/core';
import type { Formats } from '../internal/format.js';
import type { workbench } from '../strings/en/workbench.js';
import { hundredths } from './reason-words.js';

/** Why somebody has no partner, as what follows their name. */
export function leftoverWords({ why, facts }: Leftover, strings: typeof workbench, formats: Formats): string {
  const { why: say } = strings;
  const number = (key: string) => (typeof facts[key] === 'number' ? facts[key] : 0);
  switch (why) {
    case 'noMentors':
      return say.noMentors;
    case 'noMentorWithSkill':
      return say.noMentorWithSkill(listed(facts.skills, formats));
    case 'allTaken':
      return say.allTaken(number('wanting'), number('places'), number('mentors'));
    case 'rules':
      return [say.rules, ...barred(facts, strings), relax(facts, strings)].filter(Boolean).join(' ');
    case 'training':
      return say.training;
    case 'notWorthIt':
      return say.notWorthIt(hundredths(number('best')));
    case 'byHand':
      return say.byHand;
    case 'unneeded':
      return say.unneeded;
    default:
      return say.other;
  }
}

/** The rules that stand in the way, those that bar the most first; three say enough. */
function barred(facts: Leftover['facts'], strings: typeof workbench): string[] {
  return Object.entries(facts)
    .filter((fact): fact is [string, number] => fact[0] in strings.rules && typeof fact[1] === 'number')
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([rule, many]) => strings.why.barred(strings.rules[rule] ?? strings.otherRule, many));
}

/** Without which rules it would work. */
function relax({ relax: rules }: Leftover['facts'], strings: typeof workbench): string {
  if (!Array.isArray(rules) || !rules.length) return '';
  const words = rules.map((rule) => strings.rules[rule] ?? strings.otherRule);
  return [strings.relax(rules.length), ...words].join(' ');
}

function listed(value: Leftover['facts'][string] | undefined, formats: Formats): string {
  if (Array.isArray(value)) return formats.list(value);
  return typeof value === 'string' ? value : '';
}

/** How many places a mentor has left in a run. */
export function freeOf({ side, facts }: Leftover): number {
  return side === 'mentor' && typeof facts.free === 'number' ? facts.free : 0;
}

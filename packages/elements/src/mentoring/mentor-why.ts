import { html, type TemplateResult } from 'lit';
import { fill } from '../internal/format.js';
import type { finder } from '../strings/en/finder.js';
import type { Mentor } from './find-mentors.js';
import { reasonWords } from './reason-words.js';

type Strings = Omit<typeof finder, 'area'>;
type Knowledge = Mentor['skills'][number];
/** A fact about a skill has these for its words. */
type Evidence = Mentor['reasons'][number]['evidence'];

/** What is worth a word here: how often somebody was asked, say, counts and is not. */
const SPOKEN = [
  'wantedSkill',
  'evidencedSkill',
  'goalOverlap',
  'gradeGap',
  'timeOverlap',
  'otherDepartment',
  'sharedLanguage',
  'location',
];
/** So many facts are said; the first ones weigh most. */
const SAID = 3;

/** What speaks for a mentor, the weightiest first: "Strong in facilitation, thanked twice for it". */
export function mentorWhy(
  { person, reasons, skills }: Pick<Mentor, 'person' | 'reasons' | 'skills'>,
  { strings, locale, skill }: { strings: Strings; locale: string; skill?: string | undefined },
): TemplateResult[] {
  const isAboutSkills = (criterion: string) => criterion === 'wantedSkill' || criterion === 'evidencedSkill';
  const speaking = reasons
    .filter(({ criterion, points }) => points > 0 && SPOKEN.includes(criterion))
    .filter(({ reason, evidence }) => !/unknown$/i.test(reason) && Object.keys(evidence).length > 0)
    .sort((one, other) => other.points - one.points);
  const wanted = speaking.find(({ criterion, evidence }) => isAboutSkills(criterion) && evidence.skill);
  const known = knownSkill(skills, wanted?.evidence, skill);
  const others = speaking
    .filter(({ criterion }) => !isAboutSkills(criterion))
    .map((reason) => html`${reasonWords(reason, { mentor: person.name, you: true }, locale)}`);
  return [...(known ? [skillWords(known, strings)] : []), ...others].slice(0, SAID);
}

/** The skill that the match is about, else the one that the mentor knows best. */
function knownSkill(
  skills: readonly Knowledge[],
  evidence: Evidence | undefined,
  sought: string | undefined,
): Knowledge | undefined {
  const named = skills.find(({ skill }) => skill.id === sought || skill.name === evidence?.skill);
  const useful =
    skills.find(({ level }) => level === 'teaching') ?? skills.find(({ level }) => level === 'strong');
  return named ?? useful;
}

function skillWords({ skill, level, evidenced = 0 }: Knowledge, strings: Strings): TemplateResult {
  const name = html`<b><bdi>${skill.name}</bdi></b>`;
  const thanked = evidenced > 0 ? html`, ${strings.thankedForIt(evidenced)}` : '';
  return html`${fill(strings.knows[level], { skill: name })}${thanked}`;
}

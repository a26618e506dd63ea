import type { Participant, SkillGrade } from '../matching/participant.js';
import { languageCodesOf } from '../people/languages.js';
import { LEVELS, type PersonRecord } from '../people/model.js';
import { visibilityOf } from '../people/rules.js';
import type { Settings } from '../settings/model.js';

/** How often a person was thanked for a skill, by `person skill`. */
export type Evidence = ReadonlyMap<string, number>;

/** What the engine knows of a person besides their part in a match. */
export type Facts = Pick<
  Participant,
  'id' | 'skills' | 'level' | 'department' | 'teams' | 'managerId' | 'languages' | 'timeZone' | 'location'
>;

/** A person's grade as a number, a higher one for more seniority; undefined where it cannot be told. */
export function gradeOf(
  person: Pick<PersonRecord, 'grade'>,
  settings: Pick<Settings, 'grades'>,
): number | undefined {
  if (person.grade === undefined) return undefined;
  const grade = person.grade.trim();
  if (settings.grades.length > 0) {
    const place = settings.grades.findIndex((name) => name.trim().toLowerCase() === grade.toLowerCase());
    return place < 0 ? undefined : place + 1;
  }
  const digits = /\d+/.exec(grade)?.[0];
  return digits === undefined ? undefined : Math.min(Number(digits), 1000);
}

/** How well somebody knows a skill, as the engine counts it. */
export function skillGradeOf(level: (typeof LEVELS)[number]): SkillGrade {
  // LEVELS has four entries: the place of one is 0 to 3.
  return (LEVELS.indexOf(level) + 1) as SkillGrade;
}

/** What a person says about themself, all of it: for the person's own questions. */
export function ownFacts(person: PersonRecord, settings: Settings, evidence: Evidence): Facts {
  return factsOf(person, settings, evidence, () => true);
}

/** What everyone may see of a person: what others may be told reasons about. */
export function openFacts(person: PersonRecord, settings: Settings, evidence: Evidence): Facts {
  const visibility = visibilityOf(person);
  return factsOf(person, settings, evidence, (field) => visibility[field] === 'everyone');
}

function factsOf(
  person: PersonRecord,
  settings: Settings,
  evidence: Evidence,
  see: (field: 'skills' | 'languages' | 'timeZone' | 'location') => boolean,
): Facts {
  const level = gradeOf(person, settings);
  return {
    id: person.id,
    skills: see('skills') ? person.skills.map((skill) => levelOf(person.id, skill, evidence)) : [],
    ...(level !== undefined && { level }),
    ...(person.departmentId !== undefined && { department: person.departmentId }),
    teams: person.teamIds,
    ...(person.managerId !== undefined && { managerId: person.managerId }),
    // With their shorter forms: who speaks de-AT and who speaks de have a language in common.
    languages: see('languages') ? languageCodesOf(person.languages) : [],
    ...(person.timeZone !== undefined && see('timeZone') && { timeZone: person.timeZone }),
    ...(person.location !== undefined && see('location') && { location: person.location }),
  };
}

function levelOf(personId: string, skill: PersonRecord['skills'][number], evidence: Evidence) {
  const level = skillGradeOf(skill.level);
  if (skill.evidenceConsent !== true) return { skill: skill.skillId, level };
  return { skill: skill.skillId, level, evidence: evidence.get(`${personId} ${skill.skillId}`) ?? 0 };
}

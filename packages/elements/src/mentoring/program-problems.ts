import type { Failure } from '../internal/failure.js';
import type { programForm } from '../strings/en/program-form.js';
import {
  sumOf,
  type ModuleWriting,
  type ProgramWriting,
  type RulesWriting,
  type StepWriting,
} from './program-writing.js';

/** What must be mended before sending, by field. The server looks again. */
export function problemsOf(
  writing: ProgramWriting,
  strings: typeof programForm,
): Partial<Record<keyof ProgramWriting | keyof RulesWriting, string>> {
  const { rules, plan, modules } = writing;
  const empty = (['purpose', 'guideMentor', 'guideMentee', 'agreement'] as const).filter(
    (name) => !writing[name].trim(),
  );
  const within = (value: string, from: number, to: number, isOptional = false) =>
    (isOptional && !value.trim()) || isWhole(value, from, to) ? [] : [strings.needNumber(from, to)];
  const numbers: [string, string[]][] = [
    ['cadenceDays', within(writing.cadenceDays, 1, 120)],
    ['stalledAfterDays', within(writing.stalledAfterDays, 1, 365)],
    ['capacityDefault', within(writing.capacityDefault, 1, 50)],
    ['maxHoursApart', within(rules.maxHoursApart, 0, 24, true)],
    ['minGradeGap', within(rules.minGradeGap, 0, 20, true)],
    ['maxGradeGap', within(rules.maxGradeGap, 0, 20, true)],
    ['minScore', within(rules.minScore, 0, 100)],
  ];
  const gap = rules.minGradeGap && rules.maxGradeGap && Number(rules.maxGradeGap) < Number(rules.minGradeGap);
  const isBefore = (from: string, until: string) => from && until && until < from;
  return {
    ...(!writing.name.trim() && { name: strings.needName }),
    ...Object.fromEntries(empty.map((name) => [name, strings.needText])),
    ...Object.fromEntries(numbers.flatMap(([name, [problem]]) => (problem ? [[name, problem]] : []))),
    ...(gap && { maxGradeGap: strings.needGap }),
    ...(sumOf(rules.wishes) !== 100 && { wishes: strings.needSum }),
    ...(isBefore(writing.enrollFrom, writing.enrollUntil) && { enrollUntil: strings.needOrder }),
    ...(isBefore(writing.startsOn, writing.endsOn) && { endsOn: strings.needOrder }),
    ...(!plan.every(isStep) && { plan: strings.needStep }),
    ...(!modules.every(isModule) && { modules: strings.needModule }),
  };
}

function isWhole(value: string, from: number, to: number): boolean {
  const parsed = value.trim() ? Number(value) : NaN;
  return Number.isInteger(parsed) && parsed >= from && parsed <= to;
}

function isStep({ title, agenda, dueAfterDays }: StepWriting): boolean {
  return !!title.trim() && !!agenda.trim() && isWhole(dueAfterDays, 0, 1000);
}

function isModule({ title, body, minutes }: ModuleWriting): boolean {
  return !!title.trim() && !!body.trim() && isWhole(minutes, 1, 600);
}

/** The field that a refusal is about, as the form names it. */
export function placeOf({ fields = [] }: Failure): string | undefined {
  const path = fields[0]?.path.replace(/^draft\./, '');
  if (!path) return undefined;
  const named: Record<string, string> = { 'guides.mentor': 'guideMentor', 'guides.mentee': 'guideMentee' };
  const [first = '', second = ''] = path.split('.');
  if (named[`${first}.${second}`]) return named[`${first}.${second}`];
  return ['timeline', 'rules', 'training', 'eligibility'].includes(first) ? second : first;
}

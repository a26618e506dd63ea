import type { Client } from '@guildhall/core';
import { nothing } from 'lit';
import { dayWords } from '../mentoring/days.js';
import { selectField } from '../mentoring/form-parts.js';
import type { pulse } from '../strings/en/pulse.js';
import type { FoundSurveys } from './find-surveys.js';
import { groupName } from './group-name.js';
import type { Wave } from './safety-report.js';

/** The groups of a wave for which the viewer may ask. */
export type Groups = Awaited<ReturnType<Client['pulse']['groups']>>['items'];

/** The ids of what is chosen; a survey that is not to be chosen has none. */
export interface ChosenTrend {
  survey: string | undefined;
  wave: string | undefined;
  group: string;
}

/** The fields that choose survey, wave and group: of each only where there are several. */
export function trendChoices(
  { surveys, waves, groups }: Pick<FoundSurveys, 'surveys' | 'waves'> & { groups: Groups },
  at: ChosenTrend,
  { strings, locale }: { strings: typeof pulse; locale: string },
): unknown {
  const select = (name: string, label: string, of: readonly (readonly [string, string])[], chosen = '') =>
    of.length > 1 ? selectField(name, label, of, chosen) : nothing;
  const day = ({ closedOn, closesOn }: Wave) => strings.waveOf(dayWords(closedOn ?? closesOn, locale));
  const ofSurveys = at.survey === undefined ? [] : surveys.map(({ id, title }) => [id, title] as const);
  return [
    select('survey', strings.survey, ofSurveys, at.survey),
    select(
      'wave',
      strings.wave,
      waves.map((wave) => [wave.id, day(wave)]),
      at.wave,
    ),
    select(
      'group',
      strings.group,
      groups.map((group) => [group.id, groupName(group, strings)]),
      at.group,
    ),
  ];
}

import type { Client } from '@guildhall/core';
import type { Wave } from './safety-report.js';

type Survey = Awaited<ReturnType<Client['pulse']['survey']>>;
type Guide = Awaited<ReturnType<Client['pulse']['guide']>>['items'];

const SURVEYS = 50;
const WAVES = 50;

/** What there is to see of surveys, and what the viewer may ask. */
export interface FoundSurveys {
  surveys: readonly Survey[];
  survey: Survey | undefined;
  /** Those with results, the newest first. */
  waves: readonly Wave[];
  /** For teams without results. */
  guide: Guide;
  /** People report to the viewer, whom they may ask. */
  mayAskTeam: boolean;
  /** The viewer may ask anything of anybody. */
  mayAskAnybody: boolean;
}

/** The surveys of which the viewer may know, and the results of the one with the id, else of the latest that has any. */
export async function findSurveys(
  client: Client,
  { id, language, isOnly }: { id: string | undefined; language: 'en' | 'de'; isOnly: boolean },
  signal: AbortSignal,
): Promise<FoundSurveys> {
  const [{ items: surveys, mayAskTeam, mayAskAnybody }, guide] = await Promise.all([
    isOnly && id
      ? client.pulse.survey({ id }, { signal }).then((survey) => ({
          items: [survey],
          mayAskTeam: false,
          mayAskAnybody: false,
        }))
      : client.pulse.surveys({ limit: SURVEYS }, { signal }),
    client.pulse.guide({ language }, { signal }),
  ]);
  const survey =
    surveys.find((one) => one.id === id) ??
    surveys.find(({ releasedWaveId }) => releasedWaveId) ??
    surveys[0];
  const waves = survey
    ? await client.pulse.waves({ surveyId: survey.id, limit: WAVES }, { signal })
    : { items: [] };
  return {
    surveys,
    survey,
    waves: waves.items.filter(({ state }) => state === 'released'),
    guide: guide.items,
    mayAskTeam,
    mayAskAnybody,
  };
}

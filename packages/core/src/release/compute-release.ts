import type { Audit } from './audit.js';
import { checkInput } from './check-input.js';
import type { Release, ReleaseInput, Respondent } from './model.js';
import type { ReleaseOptions, ReleaseProgress } from './options.js';
import { compare } from './order.js';
import { panelRelease } from './panel.js';
import { surveySteps } from './survey.js';

/**
 * What may be shown of a cycle, once and for all: figures of groups from which nothing about 1 to k − 1 people can be
 * computed, bands instead of counts, texts of audiences that are large enough. The same input gives the same bytes,
 * everywhere. What is not well formed throws a `TypeError` or a `RangeError` whose message names it, such as
 * `respondents[3].values.q1`; an aborted signal throws its reason. Nothing given is changed.
 */
export function computeRelease(input: ReleaseInput, { onProgress, signal }: ReleaseOptions = {}): Release {
  const steps = releaseSteps(input);
  for (;;) {
    if (signal?.aborted) throw signal.reason ?? new Error('The release was aborted.');
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}

/** The release in steps, for those who let others work between them; the audit is changed by tests alone. */
export function* releaseSteps(input: ReleaseInput, audit?: Audit): Generator<ReleaseProgress, Release> {
  checkInput(input);
  const ordered = { ...input, respondents: inOwnOrder(input) };
  return ordered.kind === 'survey' ? yield* surveySteps(ordered, audit) : panelRelease(ordered, audit);
}

/** Respondents by what they answered: who came first decides nothing. */
function inOwnOrder({ respondents, measures, texts }: ReleaseInput): Respondent[] {
  return respondents
    .map((respondent) => ({
      respondent,
      key: JSON.stringify([
        respondent.groups.toSorted(compare),
        measures.map(({ id }) => (Object.hasOwn(respondent.values, id) ? respondent.values[id] : null)),
        texts.map((id) => (Object.hasOwn(respondent.texts, id) ? respondent.texts[id] : null)),
      ]),
    }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ respondent }) => respondent);
}

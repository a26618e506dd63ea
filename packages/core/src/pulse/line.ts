import { sha256 } from '../sha256.js';
import type { Reader } from '../store/store.js';
import { canonicalJson } from '../wire.js';
import type { SurveyRecord } from './model/survey.js';
import { waves, type WaveRecord } from './model/wave.js';

/** How many of the latest waves of a line are looked at. */
const LOOKED_AT = 50;

/** What all waves have in common that ask the same of the same audience. */
export function lineOf({ form, audience }: Pick<SurveyRecord, 'form' | 'audience'>): string {
  const asked = audience.kind === 'units' ? { ...audience, unitIds: [...audience.unitIds].sort() } : audience;
  return sha256(canonicalJson({ form, audience: asked }));
}

/** The latest wave of a line that was not canceled; undefined for the first. */
export async function latestOf(tx: Reader, line: string): Promise<WaveRecord | undefined> {
  const found = await tx.find(waves, { where: { line }, order: '-openedAt', limit: LOOKED_AT });
  return found.items.find(({ state }) => state !== 'canceled');
}

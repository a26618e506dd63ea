import type { Client } from '@guildhall/core';
import type { Thread } from './thread-card.js';

type Wave = Awaited<ReturnType<Client['pulse']['wave']>>;

/** So many results are looked through at a time. */
export const ROUND = 5;
/** So many surveys are read at a time, and all their waves. */
const SURVEYS = 5;
const PAGE = 50;

/** Which results to look through: those of one wave, else the latest ones. */
export interface Sought {
  waveId: string | undefined;
  /** How many waves at most. */
  most: number;
}

/**
 * The conversations that the viewer may answer by name, those about the latest results first; `isPart`: there are
 * earlier results that were not looked through.
 */
export async function askedThreads(
  client: Client,
  { waveId, most }: Sought,
  signal: AbortSignal,
): Promise<{ asked: readonly Thread[]; isPart: boolean }> {
  if (waveId !== undefined) {
    const wave = await client.pulse.wave({ id: waveId }, { signal });
    return { asked: wave.may.reply ? await threadsOf(client, waveId, signal) : [], isPart: false };
  }
  const { waves, isPart } = await latestWaves(client, most, signal);
  const found = await Promise.all(waves.map(({ id }) => threadsOf(client, id, signal)));
  return { asked: found.flat(), isPart };
}

/**
 * The latest results whose writers the viewer may answer. Surveys come a few at a time, the newest first; the waves of
 * these few go by the day on which they were closed.
 */
async function latestWaves(
  client: Client,
  most: number,
  signal: AbortSignal,
): Promise<{ waves: Wave[]; isPart: boolean }> {
  const waves: Wave[] = [];
  let after: string | undefined;
  do {
    const part = await client.pulse.surveys({ limit: SURVEYS, ...(after && { after }) }, { signal });
    const released = part.items.filter(({ releasedWaveId }) => releasedWaveId);
    const found = await Promise.all(released.map(({ id }) => wavesOf(client, id, signal)));
    waves.push(...found.flat().sort((a, b) => dayOf(b).localeCompare(dayOf(a))));
    after = part.next;
  } while (after !== undefined && waves.length < most);
  return { waves: waves.slice(0, most), isPart: after !== undefined || waves.length > most };
}

function dayOf({ closedOn = '' }: Wave): string {
  return closedOn;
}

async function wavesOf(client: Client, surveyId: string, signal: AbortSignal): Promise<Wave[]> {
  const all = await pagesOf((page) => client.pulse.waves({ surveyId, ...page }, { signal }));
  return all.filter(({ state, may }) => state === 'released' && may.reply);
}

function threadsOf(client: Client, waveId: string, signal: AbortSignal): Promise<Thread[]> {
  return pagesOf((page) => client.pulse.threads({ waveId, ...page }, { signal }));
}

/** All items of a list. */
async function pagesOf<T>(
  read: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next?: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await read({ limit: PAGE, ...(after !== undefined && { after }) });
    all.push(...items);
    after = next;
  } while (after !== undefined);
  return all;
}

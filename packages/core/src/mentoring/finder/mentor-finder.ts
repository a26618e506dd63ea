import type { Reason as EngineReason } from '../../matching/matching.js';
import { MentorIndex } from '../../matching/mentor-index.js';
import type { Participant } from '../../matching/participant.js';
import type { Kept } from '../../memory.js';
import type { Settings } from '../../settings/model.js';
import type { Reader, StoreEvent } from '../../store/store.js';
import type { Reason } from '../model/offer.js';
import { storedReasons } from '../reasons.js';
import { entryIn, fits, participantOf, type Entry, type Wanted } from './entry.js';
import { facetsOf, finderFacets } from './facets.js';
import { bandOf, byPlace, lotsOf, type Place } from './order.js';
import { openProgram } from './program.js';
import { readAllFound, readFound, waitingFor } from './read-entries.js';

/** The areas in which something happens that changes who can be found. */
const HEARD = ['people', 'mentoring'];
/** How many that may have changed are read at once. */
const STEP = 1000;
/** With more than this, everything is read anew: nobody has looked for a mentor in a long time. */
const MOST_CHANGED = 50_000;

/** How many mentors one window of a list has, and how many windows there are. */
export const WINDOW = 40;
export const WINDOWS = 25;

/** A mentor in the list of the one who asks, with what is kept of them. */
export interface Standing {
  mentorId: string;
  /** Of 10,000; the points of the reasons add up to it. */
  score: number;
  reasons: readonly EngineReason[];
  entry: Entry;
  place: Place;
}

/** What part of a list is asked for. */
export interface Ranking {
  wanted: Wanted;
  /** Counted from 0. */
  window: number;
  /** Only of these. */
  among?: ReadonlySet<string> | undefined;
  /** None of these. */
  except?: ReadonlySet<string> | undefined;
}

/**
 * All mentors with an open offer and a free place, in memory: what everyone may see of them. It follows what happens;
 * whoever asks it checks the answer against the store.
 */
export class MentorFinder implements Kept {
  readonly #settings: Settings;
  readonly #now: () => Date;
  #entries = new Map<string, Entry>();
  #index: MentorIndex | undefined;
  /** Those who may have changed, with the number of the event that said so. */
  readonly #changed = new Map<string, number>();
  #forgotten = 0;
  #built = -1;

  constructor(settings: Settings, now: () => Date) {
    this.#settings = settings;
    this.#now = now;
  }

  notice(event: StoreEvent, number: number): void {
    if (!HEARD.includes(event.area) && event.type !== 'evidence.changed') return;
    for (const id of event.ids) this.#changed.set(id, number);
    // Whoever hears of a request or of a mentorship is one of its people: a place may be taken, or free again.
    if (event.audience !== 'everyone') for (const id of event.audience) this.#changed.set(id, number);
    if (this.#changed.size > MOST_CHANGED) this.forget(number);
  }

  forget(number: number): void {
    this.#forgotten = number;
    this.#changed.clear();
  }

  isStale(): boolean {
    return this.#built < this.#forgotten || this.#changed.size > 0;
  }

  async refresh(tx: Reader, asOf: number): Promise<void> {
    if (this.#built < this.#forgotten) await this.#readAll(tx, asOf);
    else {
      const ids = [...this.#changed.keys()];
      for (let at = 0; at < ids.length; at += STEP) await this.#readAgain(tx, ids.slice(at, at + STEP));
    }
    for (const [id, number] of this.#changed) if (number <= asOf) this.#changed.delete(id);
  }

  /**
   * The mentors who are what is wanted, the best for this mentee first. They come in windows: the best so many by the
   * engine's order, then the next; within a window near-equals come in another order for another mentee. The list
   * ends with the last window.
   */
  rank(mentee: Participant, { wanted, window, among, except }: Ranking): Standing[] {
    const [limit, skip, only] = [WINDOW * (window + 1), WINDOW * window, facetsOf(wanted, mentee)];
    // What facets say in full is not asked of each once more: going to fetch their entries would be the most work.
    const isLookedAt = except !== undefined || wanted.direction === 'reverse';
    const filter = (mentor: Participant) => fits(entryIn(mentor), wanted, mentee) && !except?.has(mentor.id);
    const ranked =
      this.#index?.rank(mentee, {
        limit,
        skip,
        only,
        ...(isLookedAt && { filter }),
        ...(among && { among }),
      }) ?? [];
    const lot = lotsOf(mentee.id);
    return ranked
      .flatMap(({ mentorId, score, reasons }) => {
        const entry = this.#entries.get(mentorId);
        const place = { window, band: bandOf(score), lot: lot(mentorId), id: mentorId };
        return entry ? [{ mentorId, score, reasons, entry, place }] : [];
      })
      .sort((one, other) => byPlace(one.place, other.place));
  }

  async #readAll(tx: Reader, asOf: number): Promise<void> {
    const entries = new Map<string, Entry>();
    for await (const part of readAllFound(tx, this.#settings))
      for (const [id, { entry }] of part) entries.set(id, entry);
    this.#index = new MentorIndex(
      [...entries.values()].map(participantOf),
      openProgram(this.#now().toISOString()),
      { facets: finderFacets },
    );
    this.#entries = entries;
    this.#built = asOf;
  }

  async #readAgain(tx: Reader, ids: readonly string[]): Promise<void> {
    const found = await readFound(tx, ids, this.#settings);
    const waiting = await waitingFor(tx, [...found.keys()]);
    for (const id of ids) {
      const now = found.get(id)?.entry;
      const before = this.#entries.get(id);
      if (!now) {
        this.#entries.delete(id);
        this.#index?.remove(id);
        continue;
      }
      const entry = { ...now, waiting: waiting.get(id) ?? 0 };
      if (before && JSON.stringify(before) === JSON.stringify(entry)) continue;
      this.#entries.set(id, entry);
      this.#index?.update(participantOf(entry));
    }
  }
}

/** Why a mentor stands where they stand: facts for words, with skills by id, and how much they are asked. */
export function reasonsFor(mentee: Participant, { entry, reasons }: Standing): Reason[] {
  const evidence = { requests: entry.waiting, left: entry.left };
  return storedReasons(reasons, mentee, participantOf(entry)).map((reason) =>
    reason.criterion === 'exposure' ? { ...reason, evidence } : reason,
  );
}

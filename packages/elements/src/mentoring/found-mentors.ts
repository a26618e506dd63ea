import type { GuildElement } from '../internal/guild-element.js';
import { Query } from '../internal/query.js';
import { findMentors, inFormerOrder, type Answer, type Asked } from './find-mentors.js';

/** What the finder is asked for, and how it is used now. */
export interface FinderUse {
  asked(): Asked;
  /** Whether the viewer reads about one of those shown, or asks one: then none of them vanishes. */
  isHeld(): boolean;
  /** Other mentors were asked for than before, and here they are. */
  onOthers(answer: Answer): void;
}

/** The mentors that the finder shows. Nobody among them moves because somebody else was asked. */
export class FoundMentors {
  /** What was found. */
  readonly query: Query<Answer, readonly [string]>;

  readonly #use: FinderUse;
  #told: string | undefined;
  #isLate = false;

  constructor(host: GuildElement, use: FinderUse) {
    this.#use = use;
    this.query = new Query<Answer, readonly [string]>(host, {
      areas: ['mentoring', 'people'],
      args: () => [this.key],
      keep: true,
      load: async (client, _key, signal) => {
        const answer = await findMentors(client, use.asked(), signal);
        return signal.aborted ? answer : this.#take(answer);
      },
    });
  }

  /** What is asked for, as a text. */
  get key(): string {
    return JSON.stringify(this.#use.asked());
  }

  /** Nobody is held any more: what has changed meanwhile is shown now. */
  release(): void {
    if (this.#isLate) void this.query.reload();
    this.#isLate = false;
  }

  #take(answer: Answer): Answer {
    const former = this.query.data;
    if (former && this.#use.isHeld()) {
      this.#isLate = true;
      return former;
    }
    const asked = JSON.stringify(answer.asked);
    if (this.#told !== undefined && this.#told !== asked) this.#use.onOthers(answer);
    this.#told = asked;
    return inFormerOrder(answer, former);
  }
}

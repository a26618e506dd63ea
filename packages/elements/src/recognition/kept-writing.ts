import type { ReactiveController } from 'lit';
import { Drafts } from '../internal/drafts.js';
import type { Failure } from '../internal/failure.js';
import type { GuildElement } from '../internal/guild-element.js';
import { Query } from '../internal/query.js';
import type { Choice } from '../parts/choice.js';
import { blank, isWriting, type Writing } from './kudos-writing.js';

/** What the page wants a thank-you to begin with. */
export interface Beginning {
  /** Ids of people or teams, with spaces between. */
  receiver: string;
  refUrl: string;
  refTitle: string;
  /** Ids of values, with spaces between. */
  values: string;
  message: string;
  impact: string;
  /** The mentorship that is thanked for; then there is no address. */
  mentorshipId: string;
  skills: readonly Choice[];
}

/** A thank-you while it is written: begun as the page wants it, and kept in the browser for its viewer. */
export class KeptWriting implements ReactiveController {
  writing = blank;

  readonly #host: GuildElement & Beginning;
  readonly #named: Query<Pick<Writing, 'receivers'>, readonly [string]>;
  #drafts: Drafts<Omit<Writing, 'skills'> & Partial<Writing>> | undefined;
  #initial = blank;
  #context = '';

  constructor(host: GuildElement & Beginning) {
    this.#host = host;
    this.#named = new Query(host, {
      areas: [],
      args: () => (host.receiver.trim() ? [host.receiver] : undefined),
      load: async (client, [ids], signal) => {
        // Those who see a private one are those thanked: their names, for people and teams alike.
        const input = { receivers: idsIn(ids), audience: 'private' as const };
        const { people, teams } = await client.recognition.audience(input, { signal });
        return {
          receivers: [
            ...people.map(({ id, name }) => ({ id, name, kind: 'person' as const })),
            ...teams.map(({ id, name }) => ({ id, name, kind: 'team' as const })),
          ],
        };
      },
    });
    host.addController(this);
  }

  /** Whether there is more than what it began with. */
  get begun(): boolean {
    return JSON.stringify({ ...this.writing, unsettled: undefined }) !== JSON.stringify(this.#initial);
  }

  /** Why those whom the page names cannot be thanked. */
  get failure(): Failure | undefined {
    return this.writing.receivers.length ? undefined : this.#named.error;
  }

  /** Keeps what is written now; without an argument it begins again. */
  keep(writing: Writing = this.#initial): void {
    this.writing = writing;
    const { me } = this.#host;
    if (me) this.#drafts?.write(me.id, this.begun ? writing : undefined);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { me, receiver, refUrl, refTitle, values, message, impact, mentorshipId, skills } = this.#host;
    const begins = [receiver, refUrl, refTitle, values, message, impact, mentorshipId, skills];
    const context = JSON.stringify([me?.id, ...begins]);
    if (context !== this.#context) this.#begin();
    this.#context = context;
    const named = this.#named.data;
    if (!named || named.receivers === this.#initial.receivers) return;
    const { begun } = this;
    this.#initial = { ...this.#initial, ...named };
    if (!begun) this.writing = this.#initial;
  }

  #begin(): void {
    const { me, receiver, refUrl, refTitle, values, message, impact, mentorshipId, skills } = this.#host;
    // What was typed before the viewer was known is theirs.
    const early = me && !this.#drafts && this.begun ? this.writing : undefined;
    const name = ['kudos', receiver, refUrl, mentorshipId].filter(Boolean).join(' ');
    this.#drafts = me && new Drafts(name, isWriting);
    const link = mentorshipId ? {} : { url: refUrl, linkTitle: refTitle };
    this.#initial = { ...blank, ...link, values: idsIn(values), skills, message, impact };
    const kept = me && this.#drafts?.read(me.id);
    this.writing = early ?? (kept && { ...blank, ...kept }) ?? this.#initial;
  }
}

function idsIn(attribute: string): string[] {
  return attribute.split(/[\s,]+/).filter(Boolean);
}

import type { Kudos, Marks } from '@guildhall/core';
import { nothing } from 'lit';
import type { GuildElement } from '../internal/guild-element.js';
import { Query } from '../internal/query.js';

/** What a card is given. */
export interface Given {
  kudos: Kudos | undefined;
  /** Null: on its way. */
  marks: Marks | null | undefined;
  kudosId: string | undefined;
}

interface Known {
  kudos: Kudos;
  marks: Marks | undefined;
}

/** The kudos of a card: as given by a wall, which keeps it up to date, else loaded and kept up to date here. */
export class KnownKudos {
  /** It was withdrawn while it was shown. */
  isGone = false;

  readonly #host: GuildElement & Given;
  readonly #own: Query<Known, readonly [string]>;

  constructor(host: GuildElement & Given) {
    this.#host = host;
    this.#own = new Query(host, {
      areas: ['recognition'],
      args: () => {
        const id = host.kudos?.id ?? host.kudosId;
        const isGiven = host.kudos && host.marks !== undefined;
        return id === undefined || isGiven ? undefined : [id];
      },
      load: async ({ recognition }, [id], signal) => {
        const [kudos, marked] = await Promise.all([
          recognition.get({ id }, { signal }),
          recognition.marks({ ids: [id] }, { signal }),
        ]);
        return { kudos, marks: marked.items[0] };
      },
      onChange: (heard) => {
        if (!('ids' in heard)) return false;
        const isOurs = heard.ids.includes(this.kudos?.id ?? '');
        if (isOurs && heard.type === 'kudos.withdrawn') this.leave();
        return !isOurs || this.isGone;
      },
    });
  }

  get kudos(): Kudos | undefined {
    return this.#own.data?.kudos ?? this.#host.kudos;
  }

  get marks(): Marks | undefined {
    return this.#own.data?.marks ?? this.#host.marks ?? undefined;
  }

  get hasReacted(): boolean {
    return this.marks?.reacted.includes('heart') ?? false;
  }

  /** Shows what the server has answered to a change of the viewer's. */
  take(kudos: Kudos, change?: Partial<Marks>): void {
    const { marks: before } = this;
    const marks = before && { ...before, ...change };
    if (this.#own.data) this.#own.mutate(() => ({ kudos, marks }));
    else [this.#host.kudos, this.#host.marks] = [kudos, marks ?? this.#host.marks];
  }

  /** It was withdrawn. */
  leave(): void {
    this.isGone = true;
    this.#host.requestUpdate();
  }

  /** The view while there is nothing to show. */
  render(): unknown {
    return this.#host.kudosId ? this.#own.render({ data: () => nothing }) : nothing;
  }
}

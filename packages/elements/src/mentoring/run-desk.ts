import type { Client, Heard, MatchPair, MatchRun } from '@guildhall/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { loadingState } from '../parts/states.js';
import { workbench } from '../strings/en/workbench.js';
import type { Carried, MoveEvent, Target } from './carry.js';
import { findLeftovers } from './find-leftovers.js';
import { failureLine } from './form-parts.js';
import { MatchBoard, pairKey, type PairEvent, type PairPage } from './match-board.js';
import { MatchWhy } from './match-why.js';
import { RuleOverride, type OverrideEvent } from './rule-override.js';
import { WhatIfs } from './what-ifs.js';

type MoveInput = Parameters<Client['mentoring']['movePair']>[0];

/** How many pairs stand on a page. */
const STEP = 50;

/** A move that rules stand against. */
interface Held {
  readonly carried: Carried;
  readonly place: Target;
  readonly rules: readonly string[];
}

/**
 * @summary The pairs of a run to look at and to change, why each is one, and what would be if.
 * @csspart error - What went wrong.
 */
export class RunDesk extends GuildElement {
  static override readonly tag = 'guild-run-desk';
  static override readonly uses = [MatchBoard, MatchWhy, RuleOverride, WhatIfs];
  static override styles = [
    hostStyles,
    rowSkeletonStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .desk {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(8 * var(--_space));
      }
      .panel {
        display: grid;
        align-content: start;
        gap: calc(6 * var(--_space));
        padding: calc(4.5 * var(--_space));
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      @container (min-width: 58rem) {
        .desk {
          grid-template-columns: minmax(0, 1fr) 23rem;
          gap: calc(10 * var(--_space));
        }
        .panel {
          align-self: start;
        }
      }
    `,
  ];

  readonly #page = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.run ? ([this.run.id, this.cursors.at(-1)] as const) : undefined),
    keep: true,
    load: async (client, [runId, after], signal) => {
      const { items, next } = await client.mentoring.pairs({ runId, limit: STEP, after }, { signal });
      return { runId, items, next };
    },
    onChange: (heard) => this.#isElse(heard),
  });
  readonly #left = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.run ? ([this.run.id] as const) : undefined),
    keep: true,
    load: (client, [runId], signal) => findLeftovers(client, runId, signal),
    onChange: (heard) => this.#isElse(heard),
  });
  readonly #lock = new Command(
    this,
    (client, input: { runId: string; menteeId: string; locked: boolean }, options) =>
      client.mentoring.lockPair(input, options),
  );
  readonly #move = new Command(this, (client, input: MoveInput, options) =>
    client.mentoring.movePair(input, options),
  );

  /** Where the pages before, and this one, begin; undefined: at the worst. */
  @state() private cursors: (string | undefined)[] = [undefined];
  @state() private picked: { menteeId: string; mentorId: string } | undefined;
  @state() private held: Held | undefined;

  /** The run. */
  @property({ attribute: false }) run: MatchRun | undefined;
  /** The viewer may lock and move. */
  @property({ type: Boolean }) changeable = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run') && changed.get('run')?.id !== this.run?.id) {
      this.cursors = [undefined];
      this.picked = undefined;
    }
  }

  /** Changes of other runs, and how far they are, are nothing to this one. */
  #isElse(heard: Heard): boolean {
    return 'ids' in heard && !(heard.type === 'run.changed' && heard.ids.includes(this.run?.id ?? ''));
  }

  async #toggleLock({ pair }: PairEvent): Promise<void> {
    const { mentee, mentor } = pair;
    const locked = !pair.locked;
    const undo = this.#page.mutate((page) => ({
      ...page,
      items: page.items.map((one) => (pairKey(one) === pairKey(pair) ? { ...one, locked } : one)),
    }));
    const done = await this.#lock.run({ runId: this.run?.id ?? '', menteeId: mentee.id, locked });
    if (!done) return undo();
    const { lockedNow, unlockedNow } = this.strings(workbench);
    this.announce((locked ? lockedNow : unlockedNow)(mentee.name, mentor.name));
  }

  async #put({ carried, place }: Pick<MoveEvent, 'carried' | 'place'>, override?: string): Promise<void> {
    const { mentee } = carried;
    const moved = await this.#move.run({
      runId: this.run?.id ?? '',
      menteeId: mentee.id,
      mentorId: place.mentor.id,
      ...(place.mentee && { exchangeWith: place.mentee.id }),
      ...(override && { override }),
    });
    if (!moved) return this.#refused(this.#move.error, { carried, place });
    this.held = undefined;
    this.renderRoot.querySelector('guild-rule-override')?.done();
    this.picked = { menteeId: mentee.id, mentorId: place.mentor.id };
    const strings = this.strings(workbench);
    const { other } = moved;
    this.announce(
      other ? strings.swapped(mentee.name, other.mentee.name) : strings.moved(mentee.name, place.mentor.name),
    );
    await Promise.all([this.#page.reload(), this.#left.reload()]);
  }

  async #refused(failure: Failure | undefined, move: Omit<Held, 'rules'>): Promise<void> {
    if (failure?.reason !== 'pair.rules' || this.held) return;
    const rules = String(failure.details?.rules ?? '').split(',');
    this.#move.reset();
    this.held = { ...move, rules: rules.filter(Boolean) };
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-rule-override')?.show();
  }

  /** The pair whose reasons are shown: the picked one, else the worst. */
  #shown(items: readonly MatchPair[]): { menteeId: string; mentorId: string } | undefined {
    const [worst] = items;
    return this.picked ?? (worst && { menteeId: worst.mentee.id, mentorId: worst.mentor.id });
  }

  #board(page: PairPage): TemplateResult {
    const shown = this.#shown(page.items);
    return html`<guild-match-board
      exportparts="header, list, item, button"
      .page=${page}
      .total=${this.run?.figures?.matched ?? 0}
      .leftovers=${this.#left.data ?? []}
      .selected=${shown ? `${shown.menteeId} ${shown.mentorId}` : ''}
      .changeable=${this.changeable}
      .busy=${this.#page.stale}
      @guild-pick=${({ pair }: PairEvent) => (this.picked = { menteeId: pair.mentee.id, mentorId: pair.mentor.id })}
      @guild-lock=${this.#toggleLock}
      @guild-move=${(event: MoveEvent) => this.#put(event)}
      @guild-earlier=${() => (this.cursors = this.cursors.slice(0, -1))}
      @guild-later=${() => (this.cursors = [...this.cursors, this.#page.data?.next])}
    ></guild-match-board>`;
  }

  #override(): TemplateResult | typeof nothing {
    const { held } = this;
    if (!held) return nothing;
    const { mentee } = held.carried;
    const { mentor } = held.place;
    return html`<guild-rule-override
      .key=${`${this.run?.id} ${mentee.id} ${mentor.id}`}
      .mentee=${mentee}
      .mentor=${mentor}
      .rules=${held.rules}
      .failure=${this.#move.error}
      .pending=${this.#move.pending}
      @guild-override=${({ reason }: OverrideEvent) => this.#put(held, reason)}
      @close=${() => {
        this.held = undefined;
        this.#move.reset();
      }}
    ></guild-rule-override>`;
  }

  #desk(items: readonly MatchPair[], hasMore: boolean): TemplateResult {
    const shown = this.#shown(items);
    const page = { items, before: (this.cursors.length - 1) * STEP, hasMore };
    return html`<div class="desk">
        <div>
          ${this.held ? nothing : failureLine(this.#move.error ?? this.#lock.error, this.locale)}
          ${this.#board(page)}
        </div>
        <aside class="panel">
          <match-why
            .run=${this.run?.id ?? ''}
            .mentee=${shown?.menteeId ?? ''}
            .mentor=${shown?.mentorId ?? ''}
          ></match-why>
          ${this.changeable ? html`<guild-what-ifs .run=${this.run} changeable></guild-what-ifs>` : nothing}
        </aside>
      </div>
      ${this.#override()}`;
  }

  protected override view(): unknown {
    return this.#page.render({
      loading: () => loadingState(this.locale, rowSkeletons),
      data: ({ runId, items, next }) =>
        runId === this.run?.id
          ? this.#desk(items, next !== undefined)
          : loadingState(this.locale, rowSkeletons),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-run-desk': RunDesk;
  }
}

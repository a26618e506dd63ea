import type { Commitment } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayWords } from './days.js';
import { failureLine, formStyles } from './form-parts.js';

type Settled = { commitmentId: string; state: Commitment['state'] };

/**
 * @summary What two people have promised each other and is still open, carried on from session to session.
 * @csspart list - The promises.
 * @csspart item - A promise.
 * @csspart button - What settles it.
 * @csspart error - What went wrong.
 */
export class MentorshipPromises extends GuildElement {
  static override readonly tag = 'guild-mentorship-promises';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      .tick input {
        margin-block-start: 0.2em;
        align-self: start;
      }
      .tick > span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .small {
        display: block;
      }
      .gone bdi {
        color: var(--_quiet);
        text-decoration: line-through;
      }
    `,
  ];

  readonly #open = new Query<readonly Commitment[], readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? [this.mentorshipId] : undefined),
    keep: true,
    load: async (client, [mentorshipId], signal) =>
      (await client.mentoring.commitments({ mentorshipId, state: 'open', limit: 100 }, { signal })).items,
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.mentorshipId),
  });
  readonly #settle = new Command(this, (client, input: Settled, options) =>
    client.mentoring.settleCommitment({ mentorshipId: this.mentorshipId, ...input }, options),
  );
  /** What the viewer has settled in this view stays in it, so that it can be taken back. */
  #settled: readonly Commitment[] = [];

  /** The id of the mentorship. */
  @property({ attribute: false }) mentorshipId = '';

  async #set(one: Commitment, isKept: boolean): Promise<void> {
    const after = await this.#settle.run({ commitmentId: one.id, state: isKept ? 'kept' : 'open' });
    if (!after) return this.requestUpdate();
    this.#settled = [...this.#settled.filter(({ id }) => id !== one.id), after];
    await this.#open.reload();
  }

  #promise(one: Commitment): TemplateResult {
    const strings = this.strings(english);
    const { text, owner, dueOn, carried, state } = one;
    const name = owner.id === this.me?.id ? strings.commitmentYou : owner.name;
    const small = [
      dueOn && strings.goalBy(dayWords(dueOn, this.locale)),
      carried ? strings.carried(carried) : '',
    ].filter(Boolean);
    const isKept = state === 'kept';
    return html`<li class=${isKept ? 'gone' : ''} part="item">
      <label class="tick">
        <input
          type="checkbox"
          .checked=${isKept}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#set(one, target.checked)}
        />
        <span
          ><bdi>${text}</bdi>
          <span class="quiet small"><bdi>${name}</bdi>${small.map((each) => ` · ${each}`)}</span></span
        >
      </label>
    </li>`;
  }

  protected override view(): unknown {
    return this.#open.render({
      loading: () => nothing,
      data: (open) => {
        const gone = this.#settled.filter(
          ({ id, state }) => state !== 'open' && !open.some((one) => one.id === id),
        );
        if (!open.length && !gone.length) return nothing;
        return html`<h3>${this.strings(english).commitments}</h3>
          <ul part="list" role="list">
            ${[...open, ...gone].map((one) => this.#promise(one))}
          </ul>
          ${failureLine(this.#settle.error, this.locale)}`;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-promises': MentorshipPromises;
  }
}

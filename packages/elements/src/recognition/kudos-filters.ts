import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { recognition } from '../strings/en/recognition.js';

/**
 * @summary The chips above a wall: everyone, the viewer's teams, the viewer, and each company value.
 * @event change - The viewer has chosen; `chosen` says what.
 */
export class KudosFilters extends GuildElement {
  static override readonly tag = 'guild-kudos-filters';
  static override styles = [
    hostStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: calc(1.5 * var(--_space));
      }
    `,
  ];

  readonly #values = new Query(this, {
    areas: ['people'],
    load: async (client, _none, signal) => (await client.people.values({}, { signal })).items,
  });

  /** `everyone`, `team`, `mine`, `given`, or the id of a value. */
  @property({ attribute: false }) chosen = 'everyone';
  /** Offers what the viewer has given too. */
  @property({ type: Boolean }) given = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  #choose({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLButtonElement)) return;
    this.chosen = currentTarget.value;
    this.fire(new Event('change'));
  }

  protected override view(): TemplateResult {
    const { wallFilter, filterEveryone, filterTeam, filterMine, filterGiven } = this.strings(recognition);
    const choices = [
      { id: 'everyone', name: filterEveryone },
      ...(this.me && !this.me.teams.length ? [] : [{ id: 'team', name: filterTeam }]),
      { id: 'mine', name: filterMine },
      ...(this.given ? [{ id: 'given', name: filterGiven }] : []),
      ...(this.#values.data ?? []),
    ];
    return html`<div role="group" aria-label=${wallFilter}>
      ${choices.map(
        ({ id, name }) =>
          html`<button
            class="chip"
            part="button"
            value=${id}
            aria-pressed=${id === this.chosen}
            @click=${this.#choose}
          >
            <bdi>${name}</bdi>
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-filters': KudosFilters;
  }
}

import type { Client, Nomination } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { PersonPicker } from '../parts/person-picker.js';
import { reviewForm } from '../strings/en/review-form.js';

type Draft = Parameters<Client['reviews']['nominate']>[0]['reviewers'][number];

/**
 * @summary Reviewers of one person who declined or were not approved, and somebody else in their place.
 * @event guild-change - Somebody was proposed.
 * @csspart list - Those whose place is free.
 * @csspart item - One of them.
 * @csspart name - The name.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class ReviewerReplace extends GuildElement {
  static override readonly tag = 'guild-reviewer-replace';
  static override readonly uses = [PersonPicker];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      ul,
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(2 * var(--_space));
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 calc(4 * var(--_space));
      }
    `,
  ];

  readonly #nominations = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycleId && this.subjectId ? ([this.cycleId, this.subjectId] as const) : undefined),
    keep: true,
    load: async (client, [cycleId, subjectId], signal) =>
      (await client.reviews.nominations({ cycleId, subjectId, limit: 100 }, { signal })).items,
  });
  readonly #propose = new Command(this, (client, reviewer: Draft, options) =>
    client.reviews.nominate(
      { cycleId: this.cycleId, subjectId: this.subjectId, reviewers: [reviewer] },
      options,
    ),
  );

  @state() private replacing = '';

  /** The id of the cycle. */
  @property() cycleId = '';
  /** The id of who is reviewed. */
  @property() subjectId = '';

  /** Reads the list again, after something else has changed it. */
  async reload(): Promise<void> {
    await this.#nominations.reload();
  }

  async #open(id: string): Promise<void> {
    this.replacing = id;
    this.#propose.reset();
    await this.updateComplete;
    this.renderRoot.querySelector('guild-person-picker')?.focus();
  }

  async #pick({ id: replaces, direction }: Nomination, { currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof PersonPicker)) return;
    const [person] = currentTarget.value;
    currentTarget.value = [];
    // Nobody nominates for the forms of subjects and their managers.
    if (!person || direction === 'self' || direction === 'manager') return;
    if (!(await this.#propose.run({ personId: person.id, direction, replaces }))) return;
    this.replacing = '';
    this.announce(this.strings(reviewForm).added(person.name));
    this.fire(new Event('guild-change'));
    await this.#nominations.reload();
  }

  #row(nomination: Nomination): TemplateResult {
    const strings = this.strings(reviewForm);
    const { id, reviewer, state } = nomination;
    const { name } = reviewer;
    return html`<li part="item">
      <div class="line">
        <span
          ><bdi part="name">${name}</bdi>
          <span class="quiet small">${strings.nominationStates[state]}</span></span
        >
        ${
          this.replacing === id
            ? nothing
            : html`<button
                class="button quiet"
                part="button"
                aria-label=${strings.replaceNamed(name)}
                @click=${() => this.#open(id)}
              >
                ${strings.replace}
              </button>`
        }
      </div>
      ${
        this.replacing === id
          ? html`<guild-person-picker
                people-only
                .label=${strings.replacing(name)}
                @guild-change=${(event: Event) => this.#pick(nomination, event)}
              ></guild-person-picker>
              ${failureLine(this.#propose.error, this.locale)}`
          : nothing
      }
    </li>`;
  }

  protected override view(): unknown {
    const all = this.#nominations.data ?? [];
    const free = all.filter(({ id, may }) => may.replace && !all.some(({ replaces }) => replaces === id));
    if (!free.length) return nothing;
    return html`<p class="quiet small" id="free">${this.strings(reviewForm).freePlaces}</p>
      <ul part="list" role="list" aria-labelledby="free">
        ${free.map((one) => this.#row(one))}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-reviewer-replace': ReviewerReplace;
  }
}

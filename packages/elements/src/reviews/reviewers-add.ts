import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { failureLine, formStyles, selectField } from '../mentoring/form-parts.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle } from './cycle-types.js';
import { SEVERAL, type Several } from './cycle-writing.js';

type Suggestion = Awaited<ReturnType<Client['reviews']['suggestReviewers']>>['items'][number];

/**
 * @summary Adds reviewers for somebody: by name, or from those who work with them.
 * @event guild-change - Reviewers were added.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What is wrong.
 */
export class ReviewersAdd extends GuildElement {
  static override readonly tag = 'guild-reviewers-add';
  static override readonly uses = [PersonPicker];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      .form {
        padding-block-start: calc(3 * var(--_space));
      }
      .suggestions {
        display: flex;
        flex-wrap: wrap;
        gap: calc(2 * var(--_space));
        margin-block-start: calc(1 * var(--_space));
      }
    `,
  ];

  readonly #suggested = new Query(this, {
    areas: [],
    args: () =>
      this.cycle && this.subject && this.opened
        ? ([this.cycle.id, this.subject.id, this.#direction] as const)
        : undefined,
    keep: true,
    load: (client: Client, [cycleId, subjectId, direction], signal) =>
      client.reviews.suggestReviewers({ cycleId, subjectId, direction }, { signal }),
  });
  readonly #add = new Command(this, (client, ids: readonly string[], options) => {
    const direction = this.#direction;
    const reviewers = ids.map((personId) => ({ personId, direction }));
    const subjectId = this.subject?.id ?? '';
    return client.reviews.nominate({ cycleId: this.cycle?.id ?? '', subjectId, reviewers }, options);
  });

  @state() private opened = false;
  @state() private people: readonly Picked[] = [];
  @state() private chosen: Several | undefined;
  @state() private problem = '';

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;
  /** Who is reviewed. */
  @property({ attribute: false }) subject: { id: string; name: string } | undefined;

  /** The kinds of reviewers that this cycle asks. */
  get #offered(): readonly Several[] {
    const asked = this.cycle?.templates.map(({ direction }) => direction) ?? [];
    return SEVERAL.filter((one) => asked.includes(one));
  }

  get #direction(): Several {
    return this.chosen ?? this.#offered[0] ?? 'peer';
  }

  async #save(): Promise<void> {
    const strings = this.strings(reviewConsole);
    this.problem = this.people.length ? '' : strings.addEmpty;
    if (this.problem) return;
    const names = this.people.map(({ name }) => name);
    if (!(await this.#add.run(this.people.map(({ id }) => id)))) return;
    this.people = [];
    this.announce(strings.added(this.formats.list(names)));
    this.fire(new Event('guild-change'));
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    this.chosen = this.#offered.find((one) => one === target.value);
  }

  #why({ why, department }: Suggestion): string {
    const { suggestionWhy } = this.strings(reviewConsole);
    const reasons = why.map((one) => {
      if (one.kind === 'team') return suggestionWhy.team(one.name);
      return one.kind === 'kudos' ? suggestionWhy.kudos(one.count) : suggestionWhy[one.kind]();
    });
    return [...reasons, ...(department ? [department] : [])].join(', ');
  }

  #suggestion(one: Suggestion): TemplateResult {
    const { id, name } = one.person;
    const add = () => (this.people = [...this.people, { id, name, kind: 'person' }]);
    return html`<li>
      <button
        class="chip"
        part="button"
        title=${this.#why(one)}
        aria-label=${`${this.strings(reviewConsole).suggestionAdd(name)}: ${this.#why(one)}`}
        @click=${add}
      >
        <bdi>${name}</bdi>
      </button>
    </li>`;
  }

  #suggestions(): unknown {
    const items = (this.#suggested.data?.items ?? []).filter(
      ({ person }) => !this.people.some(({ id }) => id === person.id),
    );
    if (!items.length) return nothing;
    return html`<div>
      <p class="quiet small">${this.strings(reviewConsole).suggestions}</p>
      <ul class="suggestions" role="list">
        ${items.map((one) => this.#suggestion(one))}
      </ul>
    </div>`;
  }

  #form(subject: { name: string }): TemplateResult {
    const strings = this.strings(reviewConsole);
    const choices = this.#offered.map((one) => [one, strings.directions[one] ?? one] as const);
    return html`<div
      class="form"
      role="group"
      aria-label=${strings.addFor(subject.name)}
      @change=${this.#choose}
    >
      ${selectField('direction', strings.addAs, choices, this.#direction)}
      <guild-person-picker
        people-only
        .label=${strings.addWho}
        .help=${strings.addHelp}
        .error=${this.problem}
        .value=${this.people}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof PersonPicker && (this.people = [...currentTarget.value])}
      ></guild-person-picker>
      ${this.#suggestions()} ${failureLine(this.#add.error, this.locale)}
      <div class="actions">
        <button class="button" part="button" aria-disabled=${this.#add.pending} @click=${this.#save}>
          ${strings.addSave}
        </button>
      </div>
    </div>`;
  }

  protected override view(): unknown {
    const { subject } = this;
    if (!subject || !this.#offered.length) return nothing;
    const toggle = ({ currentTarget }: Event) =>
      currentTarget instanceof HTMLDetailsElement && (this.opened = currentTarget.open);
    return html`<details @toggle=${toggle}>
      <summary class="quiet">${this.strings(reviewConsole).add}</summary>
      ${this.opened ? this.#form(subject) : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-reviewers-add': ReviewersAdd;
  }
}

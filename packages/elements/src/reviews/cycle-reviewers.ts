import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { emptyState } from '../parts/states.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { allSubjects } from './cycle-people.js';
import type { Cycle, CycleSubject } from './cycle-types.js';
import { SubjectReviewers } from './subject-reviewers.js';

/**
 * @summary Who is reviewed in a cycle, with how many reviewers stand for each; opened, who they are.
 * @csspart list - Those who are reviewed, and their reviewers.
 * @csspart item - One of them.
 * @csspart name - A name.
 * @csspart text - What is said about them.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart empty - What is said when nobody is.
 * @csspart error - What went wrong.
 */
export class CycleReviewers extends GuildElement {
  static override readonly tag = 'guild-cycle-reviewers';
  static override readonly uses = [PersonAvatar, SubjectReviewers];
  static override styles = [
    hostStyles,
    css`
      li {
        border-block-end: 1px solid var(--_line);
      }
      summary {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: calc(3 * var(--_space));
        align-items: center;
        padding-block: calc(2.5 * var(--_space));
        border-radius: 8px;
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::after {
        inline-size: 7px;
        block-size: 7px;
        margin-inline-end: calc(2 * var(--_space));
        border: solid var(--_quiet);
        border-width: 0 1.6px 1.6px 0;
        rotate: 45deg;
        content: '';
      }
      details[open] summary::after {
        rotate: 225deg;
      }
      .name {
        font-weight: 500;
      }
      guild-subject-reviewers {
        padding-block: 0 calc(5 * var(--_space));
        padding-inline-start: calc(36px + 3 * var(--_space));
      }
      @media (max-width: 30rem) {
        guild-subject-reviewers {
          padding-inline-start: 0;
        }
      }
      .help {
        margin-block-end: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #subjects = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle ? ([this.cycle.id] as const) : undefined),
    keep: true,
    load: (client: Client, [cycleId], signal) => allSubjects(client, cycleId, signal),
  });

  @state() private opened: readonly string[] = [];

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  #toggle(id: string, { currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLDetailsElement)) return;
    const others = this.opened.filter((one) => one !== id);
    this.opened = currentTarget.open ? [...others, id] : others;
  }

  #counts({ manager, reviewers }: CycleSubject): TemplateResult {
    const strings = this.strings(reviewConsole);
    const counts = reviewers.flatMap(({ direction, standing, proposed, declined, min, max }) => [
      strings.standing(standing, strings.relations[direction] ?? direction, min, max),
      ...(proposed ? [strings.waiting(proposed)] : []),
      ...(declined ? [strings.declines(declined)] : []),
    ]);
    const few = reviewers.some((one) => one.few);
    return html`<span class="quiet small"
      ><bdi>${[...(manager ? [strings.managerIs(manager.name)] : []), ...counts].join(' · ')}</bdi>${
        few ? html`<br />${strings.few}` : nothing
      }</span
    >`;
  }

  #row(cycle: Cycle, one: CycleSubject): TemplateResult {
    const { id, name } = one.subject;
    return html`<li part="item">
      <details @toggle=${(event: Event) => this.#toggle(id, event)}>
        <summary>
          <guild-avatar .person=${one.subject}></guild-avatar>
          <span><bdi class="name" part="name">${name}</bdi><br />${this.#counts(one)}</span>
        </summary>
        ${
          this.opened.includes(id)
            ? html`<guild-subject-reviewers
                exportparts="list, item, name, text, field, button, error"
                .cycle=${cycle}
                .subject=${one.subject}
                @guild-change=${() => this.#subjects.reload()}
              ></guild-subject-reviewers>`
            : nothing
        }
      </details>
    </li>`;
  }

  protected override view(): unknown {
    const { cycle } = this;
    if (!cycle) return nothing;
    const strings = this.strings(reviewConsole);
    return html`<p class="help">${strings.nominationsHelp}</p>
      ${this.#subjects.render({
        data: (subjects) =>
          subjects.length
            ? html`<ul part="list" role="list">
                ${subjects.map((one) => this.#row(cycle, one))}
              </ul>`
            : emptyState(strings.noSubjects),
      })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-reviewers': CycleReviewers;
  }
}

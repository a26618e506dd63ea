import type { Client, Cycle, CycleSubject } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { reviewForm } from '../strings/en/review-form.js';
import { ReviewerReplace } from './reviewer-replace.js';
import { SubjectReviewers } from './subject-reviewers.js';

/** Somebody for whom the viewer proposes or approves reviewers. */
interface Choice {
  cycle: Cycle;
  subjects: readonly CycleSubject[];
}

/**
 * @summary Who is to be asked about the viewer, and about those who report to the viewer: propose, approve, replace.
 * @csspart header - The title.
 * @csspart list - Those about whom reviewers are asked.
 * @csspart item - One of them.
 * @csspart text - What is said.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class ReviewNominations extends GuildElement {
  static override readonly tag = 'guild-review-nominations';
  static override readonly uses = [ReviewerReplace, SubjectReviewers];
  static override styles = [
    hostStyles,
    css`
      :host,
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      .about {
        display: grid;
        gap: var(--_space);
        margin-block-start: calc(-3 * var(--_space));
      }
      section {
        padding-block-start: calc(4 * var(--_space));
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  readonly #choices = new Query(this, {
    areas: ['reviews'],
    args: () => this.me && ([this.me.id] as const),
    keep: true,
    load: (client, [viewerId], signal) => this.#load(client, viewerId, signal),
  });

  async #load(client: Client, viewerId: string, signal: AbortSignal): Promise<Choice[]> {
    const { items } = await client.reviews.cycles(
      { states: ['nominating', 'approving', 'collecting'], limit: 20 },
      { signal },
    );
    const open = items.filter(({ may }) => may.nominate || may.approve);
    const choices = await Promise.all(
      open.map(async (cycle) => {
        const found = await client.reviews.subjects({ cycleId: cycle.id, limit: 100 }, { signal });
        // HR sees all of them in the console; here are the viewer's own.
        const own = found.items.filter(
          ({ subject, manager }) => subject.id === viewerId || manager?.id === viewerId,
        );
        return { cycle, subjects: own };
      }),
    );
    return choices.filter(({ subjects }) => subjects.length);
  }

  #counts({ reviewers }: CycleSubject): TemplateResult {
    const strings = this.strings(reviewForm);
    const few = reviewers.some((one) => one.few);
    return html`<p class="quiet small" part="text">
        ${reviewers.map(({ direction, standing, min, max }, index) => {
          const { external, peer, upward } = strings.directions;
          const known: Partial<Record<string, string>> = { external, peer, upward };
          return html`${index ? ' · ' : ''}${known[direction] ?? direction}:
          ${strings.amount(standing, min, max)}`;
        })}
      </p>
      ${few ? html`<p class="quiet small">${strings.few}</p>` : nothing}`;
  }

  #subject(cycle: Cycle, one: CycleSubject): TemplateResult {
    const strings = this.strings(reviewForm);
    const { id, name } = one.subject;
    const isOwn = id === this.me?.id;
    const title = isOwn
      ? strings.nominateTitle
      : fill(strings.nominateTitleNamed, { name: html`<bdi>${name}</bdi>` });
    // One list shows what was changed in the other, and nothing tells them: changes here are in no feed.
    const reload = ({ currentTarget }: Event) => {
      void this.#choices.reload();
      const section = currentTarget instanceof Element ? currentTarget.parentElement : undefined;
      const isReplaced = currentTarget instanceof ReviewerReplace;
      void section
        ?.querySelector(isReplaced ? 'guild-subject-reviewers' : 'guild-reviewer-replace')
        ?.reload();
    };
    return html`<section part="item" aria-labelledby="about-${id}">
      <h3 part="header" id="about-${id}">${title}</h3>
      <div class="about">
        <p class="quiet small">
          <bdi>${cycle.name}</bdi> · ${strings.nominateBy(dayWords(cycle.dates.nominateBy, this.locale))} ·
          ${strings.neverWho}
        </p>
        ${this.#counts(one)}
      </div>
      <guild-subject-reviewers
        exportparts="list, item, button, error"
        .cycle=${cycle}
        .subject=${one.subject}
        .adds=${cycle.state === 'nominating' && cycle.may.nominate}
        @guild-change=${reload}
      ></guild-subject-reviewers>
      <guild-reviewer-replace
        exportparts="list, item, button, error"
        .cycleId=${cycle.id}
        .subjectId=${id}
        @guild-change=${reload}
      ></guild-reviewer-replace>
    </section>`;
  }

  protected override view(): unknown {
    return this.#choices.render({
      loading: () => nothing,
      data: (choices) =>
        choices.map(({ cycle, subjects }) => subjects.map((one) => this.#subject(cycle, one))),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-nominations': ReviewNominations;
  }
}

import type { Client, ReviewTask } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { reviewForm } from '../strings/en/review-form.js';
import { GrowthQuestions } from './growth-questions.js';
import { ReviewOpenEvent } from './review-events.js';
import { ReviewNominations } from './review-nominations.js';
import { ReviewTaskRow } from './review-task-row.js';

const STEP = 50;

interface Tasks {
  items: readonly ReviewTask[];
  isPart: boolean;
}

/**
 * @summary The review forms that the viewer is asked to fill, and the reviews for which they propose or approve reviewers.
 * @slot empty - What to show when there is nothing to do.
 * @event {ReviewOpenEvent} guild-review-open - The viewer wants to see a form; unless prevented, it is shown here.
 * @event {ReviewSentEvent} guild-review-sent - The viewer has sent a form.
 * @event {ReviewDeclinedEvent} guild-review-declined - The viewer has declined one.
 * @csspart header - A title.
 * @csspart list - The forms.
 * @csspart item - One of them.
 * @csspart button - A button.
 * @csspart empty - What is said when there is nothing to do.
 * @csspart error - What went wrong.
 */
export class ReviewTasks extends GuildElement {
  static override readonly tag = 'review-tasks';
  static override readonly uses = [GrowthQuestions, ReviewNominations, ReviewTaskRow];
  static override styles = [
    hostStyles,
    rowSkeletonStyles,
    css`
      .whole {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(6 * var(--_space));
        max-inline-size: 48rem;
      }
      h2 {
        margin-block-end: calc(-1 * var(--_space));
      }
      section,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
      }
      h3,
      summary {
        font-size: 1em;
        font-weight: 600;
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      details ul {
        padding-block-start: calc(4 * var(--_space));
      }
      .more,
      .back {
        justify-self: start;
      }
      .button.back {
        padding-inline: 0;
      }
    `,
  ];

  readonly #tasks = new Query(this, {
    areas: ['reviews'],
    keep: true,
    args: () => this.me && ([this.me.id, this.pages] as const),
    load: (client, [, pages], signal) => this.#load(client, pages, signal),
  });
  readonly #form = lateElement(
    this,
    () => this.opened !== '',
    async () => (await import('./review-form.js')).ReviewForm,
  );

  @state() private pages = 1;
  /** How many colleagues ask whether something has changed. */
  @state() private asked = 0;

  /** The id of the form that is shown in the place of the list. */
  @property() opened = '';

  async #load(client: Client, pages: number, signal: AbortSignal): Promise<Tasks> {
    const items: ReviewTask[] = [];
    let after: string | undefined;
    for (let page = 0; page < pages; page++) {
      const found = await client.reviews.tasks({ limit: STEP, ...(after && { after }) }, { signal });
      items.push(...found.items);
      after = found.next;
      if (!after) break;
    }
    return { items, isPart: after !== undefined };
  }

  async #open(task: ReviewTask): Promise<void> {
    if (!this.fire(new ReviewOpenEvent(task))) return;
    this.opened = task.id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.back')?.focus();
  }

  async #close(): Promise<void> {
    const id = this.opened;
    this.opened = '';
    await this.#tasks.reload();
    await this.updateComplete;
    const rows = [...this.renderRoot.querySelectorAll('guild-review-task')];
    const row = rows.find(({ task }) => task?.id === id) ?? rows[0];
    await row?.updateComplete;
    row?.focus();
  }

  #count({ currentTarget }: Event): void {
    if (currentTarget instanceof GrowthQuestions) this.asked = currentTarget.count;
  }

  #rows(items: readonly ReviewTask[], label: string): TemplateResult {
    return html`<ul part="list" role="list" aria-label=${label}>
      ${inOrder(
        items,
        ({ id }) => id,
        (task) =>
          html`<li part="item">
            <guild-review-task
              exportparts="button"
              .task=${task}
              @guild-open=${() => this.#open(task)}
            ></guild-review-task>
          </li>`,
      )}
    </ul>`;
  }

  #list({ items, isPart }: Tasks): TemplateResult {
    const strings = this.strings(reviewForm);
    const waiting = items.filter(({ state }) => !['answered', 'over'].includes(state));
    const done = items.filter(({ state }) => state === 'answered');
    const over = items.filter(({ state }) => state === 'over');
    return html`<div class="whole">
      <h2 class="title" part="header">${strings.tasksTitle}</h2>
      ${
        waiting.length
          ? this.#rows(waiting, strings.tasksTitle)
          : this.asked
            ? nothing
            : emptyState(strings.tasksEmpty)
      }
      <guild-growth-questions
        exportparts="header, list, item, text, button, error"
        @guild-count=${this.#count}
      ></guild-growth-questions>
      <guild-review-nominations exportparts="header, list, item, button, error"></guild-review-nominations>
      ${
        done.length
          ? html`<section>
              <h3 part="header">${strings.tasksDone}</h3>
              ${this.#rows(done, strings.tasksDone)}
            </section>`
          : nothing
      }
      ${
        over.length
          ? html`<details>
              <summary class="quiet">${strings.tasksOver}</summary>
              ${this.#rows(over, strings.tasksOver)}
            </details>`
          : nothing
      }
      ${
        isPart
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.#tasks.stale}
              @click=${() => (this.pages += 1)}
            >
              ${this.strings(common).more}
            </button>`
          : nothing
      }
    </div>`;
  }

  #shownForm(): TemplateResult {
    return html`<div class="whole">
      <button class="button quiet back" part="button" @click=${this.#close}>
        ${this.strings(reviewForm).back}
      </button>
      ${this.#form.render({
        data: () =>
          html`<review-form
            exportparts="header, text, progress, actions, button, error"
            .formId=${this.opened}
          ></review-form>`,
      })}
    </div>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    if (this.opened) return this.#shownForm();
    return this.#tasks.render({
      loading: () => loadingState(this.locale, rowSkeletons),
      data: (tasks) => this.#list(tasks),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-tasks': ReviewTasks;
  }
}

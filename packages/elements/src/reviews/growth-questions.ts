import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { lateElement } from '../parts/late-element.js';
import { lock } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { reviewForm } from '../strings/en/review-form.js';

/** One question that the viewer is asked. */
export type GrowthTask = Awaited<ReturnType<Client['growth']['tasks']>>['items'][number];

/**
 * @summary Colleagues who want to know whether the viewer noticed a change in what they work on. Nothing where nobody asks.
 * @event guild-count - There are more or fewer of them; `count` says how many.
 * @csspart header - A title.
 * @csspart list - The questions.
 * @csspart item - One of them.
 * @csspart text - What is said.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class GrowthQuestions extends GuildElement {
  static override readonly tag = 'guild-growth-questions';
  static override readonly uses = [PersonAvatar];
  static override styles = [
    hostStyles,
    css`
      section,
      ul,
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      .row {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: calc(2 * var(--_space)) calc(3 * var(--_space));
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(2.5 * var(--_space));
      }
      .facts span {
        display: inline-flex;
        align-items: center;
        gap: var(--_space);
      }
      @media (max-width: 30rem) {
        .row {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .row .button {
          grid-column: 2;
          justify-self: start;
        }
      }
    `,
  ];

  readonly #tasks = new Query(this, {
    areas: ['growth'],
    args: () => this.me && ([this.me.id] as const),
    keep: true,
    load: (client, _args, signal) => client.growth.tasks({}, { signal }),
  });
  readonly #form = lateElement(
    this,
    () => this.opened !== '',
    async () => (await import('./growth-question.js')).GrowthQuestion,
  );

  /** The id of the question that is open. */
  @state() private opened = '';
  #counted = 0;

  /** How many questions there are. */
  get count(): number {
    return this.#tasks.data?.items.length ?? 0;
  }

  protected override updated(): void {
    if (this.count === this.#counted) return;
    this.#counted = this.count;
    this.fire(new Event('guild-count'));
  }

  async #close(id: string): Promise<void> {
    this.opened = '';
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.row .button')];
    buttons.find(({ dataset }) => dataset['id'] === id)?.focus();
  }

  #row(task: GrowthTask): TemplateResult {
    const strings = this.strings(reviewForm);
    const { id, subject, label, mode, answerBy, answered } = task;
    const named = answered ? strings.growthChangeNamed : strings.growthAnswerNamed;
    const isOpen = this.opened === id;
    return html`<div class="row">
        <guild-avatar .person=${subject}></guild-avatar>
        <div>
          <p part="text">
            ${fill(strings.growthAbout, { name: html`<bdi>${subject.name}</bdi>`, label: html`<bdi>${label}</bdi>` })}
          </p>
          <div class="facts quiet small">
            <span>${strings.dueOn(dayWords(answerBy, this.locale))}</span>
            <span>${lock}${strings.keepings[mode]}</span>
            ${answered ? html`<span>${strings.growthSentNote}</span>` : nothing}
          </div>
        </div>
        ${
          isOpen
            ? nothing
            : html`<button
                class="button ${answered ? 'quiet' : ''}"
                part="button"
                data-id=${id}
                aria-label=${named(subject.name, label)}
                @click=${() => (this.opened = id)}
              >
                ${answered ? strings.growthChange : strings.growthAnswer}
              </button>`
        }
      </div>
      ${
        isOpen
          ? this.#form.render({
              data: () =>
                html`<guild-growth-question
                  exportparts="header, text, button, error"
                  .task=${task}
                  @guild-sent=${() => this.#tasks.reload()}
                  @guild-close=${() => this.#close(id)}
                ></guild-growth-question>`,
            })
          : nothing
      }`;
  }

  protected override view(): unknown {
    const { growthTitle } = this.strings(reviewForm);
    return this.#tasks.render({
      data: ({ items }) =>
        items.length
          ? html`<section aria-labelledby="title">
              <h3 part="header" id="title">${growthTitle}</h3>
              <ul part="list" role="list">
                ${inOrder(
                  items,
                  ({ id }) => id,
                  (task) => html`<li part="item">${this.#row(task)}</li>`,
                )}
              </ul>
            </section>`
          : nothing,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-growth-questions': GrowthQuestions;
  }
}

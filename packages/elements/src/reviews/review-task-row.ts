import type { ReviewTask } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { lock, people } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { reviewForm } from '../strings/en/review-form.js';

/**
 * @summary One form that the viewer is asked to fill: on whom, as what, until when, and how it is kept.
 * @event guild-open - The viewer wants to see it.
 * @csspart name - On whom it is.
 * @csspart text - What is said about it.
 * @csspart button - What opens it.
 */
export class ReviewTaskRow extends GuildElement {
  static override readonly tag = 'guild-review-task';
  static override readonly uses = [PersonAvatar];
  static override styles = [
    hostStyles,
    css`
      .row {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: calc(2 * var(--_space)) calc(3 * var(--_space));
      }
      .name {
        font-weight: 500;
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
        .button {
          grid-column: 2;
          justify-self: start;
        }
      }
    `,
  ];

  /** The form. */
  @property({ attribute: false }) task: ReviewTask | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  #action({ state, about, direction, may }: ReviewTask): [text: string, label: string] {
    const strings = this.strings(reviewForm);
    if (state === 'open' && may.start) {
      const label = direction === 'self' ? strings.beginOwn : strings.beginNamed(about.name);
      return [strings.begin, label];
    }
    if (state === 'started') return [strings.goOn, strings.goOnNamed(about.name)];
    if (state === 'answered') return [strings.change, strings.changeNamed(about.name)];
    return [strings.look, strings.lookNamed(about.name)];
  }

  protected override view(): TemplateResult | typeof nothing {
    const { task } = this;
    if (!task) return nothing;
    const strings = this.strings(reviewForm);
    const { about, cycle, direction, dueOn, keeping, state } = task;
    const [text, label] = this.#action(task);
    const until = state === 'upcoming' ? strings.opensLater : strings.dueOn(dayWords(dueOn, this.locale));
    const waits = state === 'open' || state === 'started';
    return html`<div class="row">
      <guild-avatar .person=${about}></guild-avatar>
      <div>
        <bdi class="name" part="name">${about.name}</bdi>
        <div class="facts quiet small" part="text">
          <span>${strings.as[direction]}</span>
          <span><bdi>${cycle.name}</bdi></span>
          <span>${until}</span>
          <span>${keeping === 'attributed' ? people : lock}${strings.keepings[keeping]}</span>
        </div>
      </div>
      ${
        state === 'over'
          ? nothing
          : html`<button
              class="button ${waits ? '' : 'quiet'}"
              part="button"
              aria-label=${label}
              @click=${() => this.fire(new Event('guild-open'))}
            >
              ${text}
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-task': ReviewTaskRow;
  }
}

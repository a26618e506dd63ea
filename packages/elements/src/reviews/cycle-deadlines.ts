import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle } from './cycle-types.js';

type Deadline = 'nominateBy' | 'answerBy';

/**
 * @summary Gives everybody in a cycle more time: a deadline moves to later.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart actions - The button.
 * @csspart button - The button.
 * @csspart error - What is wrong.
 */
export class CycleDeadlines extends GuildElement {
  static override readonly tag = 'guild-cycle-deadlines';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .input {
        max-inline-size: 14rem;
      }
    `,
  ];

  readonly #extend = new Command(
    this,
    (client, input: { id: string } & Partial<Record<Deadline, string>>, options) =>
      client.reviews.extend(input, options),
  );

  @state() private day = '';
  @state() private problem = '';

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  /** The deadline that comes next. */
  get #deadline(): Deadline {
    return this.cycle?.state === 'nominating' || this.cycle?.state === 'approving'
      ? 'nominateBy'
      : 'answerBy';
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.day = target.value;
    this.problem = '';
  }

  async #save({ id, dates }: Cycle): Promise<void> {
    const strings = this.strings(reviewConsole);
    const deadline = this.#deadline;
    const day = this.day || dates[deadline];
    this.problem = day > dates[deadline] ? '' : strings.extendEarlier;
    if (this.problem) return this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
    if (!(await this.#extend.run({ id, [deadline]: day }))) return;
    this.day = '';
    this.announce(strings.extended(dayWords(day, this.locale)));
  }

  protected override view(): TemplateResult | typeof nothing {
    const { cycle } = this;
    if (!cycle) return nothing;
    const strings = this.strings(reviewConsole);
    const deadline = this.#deadline;
    return html`<div class="form" @input=${this.#input}>
      <h3 class="title" part="header">${strings.extendTitle}</h3>
      ${lineField({
        name: 'day',
        type: 'date',
        label: deadline === 'nominateBy' ? strings.extendNominate : strings.extendAnswer,
        value: this.day || cycle.dates[deadline],
        min: cycle.dates[deadline],
        help: strings.extendHelp,
        problem: this.problem,
      })}
      ${failureLine(this.#extend.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button"
          part="button"
          aria-disabled=${this.#extend.pending}
          @click=${() => this.#save(cycle)}
        >
          ${strings.extendSave}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-deadlines': CycleDeadlines;
  }
}

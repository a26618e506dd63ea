import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, lineField, note, selectField, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { CalibrationSheetData } from './cycle-types.js';

type Question = CalibrationSheetData['questions'][number];
type Row = CalibrationSheetData['rows'][number];

/**
 * @summary Changes one rating in a calibration, with the reason that stays beside it.
 * @event guild-saved - It is changed.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart button - The button.
 * @csspart error - What is wrong.
 */
export class RatingChange extends GuildElement {
  static override readonly tag = 'guild-rating-change';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<{ to: string; why: string }>(this, {
    name: () => (this.row && this.question ? `rating ${this.row.responseId} ${this.question.id}` : undefined),
    blank: () => ({ to: `${this.#now ?? ''}`, why: '' }),
  });
  readonly #change = new Command(
    this,
    (
      client,
      input: { id: string; responseId: string; questionId: string; to: number; why: string },
      options,
    ) => client.reviews.calibrate(input, options),
  );

  @state() private problems: { to?: string; why?: string } = {};

  /** The id of the calibration. */
  @property() calibration = '';
  /** Whose rating. */
  @property({ attribute: false }) row: Row | undefined;
  /** What was rated. */
  @property({ attribute: false }) question: Question | undefined;

  get #now(): number | undefined {
    return this.row?.ratings.find(({ questionId }) => questionId === this.question?.id)?.value;
  }

  async #save(row: Row, question: Question): Promise<void> {
    const strings = this.strings(reviewConsole);
    const { to, why } = this.#form.value;
    this.problems = {
      ...((!to.trim() || Number(to) === this.#now) && { to: strings.changeSame }),
      ...(!why.trim() && { why: strings.changeWhyEmpty }),
    };
    const [wrong] = Object.keys(this.problems);
    if (wrong) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
    }
    const ids = { id: this.calibration, responseId: row.responseId, questionId: question.id };
    if (!(await this.#change.run({ ...ids, to: Number(to), why: why.trim() }))) return;
    this.#form.drop();
    this.announce(strings.changedNow(row.subject.name));
    this.fire(new Event('guild-saved'));
  }

  #to(question: Question): TemplateResult {
    const { changeTo } = this.strings(reviewConsole);
    const { to } = this.#form.value;
    if (question.type === 'rating') {
      const choices = question.labels.map((label, index) => {
        const value = `${index + 1}`;
        return [value, `${this.formats.number(index + 1)} ${label}`] as const;
      });
      return html`<div>${selectField('to', changeTo, choices, to)} ${note('to', this.problems.to)}</div>`;
    }
    const ends = question.type === 'scale' ? { min: `${question.min}`, max: `${question.max}` } : {};
    return lineField({
      ...{ name: 'to', label: changeTo, type: 'number', value: to, problem: this.problems.to },
      ...ends,
    });
  }

  protected override view(): TemplateResult | typeof nothing {
    const { row, question } = this;
    if (!row || !question) return nothing;
    const strings = this.strings(reviewConsole);
    const input = (event: Event) => this.#form.input(event);
    return html`<div class="form" @input=${input} @change=${input}>
      <h2 class="title" part="header"><bdi>${row.subject.name}</bdi></h2>
      <p><bdi>${question.prompt}</bdi></p>
      ${this.#to(question)}
      ${textField({
        name: 'why',
        label: strings.changeWhy,
        value: this.#form.value.why,
        help: strings.changeWhyHelp,
        problem: this.problems.why,
      })}
      <p class="quiet small">${strings.logged}</p>
      ${failureLine(this.#change.error, this.locale)}
      <div class="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#change.pending}
          @click=${() => this.#save(row, question)}
        >
          ${strings.changeSave}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-rating-change': RatingChange;
  }
}

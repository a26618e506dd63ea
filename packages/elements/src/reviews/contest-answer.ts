import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, seers, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { reviewReport } from '../strings/en/review-report.js';

/**
 * @summary Answers a point that somebody contests in the report about them.
 * @event guild-sent - The answer is sent.
 * @csspart field - The field.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ContestAnswer extends GuildElement {
  static override readonly tag = 'guild-contest-answer';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<{ text: string }>(this, {
    name: () => (this.contest ? `contest answer ${this.contest}` : undefined),
    blank: () => ({ text: '' }),
  });
  readonly #answer = new Command(
    this,
    (client, input: { cycleId: string; subjectId: string; contestId: string; text: string }, options) =>
      client.reviews.answerContest(input, options),
  );

  @state() private problem = '';

  /** The id of the cycle. */
  @property() cycle = '';
  /** Who contests it. */
  @property({ attribute: false }) subject: { id: string; name: string } | undefined;
  /** The id of what is contested. */
  @property() contest = '';

  async #send(): Promise<void> {
    const text = this.#form.value.text.trim();
    this.problem = text ? '' : this.strings(reviewReport).answerEmpty;
    const { subject } = this;
    if (!text || !subject) return this.#focus();
    const ids = { cycleId: this.cycle, subjectId: subject.id, contestId: this.contest };
    if (!(await this.#answer.run({ ...ids, text }))) return;
    this.#form.drop();
    this.announce(this.strings(reviewReport).sent);
    this.fire(new Event('guild-sent'));
  }

  #focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  protected override view(): TemplateResult | typeof nothing {
    const strings = this.strings(reviewReport);
    if (!this.subject) return nothing;
    return html`<div class="form" @input=${(event: Event) => this.#form.input(event)}>
      ${textField({
        name: 'text',
        label: strings.answerText,
        value: this.#form.value.text,
        problem: this.problem,
      })}
      ${failureLine(this.#answer.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button" part="button" aria-disabled=${this.#answer.pending} @click=${this.#send}>
          ${strings.answerSend}
        </button>
        ${seers(false, strings.answerSeers(this.subject.name))}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-contest-answer': ContestAnswer;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { cycleForm } from '../strings/en/cycle-form.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { CycleSavedEvent } from './cycle-events.js';
import { dateProblems, type DatesWriting } from './cycle-problems.js';
import type { Cycle } from './cycle-types.js';

interface Writing extends DatesWriting {
  name: string;
}

/**
 * @summary Makes a draft that is like another cycle, with a name and dates of its own.
 * @event {CycleSavedEvent} guild-saved - The copy is made.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class CycleCopy extends GuildElement {
  static override readonly tag = 'guild-cycle-copy';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<Writing>(this, {
    name: () => (this.cycle ? `copy of cycle ${this.cycle.id}` : undefined),
    blank: () => ({ name: this.cycle?.name ?? '', nominateBy: '', answerBy: '', releaseOn: '' }),
  });
  readonly #copy = new Command(this, (client, { id, writing }: { id: string; writing: Writing }, options) => {
    const { name, nominateBy, answerBy, releaseOn } = writing;
    const dates = { nominateBy, answerBy, ...(releaseOn && { releaseOn }) };
    return client.reviews.copyCycle({ id, name: name.trim(), dates }, options);
  });

  @state() private problems: Partial<Record<string, string>> = {};

  /** The cycle to copy. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  async #save(): Promise<void> {
    const { value } = this.#form;
    const strings = this.strings(cycleForm);
    this.problems = {
      ...(!value.name.trim() && { name: strings.nameEmpty }),
      ...dateProblems(value, strings),
    };
    const [wrong] = Object.keys(this.problems);
    if (wrong || !this.cycle) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
    }
    const copy = await this.#copy.run({ id: this.cycle.id, writing: value });
    if (!copy) return;
    this.#form.drop();
    this.announce(this.strings(reviewConsole).copied(copy.name));
    this.fire(new CycleSavedEvent(copy));
  }

  #line(name: keyof Writing, label: string, help?: string): TemplateResult {
    const type = name === 'name' ? 'text' : 'date';
    return lineField({
      name,
      label,
      type,
      help,
      value: this.#form.value[name],
      problem: this.problems[name],
    });
  }

  protected override view(): TemplateResult | typeof nothing {
    const { copyTitle, copyHelp, copySave } = this.strings(reviewConsole);
    const strings = this.strings(cycleForm);
    if (!this.cycle) return nothing;
    return html`<div class="form" @input=${(event: Event) => this.#form.input(event)}>
      <h2 class="title" part="header">${copyTitle}</h2>
      <p class="quiet small">${copyHelp}</p>
      ${this.#line('name', strings.name)}
      <div class="beside">
        ${this.#line('nominateBy', strings.nominateBy)} ${this.#line('answerBy', strings.answerBy)}
        ${this.#line('releaseOn', strings.releaseOn, strings.releaseOnHelp)}
      </div>
      ${failureLine(this.#copy.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#copy.pending} @click=${this.#save}>
          ${copySave}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-copy': CycleCopy;
  }
}

import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { reviewConsole } from '../strings/en/review-console.js';

interface Writing {
  name: string;
  people: readonly Picked[];
}

/**
 * @summary Starts a calibration: what it is called, and which managers take part.
 * @event guild-saved - It is started, and its people are invited.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart button - The button.
 * @csspart error - What is wrong.
 */
export class CalibrationStart extends GuildElement {
  static override readonly tag = 'guild-calibration-start';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<Writing>(this, {
    name: () => (this.cycle ? `calibration ${this.cycle}` : undefined),
    blank: () => ({ name: '', people: [] }),
  });
  readonly #start = new Command(
    this,
    (client, input: { cycleId: string; name: string; participants: string[] }, options) =>
      client.reviews.startCalibration(input, options),
  );

  @state() private problems: { name?: string; people?: string } = {};

  /** The id of the cycle. */
  @property() cycle = '';

  async #save(): Promise<void> {
    const strings = this.strings(reviewConsole);
    const { name, people } = this.#form.value;
    this.problems = {
      ...(!name.trim() && { name: strings.calibrationNameEmpty }),
      ...(!people.length && { people: strings.calibrationWhoEmpty }),
    };
    const [wrong] = Object.keys(this.problems);
    if (wrong) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
    }
    const participants = people.map(({ id }) => id);
    if (!(await this.#start.run({ cycleId: this.cycle, name: name.trim(), participants }))) return;
    this.#form.drop();
    this.fire(new Event('guild-saved'));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { name, people } = this.#form.value;
    const pick = ({ currentTarget }: Event) => {
      if (currentTarget instanceof PersonPicker) this.#form.edit({ people: [...currentTarget.value] });
    };
    return html`<div
      class="form"
      role="group"
      aria-label=${strings.calibrationStart}
      @input=${(event: Event) => this.#form.input(event)}
    >
      <h3 class="title" part="header">${strings.calibrationStart}</h3>
      <p class="quiet small">${strings.calibrationStartHelp}</p>
      ${lineField({ name: 'name', label: strings.calibrationName, value: name, problem: this.problems.name })}
      <guild-person-picker
        id="people"
        people-only
        .label=${strings.calibrationWho}
        .help=${strings.calibrationWhoHelp}
        .error=${this.problems.people ?? ''}
        .value=${people}
        @guild-change=${pick}
      ></guild-person-picker>
      ${failureLine(this.#start.error, this.locale)}
      <div class="actions">
        <button class="button" part="button" aria-disabled=${this.#start.pending} @click=${this.#save}>
          ${strings.calibrationStart}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-calibration-start': CalibrationStart;
  }
}

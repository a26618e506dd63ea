import type { Client } from '@guildhall/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { programForm } from '../strings/en/program-form.js';
import { formStyles, lineField, note, textField } from './form-parts.js';
import { programFormStyles } from './program-form.styles.js';
import type { ProgramWriting } from './program-writing.js';

/** The fields of one line. */
type LineName = 'enrollFrom' | 'enrollUntil' | 'startsOn' | 'endsOn' | 'capacityDefault';

/**
 * @summary When a program is, for whom, and who runs it.
 * @event guild-change - The viewer has changed something; `change` says what.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart error - What is wrong.
 */
export class ProgramAudience extends GuildElement {
  static override readonly tag = 'guild-program-audience';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles, programFormStyles];

  readonly #departments = new Query(this, {
    areas: ['people'],
    keep: true,
    load: (client: Client, _args, signal) =>
      client.people.units({ kind: 'department', limit: 100 }, { signal }),
  });

  /** What was changed last. */
  change: Partial<ProgramWriting> = {};
  /** The whole form. */
  @property({ attribute: false }) value: ProgramWriting | undefined;
  /** What is wrong, by field. */
  @property({ attribute: false }) problems: Partial<Record<string, string>> = {};

  #tell(change: Partial<ProgramWriting>): void {
    this.change = change;
    this.fire(new Event('guild-change'));
  }

  #input({ target }: Event): void {
    const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    // The names of the fields are those of the form; ticks have none, and tell by themselves.
    if (isText && target.name) this.#tell({ [target.name]: target.value });
  }

  #line(name: LineName, label: string, type: 'date' | 'number', value: ProgramWriting): TemplateResult {
    return lineField({ name, label, type, value: value[name], problem: this.problems[name] });
  }

  #departmentTicks({ departments }: ProgramWriting): TemplateResult {
    const strings = this.strings(programForm);
    const choose = (id: string, { target }: Event) => {
      const others = departments.filter((one) => one !== id);
      if (target instanceof HTMLInputElement)
        this.#tell({ departments: target.checked ? [...others, id] : others });
    };
    return html`<fieldset class="field" part="field">
      <legend class="label">${strings.departments}</legend>
      <div class="beside">
        ${(this.#departments.data?.items ?? []).map(
          ({ id, name }) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${departments.includes(id)}
                @change=${(event: Event) => choose(id, event)}
              /><bdi>${name}</bdi>
            </label>`,
        )}
      </div>
      ${note('departments', this.problems.departments, strings.departmentsHelp)}
    </fieldset>`;
  }

  #managers({ managers }: ProgramWriting): TemplateResult {
    const strings = this.strings(programForm);
    const refuse = ({ kind }: Picked) => (kind === 'team' ? strings.noTeam : undefined);
    return html`<guild-person-picker
      id="managers"
      .label=${strings.managers}
      .help=${strings.managersHelp}
      .error=${this.problems.managers ?? ''}
      .value=${managers}
      .refuse=${refuse}
      @guild-change=${({ currentTarget }: Event) =>
        currentTarget instanceof PersonPicker && this.#tell({ managers: [...currentTarget.value] })}
    ></guild-person-picker>`;
  }

  protected override view(): unknown {
    const { value } = this;
    if (!value) return '';
    const strings = this.strings(programForm);
    return html`<section @input=${this.#input}>
      <h3 class="title" part="header">${strings.who}</h3>
      <div class="beside">
        ${this.#line('enrollFrom', strings.enrollFrom, 'date', value)}
        ${this.#line('enrollUntil', strings.enrollUntil, 'date', value)}
        ${this.#line('startsOn', strings.startsOn, 'date', value)}
        ${this.#line('endsOn', strings.endsOn, 'date', value)}
      </div>
      ${this.#departmentTicks(value)}
      ${textField({
        name: 'locations',
        label: strings.locations,
        value: value.locations,
        help: strings.locationsHelp,
        problem: this.problems.locations,
      })}
      ${this.#line('capacityDefault', strings.capacity, 'number', value)} ${this.#managers(value)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-audience': ProgramAudience;
  }
}

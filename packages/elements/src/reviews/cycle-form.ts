import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import {
  failureLine,
  formStyles,
  lineField,
  note,
  seers,
  selectField,
  textField,
} from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonPicker } from '../parts/person-picker.js';
import { cycleForm } from '../strings/en/cycle-form.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { askedFields } from './cycle-asked.js';
import { CycleSavedEvent } from './cycle-events.js';
import { cycleFormStyles } from './cycle-form.styles.js';
import { modeFields } from './cycle-mode.js';
import { allSubjects } from './cycle-people.js';
import { placeOf, problemsOf, type Problems } from './cycle-problems.js';
import type { Cycle, CycleDraft } from './cycle-types.js';
import { blankCycle, draftOf, READERS, writingOf, type CycleWriting } from './cycle-writing.js';

/**
 * @summary Writes a review cycle: for whom, how answers are kept, who is asked what, what is shown to whom, and when.
 * @event {CycleSavedEvent} guild-saved - The cycle was created or changed.
 * @csspart header - The title of a part.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class CycleForm extends GuildElement {
  static override readonly tag = 'guild-cycle-form';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles, cycleFormStyles];

  /** What can be asked, and who is reviewed so far: without them the form would begin with holes. */
  readonly #basis = new Query(this, {
    areas: [],
    args: () => (this.me ? ([this.cycle?.id] as const) : undefined),
    load: async (client: Client, [cycleId], signal) => {
      const [{ items }, subjects] = await Promise.all([
        client.reviews.templates({ limit: 100 }, { signal }),
        cycleId ? allSubjects(client, cycleId, signal) : [],
      ]);
      const people = subjects.map(({ subject: { id, name } }) => ({ id, name, kind: 'person' as const }));
      return { templates: items, people };
    },
  });
  readonly #form = new KeptForm<CycleWriting>(this, {
    name: () => (this.#basis.data ? `cycle ${this.cycle?.id ?? 'new'}` : undefined),
    blank: () => {
      const { templates = [], people = [] } = this.#basis.data ?? {};
      if (this.cycle) return writingOf(this.cycle, people);
      // What HR begins with is asked in the language of HR, where there is a template in it.
      const [language] = this.locale.split('-');
      const first = templates.find((one) => one.language === language) ?? templates[0];
      return blankCycle(first?.id ?? '');
    },
  });
  readonly #save = new Command(this, (client, draft: CycleDraft, options) =>
    this.cycle
      ? client.reviews.updateCycle({ id: this.cycle.id, draft }, options)
      : client.reviews.createCycle(draft, options),
  );

  @state() private problems: Problems = {};

  /** The draft to change; a new cycle is made without it. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  #input(event: Event): void {
    this.#form.input(event);
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const { [target.getAttribute('name') ?? '']: _mended, ...problems } = this.problems;
    this.problems = problems;
  }

  async #submit(): Promise<void> {
    const { value } = this.#form;
    this.problems = problemsOf(value, this.strings(cycleForm));
    if (Object.keys(this.problems).length) return this.#focusProblem();
    const saved = await this.#save.run(draftOf(value, this.cycle?.draft));
    if (saved) {
      this.#form.drop();
      this.announce(this.strings(cycleForm).saved);
      this.fire(new CycleSavedEvent(saved));
      return;
    }
    const place = this.#save.error && placeOf(this.#save.error);
    if (this.#save.error && place) this.problems = { [place]: errorText(this.#save.error, this.locale) };
    return this.#focusProblem();
  }

  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'save'] = Object.keys(this.problems);
    const field = this.renderRoot.querySelector<HTMLElement>(`#${wrong}`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #line(
    name: 'name' | 'k360' | 'kText' | 'nominateBy' | 'answerBy' | 'releaseOn',
    label: string,
    help?: string,
  ) {
    const type = name === 'name' ? 'text' : name.startsWith('k') ? 'number' : 'date';
    return lineField({
      name,
      label,
      type,
      help,
      value: this.#form.value[name],
      problem: this.problems[name],
    });
  }

  #basics(): TemplateResult {
    const strings = this.strings(cycleForm);
    const { purpose, people, mode } = this.#form.value;
    const pick = ({ currentTarget }: Event) => {
      if (!(currentTarget instanceof PersonPicker)) return;
      this.#form.edit({ people: [...currentTarget.value] });
      const { people: _mended, ...problems } = this.problems;
      this.problems = problems;
    };
    return html`<section>
        <h3 class="title" part="header">${strings.basics}</h3>
        ${this.#line('name', strings.name)}
        ${textField({ name: 'purpose', label: strings.purpose, value: purpose, help: strings.purposeHelp, problem: this.problems.purpose })}
        <guild-person-picker
          id="people"
          people-only
          .label=${strings.people}
          .help=${strings.peopleHelp}
          .error=${this.problems.people ?? ''}
          .value=${people}
          @guild-change=${pick}
        ></guild-person-picker>
      </section>
      ${modeFields(mode, strings, this.strings(reviewConsole))}`;
  }

  #asked(): TemplateResult {
    const strings = this.strings(cycleForm);
    const { value } = this.#form;
    const { templates = [] } = this.#basis.data ?? {};
    const choices = (names: Record<string, string>) => Object.entries(names);
    return html`<section>
        <h3 class="title" part="header">${strings.who}</h3>
        ${askedFields({ value, problems: this.problems, templates, strings })}
      </section>
      <section>
        <h3 class="title" part="header">${strings.choosing}</h3>
        <div class="beside">
          ${selectField('nominationMode', strings.nominationMode, choices(strings.nominationModes), value.nominationMode)}
          ${selectField('approval', strings.approval, choices(strings.approvals), value.approval)}
        </div>
      </section>`;
  }

  #shown(): TemplateResult {
    const strings = this.strings(cycleForm);
    const { value } = this.#form;
    return html`<section>
        <h3 class="title" part="header">${strings.showing}</h3>
        <div class="beside">
          ${this.#line('k360', strings.threshold, strings.thresholdHelp)}
          ${this.#line('kText', strings.textThreshold, strings.textThresholdHelp)}
        </div>
        <fieldset class="field" part="field">
          <legend class="label">${strings.visibility}</legend>
          ${READERS.map((reader) => {
            const name = `reader_${reader}` as const;
            return html`<label class="tick">
              <input type="checkbox" id=${name} name=${name} .checked=${value[name]} />
              ${strings.visibilities[reader]}
            </label>`;
          })}
          ${note('reader_subject', this.problems.reader_subject)}
        </fieldset>
      </section>
      <section>
        <h3 class="title" part="header">${strings.dates}</h3>
        <div class="beside">
          ${this.#line('nominateBy', strings.nominateBy)} ${this.#line('answerBy', strings.answerBy)}
          ${this.#line('releaseOn', strings.releaseOn, strings.releaseOnHelp)}
        </div>
        <p class="help">${strings.frozenLater}</p>
      </section>`;
  }

  #actions(): TemplateResult {
    const strings = this.strings(cycleForm);
    const wrong = Object.keys(this.problems).length;
    const { begun } = this.#form;
    return html`<div class="actions" part="actions">
      ${
        wrong
          ? html`<p class="error" part="error" role="alert">${strings.problems(wrong)}</p>`
          : failureLine(this.#save.error, this.locale)
      }
      <button
        class="button primary"
        part="button"
        id="save"
        aria-disabled=${this.#save.pending}
        @click=${this.#submit}
      >
        ${this.cycle ? strings.save : strings.saveNew}
      </button>
      ${
        begun
          ? html`<button class="button quiet" part="button" @click=${() => this.#form.drop()}>
              ${strings.dropChanges}
            </button>`
          : nothing
      }
      ${seers(false, begun ? strings.kept : strings.seersDraft)}
    </div>`;
  }

  protected override view(): unknown {
    const label = this.strings(cycleForm).formTitle;
    return this.#basis.render({
      data: () =>
        html`<div class="form" role="group" aria-label=${label} @input=${this.#input} @change=${this.#input}>
          ${this.#basics()} ${this.#asked()} ${this.#shown()} ${this.#actions()}
        </div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-form': CycleForm;
  }
}

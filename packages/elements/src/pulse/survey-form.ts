import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import {
  chipChoice,
  failureLine,
  formStyles,
  lineField,
  selectField,
  textField,
} from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonPicker } from '../parts/person-picker.js';
import { common } from '../strings/en/common.js';
import { pulse } from '../strings/en/pulse.js';
import { survey as english } from '../strings/en/survey.js';
import { SurveySavedEvent } from './events.js';
import { surveyFormStyles } from './survey-form.styles.js';
import { SurveyUnits } from './survey-units.js';
import {
  ATTRIBUTES,
  draftOf,
  problemsOf,
  ROLES,
  writingOf,
  type Survey,
  type SurveyDraft,
  type SurveyProblems,
  type SurveyWriting,
} from './survey-writing.js';

/** What is offered for how often it is asked, in weeks. */
const WEEKS = [1, 2, 4, 8, 13, 26, 52];
/** The fields that are a tick. */
type TickName = {
  [K in keyof SurveyWriting]: SurveyWriting[K] extends boolean ? K : never;
}[keyof SurveyWriting];

/**
 * @summary Asks a survey of everybody, or of departments and teams: how answers are kept, the groups, and who reads.
 * @event {SurveySavedEvent} guild-survey-saved - It is there, as a draft or asked.
 * @event guild-close - The viewer wants none.
 * @csspart header - The titles.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What is wrong.
 */
export class SurveyForm extends GuildElement {
  static override readonly tag = 'guild-survey-form';
  static override readonly uses = [PersonPicker, SurveyUnits];
  static override styles = [hostStyles, formStyles, surveyFormStyles];

  readonly #kept = new KeptForm<SurveyWriting>(this, {
    name: () => `survey ${this.survey?.id ?? 'new'}`,
    blank: () => writingOf(this.survey, this.strings(pulse).whole),
  });
  readonly #save = new Command(this, (client: Client, draft: SurveyDraft, options) =>
    this.survey
      ? client.pulse.updateSurvey({ id: this.survey.id, draft }, options)
      : client.pulse.createSurvey(draft, options),
  );
  readonly #open = new Command(this, (client: Client, surveyId: string, options) =>
    client.pulse.openWave({ surveyId }, options),
  );

  @state() private problems: SurveyProblems = {};

  /** The draft to change; without it a new survey is written. */
  @property({ attribute: false }) survey: Survey | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }

  async #send(asks: boolean): Promise<void> {
    const writing = this.#kept.value;
    this.problems = problemsOf(writing, this.strings(english), this.strings(pulse));
    const [first] = Object.keys(this.problems);
    if (first) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
      return;
    }
    const saved = await this.#save.run(draftOf(writing, this.survey));
    if (!saved) return;
    this.#kept.drop();
    // When only the asking fails, the draft is there to be asked from, and is not written twice.
    this.survey = saved;
    const isAsked = asks && (await this.#open.run(saved.id)) !== undefined;
    this.fire(new SurveySavedEvent(saved, isAsked ? 'asked' : asks ? 'notAsked' : 'kept'));
  }

  #tick(name: TickName, label: string): TemplateResult {
    return html`<label class="tick">
      <input type="checkbox" name=${name} .checked=${this.#kept.value[name]} />
      <span>${label}</span>
    </label>`;
  }

  #number(name: 'k' | 'openDays', label: string, [min, max]: readonly [number, number], help?: string) {
    const value = this.#kept.value[name];
    const problem = this.problems[name];
    return lineField({
      name,
      label,
      type: 'number',
      value,
      min: String(min),
      max: String(max),
      help,
      problem,
    });
  }

  #audience({ audience, units }: SurveyWriting): TemplateResult {
    const strings = this.strings(english);
    const kinds = (['everyone', 'units'] as const).map((each) => [each, strings.audience[each]] as const);
    return html`${chipChoice('audience', strings.forWhom, kinds, audience)}
    ${
      audience === 'units'
        ? html`<guild-survey-units
            id="units"
            .units=${units}
            .error=${this.problems.units ?? ''}
            @guild-change=${({ currentTarget }: Event) =>
              currentTarget instanceof SurveyUnits && this.#kept.edit({ units: [...currentTarget.units] })}
          ></guild-survey-units>`
        : nothing
    }`;
  }

  #plan(): TemplateResult {
    const { plan, planHelp, attributes, hierarchy } = this.strings(english);
    return html`<fieldset class="field" part="field" aria-describedby="plan-note">
      <legend class="label">${plan}</legend>
      <div class="ticks">
        ${ATTRIBUTES.map((each) => this.#tick(each, attributes[each]))} ${this.#tick('hierarchy', hierarchy)}
      </div>
      <p class="help" id="plan-note">${planHelp}</p>
    </fieldset>`;
  }

  #readers({ hierarchy, people }: SurveyWriting): TemplateResult {
    const strings = this.strings(english);
    return html`<fieldset class="field" part="field" aria-describedby="readers-note">
        <legend class="label">${strings.readers}</legend>
        <div class="ticks">
          ${ROLES.map((each) => this.#tick(each, strings.roles[each]))}
          ${hierarchy ? this.#tick('managers', strings.managers) : nothing}
          ${this.#tick('members', strings.members)}
        </div>
        <p class="help" id="readers-note">${strings.readersHelp}</p>
      </fieldset>
      <guild-person-picker
        id="people"
        people-only
        .label=${strings.people}
        .error=${this.problems.people ?? ''}
        .value=${people}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof PersonPicker && this.#kept.edit({ people: [...currentTarget.value] })}
      ></guild-person-picker>`;
  }

  #cadence({ everyWeeks }: SurveyWriting): TemplateResult {
    const strings = this.strings(english);
    // One that was set elsewhere may be none of those that are offered.
    const weeks = [...new Set([...WEEKS, ...(everyWeeks ? [Number(everyWeeks)] : [])])].sort((a, b) => a - b);
    const choices = [
      ['', strings.once] as const,
      ...weeks.map((each) => [String(each), strings.everyWeeks(each)] as const),
    ];
    return html`<div class="beside">
      ${this.#number('openDays', strings.openDays, [1, 60])}
      ${selectField('everyWeeks', strings.repeat, choices, everyWeeks)}
    </div>`;
  }

  #mode({ mode }: SurveyWriting): TemplateResult {
    const { modes, modeWords } = this.strings(pulse);
    const choices = (['confidential', 'sealed'] as const).map((each) => [each, modes[each]] as const);
    return html`<div>
      ${chipChoice('mode', this.strings(english).mode, choices, mode)}
      <p class="help">${modeWords[mode === 'sealed' ? 'sealed' : 'confidential']}</p>
    </div>`;
  }

  #actions(): TemplateResult {
    const isBusy = this.#save.pending || this.#open.pending;
    const close = () => {
      this.#kept.drop();
      this.fire(new Event('guild-close'));
    };
    return html`${failureLine(this.#save.error ?? this.#open.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${isBusy} @click=${() => this.#send(true)}>
          ${this.strings(pulse).openNow}
        </button>
        <button class="button" part="button" aria-disabled=${isBusy} @click=${() => this.#send(false)}>
          ${this.strings(english).keepDraft}
        </button>
        <button class="button quiet" part="button" @click=${close}>${this.strings(common).cancel}</button>
      </div>
      <p class="quiet small">${this.strings(pulse).openSure}</p>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const { titleField, purpose, purposeHelp } = this.strings(pulse);
    const writing = this.#kept.value;
    const heading = this.survey ? strings.editTitle : strings.newTitle;
    return html`<div
      class="form"
      role="form"
      aria-label=${heading}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      <h3 class="title" part="header">${heading}</h3>
      <p class="quiet">${this.survey?.form === 'own' ? strings.ownWords : strings.formWords}</p>
      ${lineField({ name: 'title', label: titleField, value: writing.title, problem: this.problems.title })}
      ${textField({
        name: 'purpose',
        label: purpose,
        value: writing.purpose,
        help: purposeHelp,
        problem: this.problems.purpose,
      })}
      ${this.#audience(writing)} ${this.#mode(writing)}
      ${this.#number('k', strings.k, [4, 20], strings.kHelp)} ${this.#plan()} ${this.#readers(writing)}
      ${this.#cadence(writing)} ${this.#actions()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-survey-form': SurveyForm;
  }
}

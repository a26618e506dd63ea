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
import { planFields, readerFields } from './survey-plan.js';
import { SurveyQuestions } from './survey-questions.js';
import { SurveyUnits } from './survey-units.js';
import {
  draftOf,
  problemsOf,
  writingOf,
  type Survey,
  type SurveyDraft,
  type SurveyProblems,
  type SurveyWriting,
} from './survey-writing.js';

/** What is offered for how often it is asked, in weeks. */
const WEEKS = [1, 2, 4, 8, 13, 26, 52];
/**
 * @summary Asks a survey of everybody, or of departments and teams: the built-in form or questions of one's own, how
 * answers are kept, the groups, and who reads.
 * @event {SurveySavedEvent} guild-survey-saved - It is there, as a draft or asked.
 * @event guild-close - The viewer wants none.
 * @csspart header - The titles.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What is wrong.
 */
export class SurveyForm extends GuildElement {
  static override readonly tag = 'guild-survey-form';
  static override readonly uses = [PersonPicker, SurveyQuestions, SurveyUnits];
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

  #input(event: Event): void {
    this.#kept.input(event);
    const { form, title } = this.#kept.value;
    // The name that the built-in form brings does not fit other questions.
    if (form === 'own' && title === this.strings(pulse).whole) this.#kept.edit({ title: '' });
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
    const questions = this.renderRoot.querySelector('guild-survey-questions');
    if (questions && !(await questions.check())) return;
    const saved = await this.#save.run(draftOf(writing, this.survey));
    if (!saved) return;
    this.#kept.drop();
    // When only the asking fails, the draft is there to be asked from, and is not written twice.
    this.survey = saved;
    const isAsked = asks && (await this.#open.run(saved.id)) !== undefined;
    this.fire(new SurveySavedEvent(saved, isAsked ? 'asked' : asks ? 'notAsked' : 'kept'));
  }

  #number(
    name: 'k' | 'kText' | 'openDays',
    label: string,
    [min, max]: readonly [number, number],
    help?: string,
  ): TemplateResult {
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

  #questions({ form, questions }: SurveyWriting): TemplateResult {
    const strings = this.strings(english);
    const kinds = (['safety', 'own'] as const).map((each) => [each, strings.forms[each]] as const);
    return html`<div>
        ${chipChoice('form', strings.form, kinds, form)}
        <p class="help">${form === 'own' ? strings.ownWords : strings.formWords}</p>
      </div>
      ${
        form === 'own'
          ? html`<guild-survey-questions
              id="questions"
              exportparts="list, item, field, button, error"
              .questions=${questions}
              .error=${this.problems.questions ?? ''}
              @guild-change=${({ currentTarget }: Event) =>
                currentTarget instanceof SurveyQuestions &&
                this.#kept.edit({ questions: [...currentTarget.questions] })}
            ></guild-survey-questions>`
          : nothing
      }`;
  }

  #floors(): TemplateResult {
    const { k, kHelp, kText, kTextHelp } = this.strings(english);
    return html`${this.#number('k', k, [4, 20], kHelp)} ${this.#number('kText', kText, [10, 100], kTextHelp)}`;
  }

  #readers(writing: SurveyWriting): TemplateResult {
    const strings = this.strings(english);
    return html`${readerFields(writing, strings)}
      <guild-person-picker
        id="people"
        people-only
        .label=${strings.people}
        .error=${this.problems.people ?? ''}
        .value=${writing.people}
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
    return html`<div class="form" role="form" aria-label=${heading} @input=${this.#input}>
      <h3 class="title" part="header">${heading}</h3>
      ${lineField({ name: 'title', label: titleField, value: writing.title, problem: this.problems.title })}
      ${textField({
        name: 'purpose',
        label: purpose,
        value: writing.purpose,
        help: purposeHelp,
        problem: this.problems.purpose,
      })}
      ${this.#questions(writing)} ${this.#audience(writing)} ${this.#mode(writing)} ${this.#floors()}
      ${planFields(writing, strings, (crossings) => this.#kept.edit({ crossings }))} ${this.#readers(writing)}
      ${this.#cadence(writing)} ${this.#actions()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-survey-form': SurveyForm;
  }
}

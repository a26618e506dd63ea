import type { Program, ProgramDraft } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { programConsole } from '../strings/en/console.js';
import { programForm } from '../strings/en/program-form.js';
import { blankDraft } from './blank-program.js';
import { failureLine, formStyles, lineField, note, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { ProgramAudience } from './program-audience.js';
import { placeOf, problemsOf } from './program-problems.js';
import { draftOf, writingOf, writingOfDraft, type ProgramWriting } from './program-writing.js';
import { programFormStyles } from './program-form.styles.js';
import { ProgramSavedEvent } from './program-saved.js';
import { ProgramTerms } from './program-terms.js';
import { RulesEdit } from './rules-edit.js';

/** The fields that are one text or one line. */
type TextName = 'name' | 'purpose' | 'objectives' | 'outcomes';

/**
 * @summary Writes a program: what it is for, what people agree to, its sessions, for whom it is, and how people are matched.
 * @event {ProgramSavedEvent} guild-saved - The program was created or changed.
 * @csspart header - The title of a part.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ProgramForm extends GuildElement {
  static override readonly tag = 'guild-program-form';
  static override readonly uses = [ProgramAudience, ProgramTerms, RulesEdit];
  static override styles = [hostStyles, formStyles, programFormStyles];

  readonly #form = new KeptForm<ProgramWriting>(this, {
    name: () => `program ${this.program?.id ?? this.template}`,
    blank: () => (this.program && writingOf(this.program)) ?? writingOfDraft(this.draft ?? blankDraft),
  });
  readonly #save = new Command(this, (client, draft: ProgramDraft, options) =>
    this.program
      ? client.mentoring.updateProgram({ id: this.program.id, draft }, options)
      : client.mentoring.createProgram(draft, options),
  );

  @state() private problems: Partial<Record<string, string>> = {};

  /** The program to change; a new one is made without it. */
  @property({ attribute: false }) program: Program | undefined;
  /** What a new one begins with. */
  @property({ attribute: false }) draft: ProgramDraft | undefined;
  /** What tells the draft of a new one from those of others. */
  @property() template = 'new';

  get #isPublic(): boolean {
    return this.program !== undefined && this.program.state !== 'draft';
  }

  #edit(change: Partial<ProgramWriting>): void {
    this.#form.edit(change);
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([name]) => !(name in change) && name !== 'save'),
    );
    if ('rules' in change) this.#checkRules();
  }

  /** What was said to be wrong with the rules is looked at again as they change. */
  #checkRules(): void {
    const now: Partial<Record<string, string>> = problemsOf(this.#form.value, this.strings(programForm));
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([name]) => !ruleFields.includes(name) || now[name]),
    );
  }

  #input(event: Event): void {
    const { target } = event;
    const isOwn = target instanceof HTMLElement && target.getRootNode() === this.renderRoot;
    if (!isOwn) return;
    this.#form.input(event);
    const { [target.getAttribute('name') ?? '']: _mended, ...problems } = this.problems;
    this.problems = problems;
  }

  async #submit(): Promise<void> {
    const { value } = this.#form;
    this.problems = problemsOf(value, this.strings(programForm));
    if (Object.keys(this.problems).length) return this.#focusProblem();
    const saved = await this.#save.run(draftOf(value));
    if (saved) {
      this.#form.drop();
      this.announce(this.strings(programForm).saved);
      this.fire(new ProgramSavedEvent(saved));
      return;
    }
    const failure = this.#save.error;
    const place = failure && placeOf(failure);
    if (failure && place) this.problems = { [place]: errorText(failure, this.locale) };
    return this.#focusProblem();
  }

  /** Goes to the first field that is wrong, in whatever part it is. */
  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'save'] = Object.keys(this.problems);
    const parts = this.renderRoot.querySelectorAll<GuildElement>('.part');
    await Promise.all([...parts].map((part) => part.updateComplete));
    const roots = [this.renderRoot, ...[...parts].map((part) => part.renderRoot)];
    const [field] = roots.flatMap((root) => root.querySelector<HTMLElement>(`#${wrong}`) ?? []);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #text(name: TextName, label: string, help?: string): TemplateResult {
    const field = { name, label, value: this.#form.value[name], problem: this.problems[name], help };
    return name === 'name' ? lineField(field) : textField(field);
  }

  #select<T extends 'kind' | 'direction' | 'form'>(
    name: T,
    label: string,
    choices: Record<ProgramWriting[T], string>,
  ): TemplateResult {
    return html`<div class="field" part="field">
      <label for=${name}>${label}</label>
      <select class="input" id=${name} name=${name} ?disabled=${this.#isPublic}>
        ${Object.entries(choices).map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${value === this.#form.value[name]}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  #basics(): TemplateResult {
    const strings = this.strings(programForm);
    return html`<section class="first">
      <h3 class="title" part="header">${strings.basics}</h3>
      ${this.#text('name', strings.name)} ${this.#text('purpose', strings.purpose)}
      ${this.#text('objectives', strings.objectives, strings.objectivesHelp)}
      ${this.#text('outcomes', strings.outcomes, strings.outcomesHelp)}
      <div class="beside">
        ${this.#select('kind', strings.kind, this.strings(programConsole).kinds)}
        ${this.#select('direction', strings.direction, strings.directions)}
        ${this.#select('form', strings.form, { cohort: strings.formCohort, evergreen: strings.formEvergreen })}
      </div>
      ${this.#isPublic ? html`<p class="help">${strings.fixed}</p>` : nothing}
    </section>`;
  }

  #actions(): TemplateResult {
    const strings = this.strings(programForm);
    const { begun } = this.#form;
    const wrong = Object.keys(this.problems).length;
    return html`${wrong ? html`<p class="error" part="error" role="alert">${strings.problems(wrong)}</p>` : nothing}
      ${wrong ? nothing : failureLine(this.#save.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="save"
          aria-disabled=${this.#save.pending}
          @click=${this.#submit}
        >
          ${this.program ? strings.save : strings.saveNew}
        </button>
        ${
          begun
            ? html`<button class="button quiet" part="button" @click=${() => this.#form.drop()}>
                ${strings.dropChanges}
              </button>`
            : nothing
        }
        ${seers(false, begun ? strings.kept : this.#isPublic ? strings.publicSeers : strings.draftSeers)}
      </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(programForm);
    const { rules, direction } = this.#form.value;
    return html`<div
      class="form"
      role="group"
      aria-label=${strings.formTitle}
      @input=${this.#input}
      @change=${this.#input}
    >
      ${this.#basics()}
      <guild-program-terms
        class="part"
        .value=${this.#form.value}
        .problems=${this.problems}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof ProgramTerms && this.#edit(currentTarget.change)}
      ></guild-program-terms>
      <guild-program-audience
        class="part"
        .value=${this.#form.value}
        .problems=${this.problems}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof ProgramAudience && this.#edit(currentTarget.change)}
      ></guild-program-audience>
      <section>
        <h3 class="title" part="header">${strings.rules}</h3>
        <guild-rules-edit
          class="part"
          id="rules"
          .value=${rules}
          .direction=${direction}
          .problems=${this.problems}
          @guild-change=${({ currentTarget }: Event) =>
            currentTarget instanceof RulesEdit &&
            currentTarget.value &&
            this.#edit({ rules: currentTarget.value })}
        ></guild-rules-edit>
        ${note('wishes', this.problems.wishes)}
      </section>
      ${this.#actions()}
    </div>`;
  }
}

const ruleFields = ['rules', 'wishes', 'maxHoursApart', 'minGradeGap', 'maxGradeGap', 'minScore'];

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-form': ProgramForm;
  }
}

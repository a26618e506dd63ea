import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { programForm } from '../strings/en/program-form.js';
import { formStyles, lineField, textField } from './form-parts.js';
import { programFormStyles } from './program-form.styles.js';
import type { ProgramWriting } from './program-writing.js';
import { StepsEdit } from './steps-edit.js';

/**
 * @summary What people agree to in a program, its planned sessions, and its training.
 * @event guild-change - The viewer has changed something; `change` says what.
 * @csspart header - The title of a part.
 * @csspart field - A field with its label.
 * @csspart error - What is wrong.
 */
export class ProgramTerms extends GuildElement {
  static override readonly tag = 'guild-program-terms';
  static override readonly uses = [StepsEdit];
  static override styles = [hostStyles, formStyles, programFormStyles];

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
    const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
    if (isTick) this.#tell({ [target.name]: target.checked });
    else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      this.#tell({ [target.name]: target.value });
  }

  #text(
    name: 'guideMentor' | 'guideMentee' | 'agreement',
    label: string,
    value: ProgramWriting,
    help?: string,
  ): TemplateResult {
    return textField({ name, label, value: value[name], problem: this.problems[name], help });
  }

  #number(name: 'cadenceDays' | 'stalledAfterDays', label: string, value: ProgramWriting): TemplateResult {
    return lineField({ name, label, type: 'number', value: value[name], problem: this.problems[name] });
  }

  #tick(name: 'visibleToManagers' | 'gate', label: string, value: ProgramWriting): TemplateResult {
    return html`<label class="tick" part="field">
      <input type="checkbox" id=${name} name=${name} .checked=${value[name]} />
      <span>${label}</span>
    </label>`;
  }

  /** Behind one line what is long and seldom changed; open when something in it is wrong. */
  #folded(label: string, name: 'plan' | 'modules', content: TemplateResult): TemplateResult {
    return html`<details ?open=${this.problems[name] !== undefined}>
      <summary class="label">${label}</summary>
      ${content}
    </details>`;
  }

  protected override view(): unknown {
    const { value } = this;
    if (!value) return '';
    const strings = this.strings(programForm);
    const { plan, modules } = value;
    const steps = html`<guild-steps-edit
      id="plan"
      .steps=${plan}
      .error=${this.problems.plan ?? ''}
      @guild-change=${({ currentTarget }: Event) =>
        currentTarget instanceof StepsEdit && this.#tell({ plan: [...(currentTarget.steps ?? [])] })}
    ></guild-steps-edit>`;
    const training = html`<guild-steps-edit
      id="modules"
      .modules=${modules}
      .error=${this.problems.modules ?? ''}
      @guild-change=${({ currentTarget }: Event) =>
        currentTarget instanceof StepsEdit && this.#tell({ modules: [...currentTarget.modules] })}
    ></guild-steps-edit>`;
    return html`<div @input=${this.#input}>
      <section>
        <h3 class="title" part="header">${strings.expectations}</h3>
        ${this.#text('guideMentor', strings.guideMentor, value)}
        ${this.#text('guideMentee', strings.guideMentee, value)}
        ${this.#text('agreement', strings.agreement, value, strings.agreementHelp)}
        ${this.#tick('visibleToManagers', strings.visibleToManagers, value)}
      </section>
      <section>
        <h3 class="title" part="header">${strings.sessions}</h3>
        <div class="beside">
          ${this.#number('cadenceDays', strings.cadence, value)}
          ${this.#number('stalledAfterDays', strings.stalled, value)}
        </div>
        ${this.#folded(strings.sessionCount(plan.length), 'plan', steps)}
      </section>
      <section>
        <h3 class="title" part="header">${strings.training}</h3>
        ${this.#tick('gate', strings.trainingGate, value)}
        ${this.#folded(strings.moduleCount(modules.length), 'modules', training)}
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-terms': ProgramTerms;
  }
}

import type { Enrollment, Program } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { program as english } from '../strings/en/program.js';
import { enrollFormName, isEnrollBegun } from './enroll-writing.js';
import { failureLine, formStyles } from './form-parts.js';
import { names } from './program-about.js';
import { ProgramMatch } from './program-match.js';

/**
 * @summary How the viewer stands in a program: may enroll, has enrolled, has modules to read, is matched.
 * @event guild-edit - The viewer wants to write or change the application.
 * @event guild-read - The viewer wants to read the modules.
 * @event guild-change - The viewer has withdrawn.
 * @csspart text - How the viewer stands.
 * @csspart list - What the viewer said when enrolling.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class ProgramStanding extends GuildElement {
  static override readonly tag = 'guild-program-standing';
  static override readonly uses = [ProgramMatch];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      .state {
        display: block;
        padding: 0;
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: var(--_space);
      }
      .sure {
        display: grid;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #withdraw = new Command(this, (client, programId: string, options) =>
    client.mentoring.withdrawEnrollment({ programId }, options),
  );

  @state() private unsure = false;

  /** The program. */
  @property({ attribute: false }) program: Program | undefined;
  /** What the viewer said when enrolling; undefined when they have not. */
  @property({ attribute: false }) enrollment: Enrollment | undefined;
  /** Whether it is known if the viewer has enrolled. */
  @property({ type: Boolean }) known = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.button, .state')?.focus();
  }

  #edit(): void {
    this.fire(new Event('guild-edit'));
  }

  async #ask(unsure: boolean): Promise<void> {
    this.#withdraw.reset();
    this.unsure = unsure;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(unsure ? '.sure .button' : '#withdraw')?.focus();
  }

  async #leave(programId: string): Promise<void> {
    if (!(await this.#withdraw.run(programId))) return;
    this.unsure = false;
    this.announce(this.strings(english).states.withdrawn);
    this.fire(new Event('guild-change'));
    await this.updateComplete;
    this.focus();
  }

  #mayEnroll(program: Program, label: string): TemplateResult {
    const strings = this.strings(english);
    if (!program.may.enroll.length) {
      const why = program.state === 'closed' ? strings.closed : strings.mayNot[program.mayNot ?? ''];
      return html`<p class="quiet" part="text">${why ?? strings.mayNotOther}</p>`;
    }
    const begun = this.me && isEnrollBegun(enrollFormName(program.id), this.me.id);
    return html`<div class="actions" part="actions">
        <button class="button primary" part="button" @click=${this.#edit}>
          ${begun ? strings.resume : label}
        </button>
      </div>
      ${begun ? html`<p class="help">${strings.draftKept}</p>` : nothing}`;
  }

  /** What was said when enrolling, in short. */
  #said({ sides, capacity, topics }: Enrollment): TemplateResult {
    const strings = this.strings(english);
    const isMentor = sides.includes('mentor');
    const learns = topics.map(({ skill }) => skill);
    return html`<ul class="quiet" part="list">
      ${isMentor ? html`<li>${strings.asMentor}: ${strings.capacityOf(capacity)}</li>` : nothing}
      ${
        sides.includes('mentee')
          ? html`<li>${strings.asMentee}${learns.length ? ': ' : ''}${names(learns, this.formats)}</li>`
          : nothing
      }
    </ul>`;
  }

  #training({ training }: Enrollment): unknown {
    const strings = this.strings(english);
    if (!training.of) return nothing;
    if (training.done === training.of) return html`<p class="quiet">${strings.trainingDone}</p>`;
    return html`<p>
        ${strings.trainingLeft(training.of - training.done, training.of)}
        ${training.required ? strings.trainingGate : nothing}
      </p>
      <div class="actions" part="actions">
        <button
          class="button ${training.required ? 'primary' : ''}"
          part="button"
          @click=${() => this.fire(new Event('guild-read'))}
        >
          ${strings.toTraining}
        </button>
      </div>`;
  }

  #actions({ programId, may }: Enrollment): unknown {
    const strings = this.strings(english);
    if (this.unsure) {
      return html`<div class="sure" role="group" aria-label=${strings.withdraw}>
        <p>${strings.withdrawSure}</p>
        <div class="actions" part="actions">
          <button class="button" part="button" @click=${() => this.#leave(programId)}>
            ${strings.withdrawYes}
          </button>
          <button class="button quiet" part="button" @click=${() => this.#ask(false)}>${strings.stay}</button>
        </div>
        ${failureLine(this.#withdraw.error, this.locale)}
      </div>`;
    }
    if (!may.change && !may.withdraw) return nothing;
    return html`<div class="actions" part="actions">
      ${
        may.change
          ? html`<button class="button" part="button" @click=${this.#edit}>${strings.change}</button>`
          : nothing
      }
      ${
        may.withdraw
          ? html`<button class="button quiet" part="button" id="withdraw" @click=${() => this.#ask(true)}>
              ${strings.withdraw}
            </button>`
          : nothing
      }
    </div>`;
  }

  #enrolled(program: Program, enrollment: Enrollment): TemplateResult {
    const strings = this.strings(english);
    const { state } = enrollment;
    const isOver = state === 'withdrawn' || state === 'declined';
    const isMatched = state === 'matched' || state === 'completed';
    return html`<div>
        <p class="state" part="text" tabindex="-1">${strings.states[state]}</p>
        <p class="quiet" part="text">${strings.next[state]}</p>
      </div>
      ${isMatched ? html`<guild-program-match .programId=${program.id}></guild-program-match>` : nothing}
      ${isOver ? nothing : [this.#said(enrollment), this.#training(enrollment)]}
      ${state === 'withdrawn' ? this.#mayEnroll(program, strings.enroll) : this.#actions(enrollment)}`;
  }

  protected override view(): unknown {
    const { program, enrollment } = this;
    if (!program || !this.known) return nothing;
    if (program.state === 'canceled') {
      return html`<p class="quiet" part="text">${this.strings(english).canceled}</p>`;
    }
    return enrollment
      ? this.#enrolled(program, enrollment)
      : this.#mayEnroll(program, this.strings(english).enroll);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-standing': ProgramStanding;
  }
}

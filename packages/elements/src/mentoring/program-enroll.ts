import type { Enrollment, EnrollmentDraft, Program } from '@guildhall/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { common } from '../strings/en/common.js';
import { program as english } from '../strings/en/program.js';
import { enrollSides } from './enroll-sides.js';
import {
  enrollDraftOf,
  enrollFormName,
  enrollPlaceOf,
  enrollProblems,
  writingOf,
  type EnrollPlace,
  type EnrollWriting,
} from './enroll-writing.js';
import { EnrolledEvent } from './events.js';
import { formStyles, lineField, note, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { names } from './program-about.js';
import { TopicsEdit } from './topics-edit.js';

/**
 * @summary The application for a program: sides, capacity, what to learn, wishes. What is written is kept until it is sent.
 * @event {EnrolledEvent} guild-enrolled - The server has taken it.
 * @event guild-close - The viewer leaves it; what was written is kept.
 * @csspart field - A field with its label.
 * @csspart text - Who reads what.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ProgramEnroll extends GuildElement {
  static override readonly tag = 'guild-program-enroll';
  static override readonly uses = [PersonPicker, TopicsEdit];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .form {
        gap: calc(6 * var(--_space));
      }
      .wishes {
        display: grid;
        gap: calc(4 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      h3 .small {
        font-weight: 400;
      }
      #capacity {
        inline-size: 6em;
      }
      .send {
        display: grid;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #kept = new KeptForm<EnrollWriting>(this, {
    name: () => this.program && enrollFormName(this.program.id),
    // Nothing is shown or kept without a program.
    blank: () => (this.program ? writingOf(this.program, this.enrollment) : ({} as EnrollWriting)),
  });
  readonly #enroll = new Command(this, (client, input: EnrollmentDraft, options) =>
    client.mentoring.enroll(input, options),
  );

  @state() private problems: Partial<Record<EnrollPlace, string>> = {};

  /** The program. */
  @property({ attribute: false }) program: Program | undefined;
  /** What was said before. */
  @property({ attribute: false }) enrollment: Enrollment | undefined;

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'sides'] = Object.keys(this.problems);
    const control = this.renderRoot.querySelector<HTMLElement>(`#${wrong === 'sides' ? 'mentor' : wrong}`);
    if (control instanceof GuildElement) await control.updateComplete;
    control?.focus();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { error } = this.#enroll;
    if (!error || this.problems[enrollPlaceOf(error)]) return;
    this.problems = { [enrollPlaceOf(error)]: errorText(error, this.locale) };
  }

  #input(event: Event): void {
    this.#kept.input(event);
    const { name } = Object(event.target);
    this.#mend(name === 'mentor' || name === 'mentee' ? 'sides' : name);
  }

  #mend(place: string): void {
    this.#enroll.reset();
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([name]) => name !== place && name !== 'send'),
    );
  }

  #choose({ currentTarget }: Event): void {
    if (currentTarget instanceof TopicsEdit) this.#kept.edit({ topics: currentTarget.value });
    if (currentTarget instanceof PersonPicker) this.#kept.edit({ [currentTarget.id]: currentTarget.value });
    if (currentTarget instanceof HTMLElement) this.#mend(currentTarget.id);
  }

  readonly #refuse = ({ id, kind }: Picked) => {
    const { notYourself, noTeam } = this.strings(english);
    if (kind === 'team') return noTeam;
    return id === this.me?.id ? notYourself : undefined;
  };

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  async #send(): Promise<void> {
    const { program } = this;
    const topics = this.renderRoot.querySelector('guild-topics-edit');
    if (!program || (topics && !topics.settle())) return topics?.focus();
    const writing = this.#kept.value;
    this.#enroll.reset();
    this.problems = enrollProblems(writing, this.strings(english));
    if (Object.keys(this.problems).length) return this.focus();
    const enrollment = await this.#enroll.run(enrollDraftOf(program.id, writing));
    if (!enrollment) {
      await this.updateComplete;
      return this.focus();
    }
    this.#kept.drop();
    this.announce(this.strings(english).states[enrollment.state]);
    this.fire(new EnrolledEvent(enrollment));
  }

  #picker(
    name: 'preferences' | 'notWith',
    label: string,
    help: string,
    value: readonly Picked[],
  ): TemplateResult {
    return html`<guild-person-picker
      id=${name}
      people-only
      .label=${label}
      .help=${help}
      .error=${this.problems[name] ?? ''}
      .value=${value}
      .refuse=${this.#refuse}
      @guild-change=${this.#choose}
    ></guild-person-picker>`;
  }

  #fields(program: Program, writing: EnrollWriting): TemplateResult {
    const strings = this.strings(english);
    const { mentor, mentee, topics, why, capacity, preferences, notWith } = writing;
    const { problems } = this;
    return html`${enrollSides(program.may.enroll, writing, problems.sides, strings)}
      ${
        mentee
          ? html`<guild-topics-edit
              id="topics"
              .value=${topics}
              .error=${problems.topics ?? ''}
              @guild-change=${this.#choose}
            ></guild-topics-edit>`
          : nothing
      }
      ${
        mentor
          ? lineField({
              name: 'capacity',
              label: strings.capacity,
              value: capacity,
              problem: problems.capacity,
              type: 'number',
              min: '1',
              max: '50',
            })
          : nothing
      }
      ${textField({ name: 'why', label: strings.why, value: why, help: strings.whyHelp, problem: problems.why })}
      <section class="wishes" aria-labelledby="wishes">
        <h3 id="wishes">
          ${strings.wishes} <span class="quiet small">${this.strings(common).optional}</span>
        </h3>
        ${this.#picker('preferences', strings.preferences, strings.preferencesHelp, preferences)}
        ${this.#picker('notWith', strings.notWith, strings.notWithHelp, notWith)}
        ${seers(true, strings.onlyYouWishes)}
      </section>`;
  }

  protected override view(): unknown {
    const { program, enrollment } = this;
    if (!program) return nothing;
    const strings = this.strings(english);
    const isChange = enrollment !== undefined && enrollment.state !== 'withdrawn';
    return html`<div
      class="form"
      role="form"
      aria-label=${isChange ? strings.yourApplication : strings.enrollTitle(program.name)}
      @input=${this.#input}
    >
      ${this.#fields(program, this.#kept.value)}
      <div class="send">
        ${note('send', this.problems.send)}
        ${seers(false, [
          fill(strings.organizersRead, { names: names(program.managers, this.formats) }),
          ' ',
          program.visibleToManagers ? strings.managersMayKnow : strings.managersDoNotKnow,
        ])}
        <div class="actions" part="actions">
          <button
            class="button primary"
            part="button"
            id="send"
            aria-disabled=${this.#enroll.pending}
            @click=${this.#send}
          >
            ${isChange ? strings.saveChange : strings.send}
          </button>
          <button class="button quiet" part="button" @click=${this.#close}>
            ${this.strings(common).close}
          </button>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-enroll': ProgramEnroll;
  }
}

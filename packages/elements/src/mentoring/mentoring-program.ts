import type { Enrollment, Program } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { emptyState, errorState } from '../parts/states.js';
import { program as english } from '../strings/en/program.js';
import type { MentorshipOpenEvent } from './events.js';
import { formStyles } from './form-parts.js';
import { mentoringProgramStyles } from './mentoring-program.styles.js';
import { enrollLine, programAbout, programFacts, programLine, type ProgramWording } from './program-about.js';
import { ProgramStanding } from './program-standing.js';

/** A program that people can still have to do with. */
const LISTED = ['enrolling', 'matching', 'running', 'wrappingUp'] as const;
const MOST = 100;

/**
 * @summary A mentoring program: what it is for and what it asks, then enrolling, and how the viewer stands. Without
 * `program` the list of those to choose from.
 * @slot empty - What to show when there is no program, in place of our line.
 * @event {EnrolledEvent} guild-enrolled - The viewer has enrolled, or changed what they had said.
 * @event {MentorshipOpenEvent} guild-mentorship-open - The viewer wants to see the mentorship that came of it; unless
 * prevented, it opens here.
 * @csspart header - Name and purpose.
 * @csspart list - The programs, or the facts of one.
 * @csspart item - A program of the list.
 * @csspart name - The name of a program.
 * @csspart text - A line about it.
 * @csspart button - A button.
 * @csspart empty - What is said when there is no program.
 * @csspart error - What went wrong.
 */
export class MentoringProgram extends GuildElement {
  static override readonly tag = 'mentoring-program';
  static override readonly uses = [ProgramStanding];
  static override styles = [hostStyles, formStyles, mentoringProgramStyles];

  readonly #program = new Query<Program, readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.#shown ? [this.#shown] : undefined),
    load: (client, [id], signal) => client.mentoring.program({ id }, { signal }),
  });
  readonly #programs = new Query<readonly Program[], readonly [boolean]>(this, {
    areas: ['mentoring'],
    args: () => (this.#shown ? undefined : [true]),
    keep: true,
    load: async (client, _args, signal) =>
      (await client.mentoring.programs({ states: [...LISTED], limit: MOST }, { signal })).items,
  });
  readonly #mine = new Query<readonly Enrollment[], readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => this.me && [this.me.id],
    load: async (client, _args, signal) =>
      (await client.mentoring.myEnrollments({ limit: MOST }, { signal })).items,
  });
  readonly #form = lateElement(
    this,
    () => this.enrolling,
    async () => (await import('./program-enroll.js')).ProgramEnroll,
  );

  readonly #academy = lateElement(
    this,
    () => this.reading,
    async () => (await import('./mentor-academy.js')).MentorAcademy,
  );
  readonly #hub = lateElement(
    this,
    () => this.mentorship !== undefined,
    async () => (await import('./mentorship-hub.js')).MentorshipHub,
  );

  @state() private opened: string | undefined;
  @state() private mentorship: string | undefined;
  @state() private enrolling = false;
  @state() private reading = false;

  /** The id of the program. Default: the viewer chooses from a list. */
  @property() program: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('program') && !changed.has('opened')) return;
    this.enrolling = this.reading = false;
    this.mentorship = undefined;
  }

  get #shown(): string | undefined {
    return this.program || this.opened;
  }

  get #wording(): ProgramWording {
    return { strings: this.strings(english), formats: this.formats, locale: this.locale };
  }

  #enrollment(programId: string): Enrollment | undefined {
    return this.#mine.data?.find((one) => one.programId === programId);
  }

  async #open(id: string | undefined): Promise<void> {
    const former = this.opened;
    this.opened = id;
    await this.updateComplete;
    const name =
      former && this.renderRoot.querySelector<HTMLElement>(`[data-program="${CSS.escape(former)}"]`);
    (name || this.renderRoot.querySelector<HTMLElement>('.back'))?.focus();
  }

  async #enroll(enrolling: boolean): Promise<void> {
    this.enrolling = enrolling;
    await this.updateComplete;
    if (enrolling) await this.#form.reload();
    await this.updateComplete;
    const form = this.renderRoot.querySelector('guild-program-enroll');
    await form?.updateComplete;
    if (form) await form.focus();
    else this.renderRoot.querySelector<HTMLElement>('guild-program-standing')?.focus();
  }

  async #enrolled(): Promise<void> {
    await Promise.all([this.#mine.reload(), this.#program.reload()]);
    await this.#enroll(false);
  }

  #show(event: MentorshipOpenEvent): void {
    // The page has its say first: it hears the same event after this.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.mentorship = event.mentorshipId;
    });
  }

  #row(program: Program): TemplateResult {
    const strings = this.strings(english);
    const mine = this.#enrollment(program.id);
    return html`<li class="row" part="item">
      <div>
        <h3>
          <button class="name" part="name" data-program=${program.id} @click=${() => this.#open(program.id)}>
            <bdi>${program.name}</bdi>
          </button>
        </h3>
        <p class="quiet small" part="text">
          ${programLine(program, this.#wording)} ·
          ${
            mine
              ? html`<span class="standing">${strings.short[mine.state]}</span>`
              : enrollLine(program, this.#wording)
          }
        </p>
        <p class="clamped" dir="auto">${program.purpose}</p>
      </div>
    </li>`;
  }

  #list(programs: readonly Program[]): TemplateResult {
    const { listEmpty, listTitle } = this.strings(english);
    return html`<h2 part="header">${listTitle}</h2>
      ${
        programs.length
          ? html`<ul class="rows" part="list" role="list">
              ${programs.map((program) => this.#row(program))}
            </ul>`
          : emptyState(listEmpty)
      }`;
  }

  #side(program: Program): TemplateResult {
    const mine = this.#enrollment(program.id);
    return html`<aside class="side">
      <guild-program-standing
        .program=${program}
        .enrollment=${mine}
        .known=${this.#mine.data !== undefined}
        @guild-mentorship-open=${this.#show}
        @guild-read=${() => (this.reading = true)}
        @guild-edit=${() => this.#enroll(true)}
        @guild-change=${() => this.#mine.reload()}
      ></guild-program-standing>
      ${programFacts(program, this.#wording)}
    </aside>`;
  }

  #back(text: unknown, go: () => unknown): TemplateResult {
    return html`<button class="button quiet back" part="button" @click=${go}>${text}</button>`;
  }

  #one(program: Program): TemplateResult {
    const { mentorship } = this;
    if (mentorship) {
      return html`${this.#back(html`<bdi>${program.name}</bdi>`, () => (this.mentorship = undefined))}
      ${this.#hub.render({ data: () => html`<mentorship-hub mentorship-id=${mentorship}></mentorship-hub>` })}`;
    }
    return html`<header part="header">
        <p class="quiet" part="text">${programLine(program, this.#wording)}</p>
        <h2 part="name"><bdi>${program.name}</bdi></h2>
        <p class="lead" dir="auto">${program.purpose}</p>
      </header>
      ${
        this.enrolling
          ? this.#form.render({
              data: () =>
                html`<guild-program-enroll
                  .program=${program}
                  .enrollment=${this.#enrollment(program.id)}
                  @guild-enrolled=${this.#enrolled}
                  @guild-close=${() => this.#enroll(false)}
                ></guild-program-enroll>`,
            })
          : html`<div class="about">
              ${this.#side(program)}
              <div class="main">
                ${
                  this.reading
                    ? this.#academy.render({
                        data: () => html`<mentor-academy program=${program.id}></mentor-academy>`,
                      })
                    : nothing
                }
                ${programAbout(program, this.#wording)}
              </div>
            </div>`
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    if (this.#shown) {
      const isChosen = !this.program && !this.mentorship;
      const back = () => this.#back(this.strings(english).allPrograms, () => void this.#open(undefined));
      return html`${isChosen ? back() : nothing}
      ${this.#program.render({ data: (program) => this.#one(program) })}`;
    }
    return this.#programs.render({ data: (programs) => this.#list(programs) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mentoring-program': MentoringProgram;
  }
}

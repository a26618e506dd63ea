import type { Mentorship, Session } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayFromToday } from './days.js';
import { formStyles, lineField, note, seers, selectField, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { SessionSavedEvent } from './mentorship-events.js';
import { sessionStyles } from './session.styles.js';
import { oddFor, timesFor, type InZone } from './session-times.js';
import {
  draftOf,
  moveOf,
  newSession,
  nextStep,
  sessionPlaceOf,
  sessionProblems,
  startOf,
  writingOf,
  type SessionPlace,
  type SessionWriting,
} from './session-writing.js';
import { placeOf } from './zoned-time.js';

const LENGTHS = [15, 30, 45, 60, 90, 120];

/**
 * @summary Plans a session, or moves one: when it is for each of its people is said while one writes.
 * @event {SessionSavedEvent} guild-session-saved - The server has taken it.
 * @event guild-close - The viewer leaves it; what was written is kept.
 * @csspart field - A field with its label.
 * @csspart text - When it is for whom, and who sees it.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class SessionForm extends GuildElement {
  static override readonly tag = 'guild-session-form';
  static override styles = [hostStyles, formStyles, sessionStyles];

  readonly #kept = new KeptForm<SessionWriting>(this, {
    name: () => {
      const { mentorship, session } = this;
      return session ? `move ${session.id} ${session.sequence}` : mentorship && `session ${mentorship.id}`;
    },
    blank: () => this.#blank(),
  });
  readonly #save = new Command(this, (client, writing: SessionWriting, options) =>
    this.session
      ? client.mentoring.moveSession(moveOf(this.session.id, writing), options)
      : client.mentoring.scheduleSession(draftOf(this.mentorship?.id ?? '', writing), options),
  );

  @state() private problems: Partial<Record<SessionPlace, string>> = {};

  /** Whose session it is. */
  @property({ attribute: false }) mentorship: Mentorship | undefined;
  /** The session that is moved. Default: a new one is planned. */
  @property({ attribute: false }) session: Session | undefined;
  /** The viewer's time zone. */
  @property({ attribute: false }) ownZone = 'UTC';
  /** The others with their zones. */
  @property({ attribute: false }) others: readonly InZone[] = [];
  /** Steps of the plan for which a session is planned already. */
  @property({ attribute: false }) planned: readonly number[] = [];
  /** The step of the plan that a new session is for. Default: the first without one. */
  @property({ attribute: false }) step: number | undefined;

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = this.session ? 'day' : 'title'] = Object.keys(this.problems);
    this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another step was asked for: what it is about begins anew, the rest stays as it was written.
    if (changed.has('step') && changed.get('step') !== undefined && this.step !== undefined) {
      const { title, agenda, step } = this.#blank();
      this.#kept.edit({ title, agenda, step });
    }
  }

  #blank(): SessionWriting {
    const { mentorship, session, ownZone, step } = this;
    if (session) return writingOf(session);
    const { titleDefault } = this.strings(english);
    // Nothing is shown or kept without a mentorship.
    if (!mentorship) return {} as SessionWriting;
    return newSession(mentorship, step ?? nextStep(mentorship, this.planned), ownZone, titleDefault);
  }

  #input(event: Event): void {
    const { name, value } = Object(event.target);
    this.#kept.input(event);
    const planned = name === 'step' ? this.mentorship?.plan[Number(value)] : undefined;
    if (value && planned) this.#kept.edit({ title: planned.title, agenda: planned.agenda });
    this.#save.reset();
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([place]) => place !== name && place !== 'send'),
    );
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  async #submit(): Promise<void> {
    const writing = this.#kept.value;
    this.problems = sessionProblems(writing, this.strings(english));
    if (Object.keys(this.problems).length) return this.focus();
    const session = await this.#save.run(writing);
    if (session) {
      this.#kept.drop();
      this.fire(new SessionSavedEvent(session));
      return;
    }
    const { error } = this.#save;
    if (error) this.problems = { [sessionPlaceOf(error)]: errorText(error, this.locale) };
    await this.focus();
  }

  #zones({ zone }: SessionWriting): unknown {
    const strings = this.strings(english);
    const known = new Map<string, string>([[this.ownZone, strings.zoneYou(placeOf(this.ownZone))]]);
    for (const { name, timeZone } of this.others)
      if (timeZone && !known.has(timeZone)) known.set(timeZone, strings.zoneOf(placeOf(timeZone), name));
    if (!known.has(zone)) known.set(zone, placeOf(zone));
    if (known.size < 2) return nothing;
    return selectField('zone', strings.zone, [...known], zone);
  }

  #steps({ step }: SessionWriting): unknown {
    const plan = this.mentorship?.plan ?? [];
    if (this.session || !plan.length) return nothing;
    const strings = this.strings(english);
    const options = plan.map(({ title }, index) => [String(index), title] as const);
    return selectField('step', strings.step, [...options, ['', strings.stepNone]], step);
  }

  #when(writing: SessionWriting): TemplateResult {
    const strings = this.strings(english);
    const { day, time, minutes } = writing;
    const lengths = [...new Set([...LENGTHS, Number(minutes)])].sort((a, b) => a - b);
    const length = (count: number) => (count === 60 ? strings.hour : strings.minutes(count));
    const problems = this.problems;
    return html`<div class="beside">
        ${lineField({
          name: 'day',
          label: strings.day,
          value: day,
          type: 'date',
          min: dayFromToday(),
          problem: problems.day,
        })}
        ${lineField({ name: 'time', label: strings.time, value: time, type: 'time', problem: problems.time })}
        ${selectField(
          'minutes',
          strings.length,
          lengths.map((count) => [String(count), length(count)]),
          minutes,
        )}
      </div>
      ${this.#zones(writing)}
      <div class="told" part="text" aria-live="polite">${this.#times(writing)}</div>`;
  }

  /** When it is for whom, as soon as that is known. */
  #times(writing: SessionWriting): unknown {
    const start = startOf(writing);
    if (!start) return nothing;
    const strings = this.strings(english);
    const { ownZone, others } = this;
    const told = { start: start.moment, minutes: Number(writing.minutes), ownZone, others };
    const odd = oddFor(told);
    return html`<div class="times">
      ${timesFor(told, strings, this.locale)}
      ${start.odd ? html`<p class="small">${strings[start.odd]}</p>` : nothing}
      ${odd ? html`<p class="small">${strings.odd(odd.name)}</p>` : nothing}
    </div>`;
  }

  protected override view(): unknown {
    const { mentorship, session } = this;
    if (!mentorship) return nothing;
    const strings = this.strings(english);
    const writing = this.#kept.value;
    const { title, agenda, place } = writing;
    const problems = this.problems;
    const people = this.formats.pieces([
      this.strings(common).you,
      ...this.others.map(({ name }) => html`<bdi>${name}</bdi>`),
    ]);
    return html`<div
      class="form"
      role="form"
      aria-label=${session ? strings.moveTitle : strings.schedule}
      @input=${this.#input}
    >
      ${this.#steps(writing)}
      ${lineField({ name: 'title', label: strings.title, value: title, problem: problems.title })}
      ${this.#when(writing)}
      ${textField({
        name: 'agenda',
        label: strings.agenda,
        value: agenda,
        help: strings.agendaHelp,
        problem: problems.agenda,
      })}
      ${lineField({
        name: 'place',
        label: strings.place,
        value: place,
        help: strings.placeHelp,
        problem: problems.place,
      })}
      ${note('send', this.problems.send)} ${seers(false, fill(strings.whoSession, { names: people }))}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="send"
          aria-disabled=${this.#save.pending}
          @click=${this.#submit}
        >
          ${session ? strings.sendMove : strings.send}
        </button>
        <button class="button quiet" part="button" @click=${this.#close}>
          ${this.strings(common).close}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-form': SessionForm;
  }
}

import type { Mentorship, Session } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { lateElement } from '../parts/late-element.js';
import { emptyState, errorState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import type { SessionSavedEvent } from './mentorship-events.js';
import { SessionCard } from './session-card.js';
import { pastElements, pastSessions } from './session-past.js';
import { sessionPlannerStyles } from './session-planner.styles.js';
import { SessionSource, type Sessions } from './session-source.js';
import { ownZone } from './zoned-time.js';

/** What the viewer is doing. */
type Doing = { what: 'schedule' } | { what: 'move' | 'log'; id: string };

/** Timers cannot wait for longer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * @summary The sessions of a mentorship: plan one in the times of all its people, move or cancel it, take it to the own
 * calendar, write down how it went, and read the notes of earlier ones.
 * @slot empty - What to show when there is no session, in place of our line.
 * @event {SessionSavedEvent} guild-session-saved - A session was planned, moved, canceled or written down.
 * @event guild-planned - Other steps of the plan than before have a session; `planned` says which.
 * @csspart header - The title, and what plans a session.
 * @csspart list - Sessions.
 * @csspart item - A session.
 * @csspart button - A button.
 * @csspart empty - What is said when there is no session.
 * @csspart error - What went wrong.
 */
export class SessionPlanner extends GuildElement {
  static override readonly tag = 'session-planner';
  static override readonly uses = [SessionCard, ...pastElements];
  static override styles = [hostStyles, sessionPlannerStyles];

  readonly #source = new SessionSource(this);
  readonly #form = lateElement(
    this,
    () => this.doing !== undefined && this.doing.what !== 'log',
    async () => (await import('./session-form.js')).SessionForm,
  );
  readonly #log = lateElement(
    this,
    () => this.doing?.what === 'log',
    async () => (await import('./session-log.js')).SessionLog,
  );
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  @state() private doing: Doing | undefined;
  @state() private step: number | undefined;

  /** The id of the mentorship. */
  @property({ attribute: 'mentorship-id' }) mentorshipId: string | undefined;

  /** Opens the form for a new session, for a step of the plan or else the next one. */
  async schedule(step?: number): Promise<void> {
    this.step = step;
    await this.#do({ what: 'schedule' });
  }

  /** The steps of the plan for which a session is planned. */
  get planned(): readonly number[] {
    return this.#source.planned;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mentorshipId') && changed.get('mentorshipId')) {
      this.doing = undefined;
      this.#source.pages = 1;
    }
  }

  protected override updated(): void {
    if (this.planned.join() !== this.#told) {
      this.#told = this.planned.join();
      this.fire(new Event('guild-planned'));
    }
    clearTimeout(this.#timer);
    // When a session begins, more can be done about it.
    const [next] = this.#source.coming;
    const wait = next ? Date.parse(next.start) - Date.now() : NaN;
    if (wait > 0 && wait < LONGEST_WAIT_MS)
      this.#timer = setTimeout(() => void this.#source.sessions.reload(), wait + 1000);
  }

  get #ownZone(): string {
    return this.me?.timeZone ?? ownZone();
  }

  async #do(doing: Doing | undefined): Promise<void> {
    const former = this.doing;
    this.doing = doing;
    await this.updateComplete;
    if (doing) await (doing.what === 'log' ? this.#log : this.#form).reload();
    await this.updateComplete;
    const form = this.renderRoot.querySelector<GuildElement>('guild-session-form, guild-session-log');
    await form?.updateComplete;
    if (form) form.focus();
    else if (former) this.#return(former);
  }

  /** The focus goes back to where it came from. */
  #return(former: Doing): void {
    const card = 'id' in former && this.renderRoot.querySelector<HTMLElement>(`[data-id="${former.id}"]`);
    (card || this.renderRoot.querySelector<HTMLElement>('header .button, guild-session-card'))?.focus();
  }

  async #saved({ session }: SessionSavedEvent): Promise<void> {
    const strings = this.strings(english);
    const { doing } = this;
    if (session.state === 'canceled') this.announce(strings.canceled);
    else if (doing?.what === 'move') this.announce(strings.moved);
    else if (doing?.what === 'schedule') this.announce(strings.scheduled);
    await this.#source.reload();
    await this.#do(undefined);
  }

  #working(mentorship: Mentorship): unknown {
    const { doing } = this;
    const session =
      doing && 'id' in doing && this.#source.sessions.data?.items.find(({ id }) => id === doing.id);
    const close = () => this.#do(undefined);
    if (doing?.what === 'log') {
      const { me } = this;
      const people = [...(me ? [{ id: me.id, name: me.name }] : []), ...this.#source.others];
      return this.#log.render({
        data: () =>
          html`<guild-session-log
            .session=${session || undefined}
            .people=${people}
            .zone=${this.#ownZone}
            @guild-session-saved=${this.#saved}
            @guild-close=${close}
          ></guild-session-log>`,
      });
    }
    return this.#form.render({
      data: () =>
        html`<guild-session-form
          .mentorship=${mentorship}
          .session=${session || undefined}
          .ownZone=${this.#ownZone}
          .others=${this.#source.zones}
          .step=${this.step}
          .planned=${this.planned}
          @guild-session-saved=${this.#saved}
          @guild-close=${close}
        ></guild-session-form>`,
    });
  }

  #card(session: Session, mentorship: Mentorship, isNext: boolean): TemplateResult {
    const { id } = session;
    const isOpen = this.doing && 'id' in this.doing && this.doing.id === id;
    return html`<li part="item">
      ${
        isOpen
          ? this.#working(mentorship)
          : html`<guild-session-card
              data-id=${id}
              ?next=${isNext}
              .session=${session}
              .ownZone=${this.#ownZone}
              .others=${this.#source.zones}
              @guild-move=${() => this.#do({ what: 'move', id })}
              @guild-log=${() => this.#do({ what: 'log', id })}
              @guild-session-saved=${this.#saved}
            ></guild-session-card>`
      }
    </li>`;
  }

  #all(mentorship: Mentorship, { items, isPart }: Sessions): TemplateResult {
    const strings = this.strings(english);
    const coming = this.#source.coming;
    const isPlanning = this.doing?.what === 'schedule';
    const { schedule } = mentorship.may;
    const plan = (primary: boolean) =>
      schedule && !isPlanning
        ? html`<button
            class="button ${primary ? 'primary' : ''}"
            part="button"
            @click=${() => this.schedule()}
          >
            ${items.length ? strings.scheduleNext : strings.schedule}
          </button>`
        : nothing;
    return html`<div class="all">
      <header part="header">
        <h3>${strings.sessions}</h3>
        ${items.length ? plan(!coming.length) : nothing}
      </header>
      ${isPlanning ? this.#working(mentorship) : nothing}
      ${items.length || isPlanning ? nothing : emptyState(`${strings.sessionNone} ${strings.sessionFirst}`, plan(!mentorship.may.sign))}
      ${
        coming.length
          ? html`<ul part="list" role="list">
              ${coming.map((session, index) => this.#card(session, mentorship, index === 0))}
            </ul>`
          : nothing
      }
      ${pastSessions(
        items.filter(({ state }) => state !== 'scheduled'),
        {
          others: this.#source.others,
          zone: this.#ownZone,
          title: strings.earlier,
          reload: () => void this.#source.sessions.reload(),
        },
      )}
      ${
        isPart
          ? html`<button class="button" part="button" @click=${() => this.#source.more()}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#source.mentorship.render({
      data: (mentorship) =>
        this.#source.sessions.render({ data: (sessions) => this.#all(mentorship, sessions) }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-planner': SessionPlanner;
  }
}

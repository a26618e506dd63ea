import type { Client, Commitment, PersonRef, Session } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { chipChoice, failureLine, formStyles, note, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { SessionSavedEvent } from './mentorship-events.js';
import { PromisesEdit } from './promises-edit.js';
import { rangeWords } from './session-times.js';
import { isTooLong, logOf, newLog, type LogWriting, type Settled } from './session-log-writing.js';

type SessionLogInput = Parameters<Client['mentoring']['logSession']>[0];

/**
 * @summary How a session went: whether it was held, notes for both and for oneself, what was promised, what became of
 * earlier promises.
 * @event {SessionSavedEvent} guild-session-saved - The server has taken it.
 * @event guild-close - The viewer leaves it; what was written is kept.
 * @csspart field - A field with its label.
 * @csspart text - Who reads what.
 * @csspart list - What is open from before.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class SessionLog extends GuildElement {
  static override readonly tag = 'guild-session-log';
  static override readonly uses = [PromisesEdit];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      h4 {
        margin: 0;
      }
      .what {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      .open {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      .open li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space) calc(4 * var(--_space));
      }
      .with {
        display: grid;
        gap: var(--_space);
      }
    `,
  ];

  readonly #open = new Query<readonly Commitment[], readonly [string]>(this, {
    areas: [],
    args: () => this.session && [this.session.mentorshipId],
    load: async (client, [mentorshipId], signal) =>
      (await client.mentoring.commitments({ mentorshipId, state: 'open', limit: 100 }, { signal })).items,
  });
  readonly #kept = new KeptForm<LogWriting>(this, {
    name: () => this.session && `log ${this.session.id}`,
    // Nothing is shown or kept without a session.
    blank: () => (this.session ? newLog(this.session) : ({} as LogWriting)),
  });
  readonly #note = new Command(this, (client, input: { sessionId: string; text: string | null }, options) =>
    client.mentoring.notePrivately(input, options),
  );
  readonly #log = new Command(this, (client, input: SessionLogInput, options) =>
    client.mentoring.logSession(input, options),
  );

  @state() private tooLong = false;

  /** The session. */
  @property({ attribute: false }) session: Session | undefined;
  /** All of its people, the viewer first. */
  @property({ attribute: false }) people: readonly PersonRef[] = [];
  /** The viewer's time zone. */
  @property({ attribute: false }) zone = 'UTC';

  /** Goes to the first question. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  get #others(): unknown {
    const others = this.people.filter(({ id }) => id !== this.me?.id);
    return this.formats.pieces(others.map(({ name }) => html`<bdi>${name}</bdi>`));
  }

  #input(event: Event): void {
    this.#kept.input(event);
    this.tooLong = false;
  }

  #settle(id: string, state: Settled['state']): void {
    const { settled } = this.#kept.value;
    const rest = settled.filter((one) => one.id !== id);
    const was = settled.some((one) => one.id === id && one.state === state);
    this.#kept.edit({ settled: was ? rest : [...rest, { id, state }] });
  }

  async #save(): Promise<void> {
    const { session } = this;
    const writing = this.#kept.value;
    this.tooLong = isTooLong(writing);
    if (!session || this.tooLong) return;
    // The own note first: writing it twice does no harm, should the rest fail.
    const own = writing.met === 'yes' ? writing.own.trim() : '';
    if (own && own !== session.notesPrivate) {
      if (!(await this.#note.run({ sessionId: session.id, text: own }))) return;
    }
    const saved = await this.#log.run(logOf(session.id, writing));
    if (!saved) return;
    this.#kept.drop();
    this.fire(new SessionSavedEvent(saved));
  }

  #before({ settled }: LogWriting): unknown {
    const open = this.#open.data ?? [];
    if (!open.length) return nothing;
    const strings = this.strings(english);
    const toggle = (one: Commitment, state: Settled['state'], text: string, label: string) =>
      html`<button
        class="chip"
        part="button"
        aria-label=${label}
        aria-pressed=${settled.some(({ id, state: set }) => id === one.id && set === state)}
        @click=${() => this.#settle(one.id, state)}
      >
        ${text}
      </button>`;
    return html`<div class="field" role="group" aria-labelledby="before">
      <h4 class="label" id="before">${strings.openBefore}</h4>
      <ul class="open" part="list">
        ${open.map(
          (one) =>
            html`<li>
              <span><bdi>${one.owner.name}</bdi>: <bdi>${one.text}</bdi></span>
              <span class="chips">
                ${toggle(one, 'kept', strings.kept, strings.keptNamed(one.text))}
                ${toggle(one, 'dropped', strings.dropped, strings.droppedNamed(one.text))}
              </span>
            </li>`,
        )}
      </ul>
      <p class="help">${strings.carryOn}</p>
    </div>`;
  }

  #notes({ shared, own, promises }: LogWriting): TemplateResult {
    const strings = this.strings(english);
    const names = { names: this.#others };
    return html`<div class="with">
        ${textField({ name: 'shared', label: strings.notesShared, value: shared })}
        ${seers(false, fill(strings.readBoth, names))}
      </div>
      <div class="with">
        ${textField({ name: 'own', label: strings.notesPrivate, value: own })}
        ${seers(true, fill(strings.readMe, names))}
      </div>
      <guild-promises-edit
        .value=${promises}
        .people=${this.people}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof PromisesEdit && this.#kept.edit({ promises: currentTarget.value })}
      ></guild-promises-edit>`;
  }

  protected override view(): unknown {
    if (!this.session) return nothing;
    const strings = this.strings(english);
    const writing = this.#kept.value;
    const { met } = writing;
    const { start, minutes } = this.session;
    const choices = [
      ['yes', strings.held],
      ['no', strings.missed],
    ] as const;
    return html`<div class="form" role="form" aria-label=${strings.log} @input=${this.#input}>
      <div>
        <h4 class="what"><bdi>${this.session.title}</bdi></h4>
        <p class="quiet">${rangeWords(new Date(start), minutes, this.zone, this.locale)}</p>
      </div>
      ${chipChoice('met', strings.didIt, choices, met)} ${met === 'yes' ? this.#notes(writing) : nothing}
      ${met ? this.#before(writing) : nothing} ${note('send', this.tooLong ? strings.tooLong : undefined)}
      ${failureLine(this.#note.error ?? this.#log.error, this.locale)}
      <div class="actions" part="actions">
        ${
          met
            ? html`<button
                class="button primary"
                part="button"
                id="send"
                aria-disabled=${this.#log.pending || this.#note.pending}
                @click=${this.#save}
              >
                ${strings.saveLog}
              </button>`
            : nothing
        }
        <button class="button quiet" part="button" @click=${() => this.fire(new Event('guild-close'))}>
          ${this.strings(common).close}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-log': SessionLog;
  }
}

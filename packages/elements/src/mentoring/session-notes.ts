import type { PersonRef, Session } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { lock, pencil, people as peopleIcon } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { SessionSavedEvent } from './mentorship-events.js';

interface Note {
  text: string;
}

const NOTES_MAX = 20_000;

/**
 * @summary The notes of a session: those that its people share, or the viewer's own. Says on each who reads it.
 * @event {SessionSavedEvent} guild-session-saved - The server has taken what was written.
 * @event guild-stale - Somebody else has changed the notes meanwhile; they should be read again.
 * @csspart text - The notes.
 * @csspart field - The field.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class SessionNotes extends GuildElement {
  static override readonly tag = 'guild-session-notes';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .note {
        display: grid;
        justify-items: start;
        gap: var(--_space);
        padding: calc(3 * var(--_space)) calc(4 * var(--_space));
        border-radius: var(--_radius);
        background: color-mix(in oklab, var(--_text) 4%, var(--_surface));
      }
      :host([own]) .note {
        background: none;
        border: 1px dashed var(--_quiet);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: calc(1.5 * var(--_space));
        color: var(--_quiet);
        font-size: 0.9em;
      }
      .head svg {
        align-self: center;
      }
      .text {
        max-inline-size: 68ch;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #kept = new KeptForm<Note>(this, {
    name: () => this.session && `${this.own ? 'own note' : 'note'} ${this.session.id}`,
    blank: () => ({ text: this.#text ?? '' }),
  });
  readonly #save = new Command(
    this,
    (client, input: { sessionId: string; text: string | null; replaces?: string | null }, options) => {
      const { sessionId, text } = input;
      return this.own
        ? client.mentoring.notePrivately({ sessionId, text }, options)
        : client.mentoring.noteShared(input, options);
    },
  );
  /** The notes as they were when the viewer began to change them. */
  #from: string | null = null;

  @state() private editing = false;

  /** The session. */
  @property({ attribute: false }) session: Session | undefined;
  /** The other people of the mentorship. */
  @property({ attribute: false }) others: readonly PersonRef[] = [];
  /** The viewer's own notes rather than the shared ones. */
  @property({ type: Boolean, reflect: true }) own = false;

  get #text(): string | undefined {
    return this.own ? this.session?.notesPrivate : this.session?.notesShared;
  }

  /** Whether somebody else has changed the notes since the viewer began. */
  get #isStale(): boolean {
    return this.#save.error?.reason === 'note.changed';
  }

  async #edit(editing: boolean): Promise<void> {
    this.#from = this.#text ?? null;
    this.#save.reset();
    this.editing = editing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(editing ? 'textarea' : '.edit')?.focus();
  }

  async #send(): Promise<void> {
    const { session } = this;
    const { text } = this.#kept.value;
    if (!session || [...text].length > NOTES_MAX) return;
    // What somebody else has written meanwhile has been shown by now, and may be replaced.
    if (this.#isStale) this.#from = this.#text ?? null;
    const saved = await this.#save.run({
      sessionId: session.id,
      text: text.trim() || null,
      ...(!this.own && { replaces: this.#from }),
    });
    if (this.#isStale) this.fire(new Event('guild-stale'));
    if (!saved) return;
    this.#kept.drop();
    this.fire(new SessionSavedEvent(saved));
    await this.#edit(false);
  }

  get #seers(): unknown {
    const { readBoth, readMe } = this.strings(english);
    const names = this.formats.pieces(this.others.map(({ name }) => html`<bdi>${name}</bdi>`));
    return fill(this.own ? readMe : readBoth, { names });
  }

  #form(): TemplateResult {
    const strings = this.strings(english);
    const { cancel, charactersLeft, save } = this.strings(common);
    const { text } = this.#kept.value;
    const left = NOTES_MAX - [...text].length;
    return html`<div class="form" @input=${(event: Event) => this.#kept.input(event)}>
      ${textField({
        name: 'text',
        label: this.own ? strings.notesPrivate : strings.notesShared,
        value: text,
        problem: left < 0 ? charactersLeft(left) : undefined,
      })}
      ${seers(this.own, this.#seers)} ${failureLine(this.#save.error, this.locale)}
      ${this.#isStale ? html`<blockquote class="text" part="text" dir="auto">${this.#text}</blockquote>` : nothing}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#save.pending} @click=${this.#send}>
          ${save}
        </button>
        <button
          class="button quiet"
          part="button"
          @click=${() => {
            this.#kept.drop();
            void this.#edit(false);
          }}
        >
          ${cancel}
        </button>
      </div>
    </div>`;
  }

  protected override view(): unknown {
    if (!this.session) return nothing;
    const strings = this.strings(english);
    const { edit } = this.strings(common);
    if (this.editing) return this.#form();
    const label = this.own ? strings.notesPrivate : strings.notesShared;
    if (!this.#text) {
      return html`<button class="button quiet edit" part="button" @click=${() => this.#edit(true)}>
        ${this.own ? lock : pencil}${this.own ? strings.noteAddPrivate : strings.noteAddShared}
      </button>`;
    }
    return html`<div class="note" role="group" aria-label=${label}>
      <p class="head">${this.own ? lock : peopleIcon}<span>${this.#seers}</span></p>
      <p class="text" part="text" dir="auto">${this.#text}</p>
      <button
        class="button quiet edit"
        part="button"
        aria-label="${edit}: ${label}"
        @click=${() => this.#edit(true)}
      >
        ${pencil}${edit}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-session-notes': SessionNotes;
  }
}

import type { Client, Mentorship } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayFromToday } from './days.js';
import { chipChoice, failureLine, formStyles, lineField, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { MentorshipChangedEvent } from './mentorship-events.js';
import { namesIn, othersOf } from './mentorship-people.js';

type EndEarly = Parameters<Client['mentoring']['endEarly']>[0];
type Complete = Parameters<Client['mentoring']['complete']>[0];

interface Writing {
  until: string;
  reason: string;
  note: string;
  again: boolean;
  closing: string;
}

/** A pause lasts so many days unless the viewer says otherwise. */
const PAUSE_DAYS = 14;
const LONGEST_PAUSE_DAYS = 180;
const REASONS: readonly EndEarly['reason'][] = ['notRightFit', 'noTime', 'goalsReached', 'left', 'other'];

/**
 * @summary Rests a mentorship, completes it with a reflection, or ends it early without blame.
 * @event {MentorshipChangedEvent} guild-mentorship-changed - It was paused, goes on, or is completed.
 * @event guild-ended - The viewer has ended it early.
 * @csspart text - What it means, and who reads what.
 * @csspart field - A field.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorshipEnding extends GuildElement {
  static override readonly tag = 'guild-mentorship-ending';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      :host {
        display: grid;
        gap: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #kept = new KeptForm<Writing>(this, {
    name: () => this.mentorship && `ending ${this.mentorship.id}`,
    blank: () => ({ until: dayFromToday(PAUSE_DAYS), reason: '', note: '', again: true, closing: '' }),
  });
  readonly #pause = new Command(this, (client, input: { id: string; until: string }, options) =>
    client.mentoring.pause(input, options),
  );
  readonly #resume = new Command(this, (client, id: string, options) =>
    client.mentoring.resume({ id }, options),
  );
  readonly #end = new Command(this, (client, input: EndEarly, options) =>
    client.mentoring.endEarly(input, options),
  );
  readonly #complete = new Command(this, (client, input: Complete, options) =>
    client.mentoring.complete(input, options),
  );

  @state() private doing: 'pause' | 'end' | 'complete' | undefined;

  /** What is to rest or to end. */
  @property({ attribute: false }) mentorship: Mentorship | undefined;

  /** Opens the form that completes it. */
  complete(): Promise<void> {
    return this.#do('complete');
  }

  async #do(doing: MentorshipEnding['doing']): Promise<void> {
    for (const command of [this.#pause, this.#resume, this.#end, this.#complete]) command.reset();
    const former = this.doing;
    this.doing = doing;
    await this.updateComplete;
    const first = this.renderRoot.querySelector<HTMLElement>('input, textarea');
    (first ?? this.renderRoot.querySelector<HTMLElement>(`#${former}`))?.focus();
  }

  #changed(after: Mentorship | undefined): void {
    if (!after) return;
    this.#kept.drop();
    this.doing = undefined;
    this.fire(new MentorshipChangedEvent(after));
  }

  async #send({ id, program }: Mentorship): Promise<void> {
    const { until, reason, note, again, closing } = this.#kept.value;
    const why = REASONS.find((one) => one === reason);
    if (this.doing === 'pause') return this.#changed(await this.#pause.run({ id, until }));
    if (this.doing === 'complete' && closing.trim()) {
      const reflection = { text: closing.trim(), visibility: 'pair' as const };
      return this.#changed(await this.#complete.run({ id, reflection }));
    }
    if (this.doing !== 'end' || !why)
      return this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
    const input = {
      id,
      reason: why,
      ...(note.trim() && { note: note.trim() }),
      backToPool: !!program && again,
    };
    if (!(await this.#end.run(input))) return;
    this.#kept.drop();
    this.doing = undefined;
    this.fire(new Event('guild-ended'));
  }

  #form(
    mentorship: Mentorship,
    title: string,
    fields: unknown,
    send: string,
    ready: boolean,
  ): TemplateResult {
    const { cancel } = this.strings(common);
    const commands = [this.#pause, this.#end, this.#complete];
    const failure = commands.find(({ error }) => error)?.error;
    return html`<div
      class="form"
      role="form"
      aria-label=${title}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      <h3>${title}</h3>
      ${fields} ${failureLine(failure, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${!ready || commands.some(({ pending }) => pending)}
          @click=${() => this.#send(mentorship)}
        >
          ${send}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#do(undefined)}>${cancel}</button>
      </div>
    </div>`;
  }

  #pausing(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const { until } = this.#kept.value;
    const field = lineField({
      name: 'until',
      label: strings.pauseUntil,
      value: until,
      type: 'date',
      min: dayFromToday(1),
      max: dayFromToday(LONGEST_PAUSE_DAYS),
      help: strings.pauseSee,
    });
    return this.#form(mentorship, strings.pause, field, strings.pauseSend, until !== '');
  }

  #endingEarly(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const { reason, note, again } = this.#kept.value;
    const names = { names: namesIn(othersOf(mentorship, this.me?.id), this.formats) };
    const { program } = mentorship;
    const fields = html`<p part="text">${strings.endKind}</p>
      ${chipChoice(
        'reason',
        strings.endReason,
        REASONS.map((one) => [one, strings.endReasons[one]]),
        reason,
      )}
      ${textField({ name: 'note', label: strings.endNote, value: note })}
      ${seers(true, fill(program ? strings.endSee : strings.endSeeOpen, names))}
      ${
        program
          ? html`<label class="tick">
              <input type="checkbox" name="again" .checked=${again} />
              <span>${fill(strings.endAgain, { program: html`<bdi>${program.name}</bdi>` })}</span>
            </label>`
          : nothing
      }`;
    return this.#form(mentorship, strings.end, fields, strings.endYes, reason !== '');
  }

  #completing(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const { closing } = this.#kept.value;
    const names = { names: namesIn(othersOf(mentorship, this.me?.id), this.formats) };
    const fields = html`${textField({ name: 'closing', label: strings.closing, value: closing })}
    ${seers(false, fill(strings.closingSee, names))}`;
    return this.#form(mentorship, strings.completeTitle, fields, strings.completeYes, closing.trim() !== '');
  }

  protected override view(): unknown {
    const { mentorship } = this;
    if (!mentorship) return nothing;
    const strings = this.strings(english);
    if (this.doing === 'pause') return this.#pausing(mentorship);
    if (this.doing === 'end') return this.#endingEarly(mentorship);
    if (this.doing === 'complete') return this.#completing(mentorship);
    const { id, may, state } = mentorship;
    const buttons = [
      may.resume &&
        html`<button
          class="button primary"
          part="button"
          @click=${async () => this.#changed(await this.#resume.run(id))}
        >
          ${strings.resume}
        </button>`,
      may.complete &&
        html`<button
          class="button ${state === 'wrappingUp' ? 'primary' : ''}"
          part="button"
          id="complete"
          @click=${() => this.#do('complete')}
        >
          ${strings.complete}
        </button>`,
      may.pause &&
        html`<button class="button quiet" part="button" id="pause" @click=${() => this.#do('pause')}>
          ${strings.pause}
        </button>`,
      may.endEarly &&
        html`<button class="button quiet" part="button" id="end" @click=${() => this.#do('end')}>
          ${strings.end}
        </button>`,
    ].filter((one) => one !== false);
    if (!buttons.length) return nothing;
    return html`<div class="actions" part="actions">${buttons}</div>
      ${failureLine(this.#resume.error, this.locale)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-ending': MentorshipEnding;
  }
}

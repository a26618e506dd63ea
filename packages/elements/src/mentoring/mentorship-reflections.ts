import type { Client, PersonRef, Session } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lock } from '../parts/icons.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { chipChoice, failureLine, formStyles, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { namesIn } from './mentorship-people.js';
import { writtenStyles } from './written.styles.js';

type Reflections = Awaited<ReturnType<Client['mentoring']['reflections']>>;
type Reflection = Reflections['items'][number];
type Draft = Parameters<Client['mentoring']['reflect']>[0];

interface Writing {
  text: string;
  visibility: 'me' | 'pair';
}

const MAX = 10_000;
const STEP = 10;

/**
 * @summary What the viewer and, where they share it, the others think about their mentorship; and a new reflection.
 * @csspart list - The reflections.
 * @csspart item - A reflection.
 * @csspart text - What it says, and who reads it.
 * @csspart field - A field of the form.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class MentorshipReflections extends GuildElement {
  static override readonly tag = 'guild-mentorship-reflections';
  static override readonly uses = [RelativeTime];
  static override styles = [
    hostStyles,
    formStyles,
    writtenStyles,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #all = new Query<Reflections, readonly [string, number]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? [this.mentorshipId, this.pages] : undefined),
    keep: true,
    load: (client, [mentorshipId, pages], signal) =>
      client.mentoring.reflections({ mentorshipId, limit: Math.min(100, STEP * pages) }, { signal }),
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.mentorshipId),
  });
  readonly #kept = new KeptForm<Writing>(this, {
    name: () => this.mentorshipId && `reflection ${this.mentorshipId}`,
    blank: () => ({ text: '', visibility: 'me' }),
  });
  readonly #reflect = new Command(this, (client, input: Draft, options) =>
    client.mentoring.reflect(input, options),
  );

  @state() private pages = 1;
  @state() private writing = false;

  /** The id of the mentorship. */
  @property({ attribute: false }) mentorshipId = '';
  /** The other people of it. */
  @property({ attribute: false }) others: readonly PersonRef[] = [];
  /** A session that was just held, for which a reflection is offered. */
  @property({ attribute: false }) session: Session | undefined;

  async #write(writing: boolean): Promise<void> {
    this.#reflect.reset();
    this.writing = writing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(writing ? 'textarea' : '.write')?.focus();
  }

  async #send(): Promise<void> {
    const { text, visibility } = this.#kept.value;
    if (!text.trim() || [...text].length > MAX) {
      return this.renderRoot.querySelector('textarea')?.focus();
    }
    const { mentorshipId } = this;
    const session = this.#offered();
    const draft = { mentorshipId, ...(session && { sessionId: session.id }), text: text.trim(), visibility };
    if (!(await this.#reflect.run(draft))) return;
    this.#kept.drop();
    await this.#all.reload();
    await this.#write(false);
  }

  /** The session that was just held, until the viewer has looked back on it. */
  #offered(): Session | undefined {
    const { session, me } = this;
    const isOwn = ({ author, sessionId }: Reflection) => author.id === me?.id && sessionId === session?.id;
    return this.#all.data?.items.some(isOwn) ? undefined : session;
  }

  #form(): TemplateResult {
    const strings = this.strings(english);
    const { charactersLeft, close, save } = this.strings(common);
    const { text, visibility } = this.#kept.value;
    const left = MAX - [...text].length;
    const isPrivate = visibility === 'me';
    const choices = [
      ['me', strings.seeMe],
      ['pair', strings.seePair],
    ] as const;
    const names = { names: namesIn(this.others, this.formats) };
    return html`<div
      class="form wide"
      role="form"
      aria-label=${strings.reflect}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      ${textField({
        name: 'text',
        label: strings.reflectPrompt,
        value: text,
        problem: left < 0 ? charactersLeft(left) : undefined,
      })}
      ${chipChoice('visibility', strings.reflectSee, choices, visibility)}
      ${seers(isPrivate, fill(isPrivate ? strings.readMe : strings.readBoth, names))}
      ${failureLine(this.#reflect.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#reflect.pending}
          @click=${this.#send}
        >
          ${save}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#write(false)}>${close}</button>
      </div>
    </div>`;
  }

  #reflection({ author, text, visibility, closing, at }: Reflection): TemplateResult {
    const strings = this.strings(english);
    const isOwn = author.id === this.me?.id;
    const marks = [closing && strings.closingMark, visibility === 'me' && strings.privateMark].filter(
      Boolean,
    );
    return html`<li part="item">
      <p class="by quiet small">
        <bdi>${isOwn ? strings.commitmentYou : author.name}</bdi> ·
        <guild-relative-time .datetime=${at}></guild-relative-time>
        ${marks.length ? html`· ${visibility === 'me' ? lock : nothing} ${marks.join(' · ')}` : nothing}
      </p>
      <p class="text" part="text" dir="auto">${text}</p>
    </li>`;
  }

  #list({ items, next }: Reflections): TemplateResult {
    const strings = this.strings(english);
    return html`${
      items.length
        ? html`<ul class="wide" part="list" role="list">
            ${items.map((each) => this.#reflection(each))}
          </ul>`
        : this.writing
          ? nothing
          : html`<p class="quiet">${strings.reflectionsEmpty}</p>`
    }
    ${
      next === undefined
        ? nothing
        : html`<button class="button quiet" part="button" @click=${() => (this.pages += 1)}>
            ${this.strings(common).more}
          </button>`
    }`;
  }

  protected override view(): TemplateResult {
    const { reflect, reflectOn, reflections } = this.strings(english);
    const session = this.#offered();
    return html`<h3>${reflections}</h3>
      ${
        this.writing
          ? this.#form()
          : html`${session ? html`<p part="text">${reflectOn(session.title)}</p>` : nothing}
              <button class="button write" part="button" @click=${() => this.#write(true)}>
                ${reflect}
              </button>`
      }
      ${this.#all.render({ data: (all) => this.#list(all) })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-reflections': MentorshipReflections;
  }
}

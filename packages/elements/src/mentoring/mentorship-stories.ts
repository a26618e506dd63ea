import type { Client, PersonRef } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles, lineField, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { namesText } from './mentorship-people.js';
import { writtenStyles } from './written.styles.js';

type Story = Awaited<ReturnType<Client['mentoring']['myStories']>>['items'][number];
type Draft = Parameters<Client['mentoring']['proposeStory']>[0];

interface Writing {
  title: string;
  text: string;
}

const TITLE_MAX = 200;
const TEXT_MAX = 10_000;

/**
 * @summary The story of a mentorship: write it, agree to it, take the consent back. Public only while all agree.
 * @csspart list - The stories.
 * @csspart item - A story.
 * @csspart text - What it tells, and who reads it.
 * @csspart field - A field of the form.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorshipStories extends GuildElement {
  static override readonly tag = 'guild-mentorship-stories';
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
      li {
        display: grid;
        justify-items: start;
        gap: calc(2 * var(--_space));
      }
      h3 {
        font-size: 1em;
      }
      h4 {
        margin: 0;
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
    `,
  ];

  readonly #all = new Query<readonly Story[], readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? [this.mentorshipId] : undefined),
    keep: true,
    load: async (client, [mentorshipId], signal) =>
      (await client.mentoring.myStories({ mentorshipId }, { signal })).items,
    onChange: (heard) => 'type' in heard && !heard.type.startsWith('story.'),
  });
  readonly #kept = new KeptForm<Writing>(this, {
    name: () => this.mentorshipId && `story ${this.mentorshipId}`,
    blank: () => ({ title: '', text: '' }),
  });
  readonly #propose = new Command(this, (client, input: Draft, options) =>
    client.mentoring.proposeStory(input, options),
  );
  readonly #consent = new Command(this, (client, { id, given }: { id: string; given: boolean }, options) =>
    given
      ? client.mentoring.consentToStory({ id }, options)
      : client.mentoring.withdrawStoryConsent({ id }, options),
  );

  @state() private writing = false;

  /** The id of the mentorship. */
  @property({ attribute: false }) mentorshipId = '';
  /** The other people of it. */
  @property({ attribute: false }) others: readonly PersonRef[] = [];

  async #write(writing: boolean): Promise<void> {
    this.#propose.reset();
    this.writing = writing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(writing ? 'input' : '.button')?.focus();
  }

  async #send(): Promise<void> {
    const { title, text } = this.#kept.value;
    const missing = !title.trim() ? '#title' : !text.trim() ? '#text' : '';
    if (missing) return this.renderRoot.querySelector<HTMLElement>(missing)?.focus();
    const { mentorshipId } = this;
    if (!(await this.#propose.run({ mentorshipId, title: title.trim(), text: text.trim() }))) return;
    this.#kept.drop();
    await this.#all.reload();
    await this.#write(false);
  }

  async #decide(id: string, given: boolean): Promise<void> {
    if (await this.#consent.run({ id, given })) await this.#all.reload();
  }

  #form(): TemplateResult {
    const strings = this.strings(english);
    const { charactersLeft, close } = this.strings(common);
    const { title, text } = this.#kept.value;
    const over = (written: string, max: number) => {
      const left = max - [...written].length;
      return left < 0 ? charactersLeft(left) : undefined;
    };
    return html`<div
      class="form wide"
      role="form"
      aria-label=${strings.story}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      ${lineField({ name: 'title', label: strings.storyTitle, value: title, problem: over(title, TITLE_MAX) })}
      ${textField({ name: 'text', label: strings.storyText, value: text, problem: over(text, TEXT_MAX) })}
      ${seers(false, strings.storySee)} ${failureLine(this.#propose.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#propose.pending}
          @click=${this.#send}
        >
          ${strings.storySend(namesText(this.others, this.formats))}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#write(false)}>${close}</button>
      </div>
    </div>`;
  }

  #story({ id, title, text, state: stands, consented }: Story): TemplateResult {
    const strings = this.strings(english);
    const words = {
      awaitingConsent: strings.storyWaiting,
      published: strings.storyPublished,
      withdrawn: strings.storyWithdrawn,
    }[stands];
    return html`<li part="item">
      <h4 dir="auto">${title}</h4>
      <p class="text" part="text" dir="auto">${text}</p>
      ${seers(stands !== 'published', words)}
      <div class="actions" part="actions">
        ${
          consented
            ? html`<button class="button quiet" part="button" @click=${() => this.#decide(id, false)}>
                ${strings.consentBack}
              </button>`
            : html`<button class="button" part="button" @click=${() => this.#decide(id, true)}>
                ${strings.consent}
              </button>`
        }
        ${
          consented === undefined
            ? html`<button class="button quiet" part="button" @click=${() => this.#decide(id, false)}>
                ${strings.consentNo}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const all = this.#all.data ?? [];
    return html`<h3>${strings.story}</h3>
      ${
        all.length
          ? html`<ul class="wide" part="list" role="list">
              ${all.map((story) => this.#story(story))}
            </ul>`
          : nothing
      }
      ${failureLine(this.#consent.error ?? this.#all.error, this.locale)}
      ${
        this.writing
          ? this.#form()
          : all.length
            ? nothing
            : html`<p class="quiet">${strings.storyWhy}</p>
                <button class="button" part="button" @click=${() => this.#write(true)}>
                  ${strings.storyPropose}
                </button>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-stories': MentorshipStories;
  }
}

import type { Client, PersonRef } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { writtenStyles } from './written.styles.js';

type Feedback = Awaited<ReturnType<Client['mentoring']['feedbackOf']>>['items'][number];
type Draft = Parameters<Client['mentoring']['giveFeedback']>[0];

interface Writing {
  helped: string;
  wish: string;
}

const HELPED_MAX = 2000;
const WISH_MAX = 1000;

/**
 * @summary What two people tell each other about working together: what helped, and a wish.
 * @csspart list - What was told.
 * @csspart item - One of it.
 * @csspart text - What it says, and who reads it.
 * @csspart field - A field of the form.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class MentorshipFeedback extends GuildElement {
  static override readonly tag = 'guild-mentorship-feedback';
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
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: baseline;
        gap: var(--_space) calc(3 * var(--_space));
      }
    `,
  ];

  readonly #all = new Query<readonly Feedback[], readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? [this.mentorshipId] : undefined),
    keep: true,
    load: async (client, [mentorshipId], signal) =>
      (await client.mentoring.feedbackOf({ mentorshipId, limit: 100 }, { signal })).items,
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.mentorshipId),
  });
  readonly #kept = new KeptForm<Writing>(this, {
    name: () => (this.to ? `feedback ${this.mentorshipId} ${this.to.id}` : undefined),
    blank: () => ({ helped: '', wish: '' }),
  });
  readonly #give = new Command(this, (client, input: Draft, options) =>
    client.mentoring.giveFeedback(input, options),
  );

  /** Whom the viewer writes to. */
  @state() private to: PersonRef | undefined;

  /** The id of the mentorship. */
  @property({ attribute: false }) mentorshipId = '';
  /** The other people of it. */
  @property({ attribute: false }) others: readonly PersonRef[] = [];
  /** Whether the viewer may tell something now. */
  @property({ attribute: false }) open = false;

  async #write(to: PersonRef | undefined): Promise<void> {
    this.#give.reset();
    this.to = to;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(to ? 'textarea' : '.write')?.focus();
  }

  async #send(to: PersonRef): Promise<void> {
    const { helped, wish } = this.#kept.value;
    if (!helped.trim()) return this.renderRoot.querySelector<HTMLElement>('#helped')?.focus();
    const sent = await this.#give.run({
      mentorshipId: this.mentorshipId,
      toId: to.id,
      helped: helped.trim(),
      ...(wish.trim() && { wish: wish.trim() }),
    });
    if (!sent) return;
    this.#kept.drop();
    await this.#all.reload();
    await this.#write(undefined);
  }

  #form(to: PersonRef): TemplateResult {
    const strings = this.strings(english);
    const { charactersLeft, close } = this.strings(common);
    const { helped, wish } = this.#kept.value;
    const over = (text: string, max: number) => {
      const left = max - [...text].length;
      return left < 0 ? charactersLeft(left) : undefined;
    };
    return html`<div
      class="form wide"
      role="form"
      aria-label=${strings.feedbackGive(to.name)}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      ${textField({ name: 'helped', label: strings.helped, value: helped, problem: over(helped, HELPED_MAX) })}
      ${textField({ name: 'wish', label: strings.wish, value: wish, problem: over(wish, WISH_MAX) })}
      ${seers(false, fill(strings.feedbackSee, { name: html`<bdi>${to.name}</bdi>` }))}
      ${failureLine(this.#give.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#give.pending}
          @click=${() => this.#send(to)}
        >
          ${strings.feedbackSend(to.name)}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#write(undefined)}>${close}</button>
      </div>
    </div>`;
  }

  #feedback({ from, to, helped, wish, at }: Feedback): TemplateResult {
    const strings = this.strings(english);
    const time = html`<guild-relative-time .datetime=${at}></guild-relative-time>`;
    const isOwn = from.id === this.me?.id;
    const name = html`<bdi>${isOwn ? to.name : from.name}</bdi>`;
    return html`<li part="item">
      <p class="by quiet small">
        ${fill(isOwn ? strings.feedbackYours : strings.feedbackFrom, { name, time })}
      </p>
      <dl part="text">
        <dt class="quiet small">${strings.helpedMark}</dt>
        <dd class="text" dir="auto">${helped}</dd>
        ${
          wish
            ? html`<dt class="quiet small">${strings.wishMark}</dt>
                <dd class="text" dir="auto">${wish}</dd>`
            : nothing
        }
      </dl>
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const all = this.#all.data ?? [];
    return html`<h3>${strings.feedback}</h3>
      ${
        this.to
          ? this.#form(this.to)
          : this.open
            ? this.others.map(
                (to) =>
                  html`<button class="button write" part="button" @click=${() => this.#write(to)}>
                    <span>${strings.feedbackGive(to.name)}</span>
                  </button>`,
              )
            : nothing
      }
      ${
        all.length
          ? html`<ul class="wide" part="list" role="list">
              ${all.map((each) => this.#feedback(each))}
            </ul>`
          : nothing
      }
      ${this.#all.error ? failureLine(this.#all.error, this.locale) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-feedback': MentorshipFeedback;
  }
}

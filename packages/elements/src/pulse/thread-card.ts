import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { pulse as english } from '../strings/en/pulse.js';
import { shortly } from './idea-sorting.js';
import { MessageForm, type MessageSendEvent } from './message-form.js';

/** A conversation with a writer whom nobody knows, as its readers get it. */
export type Thread = Awaited<ReturnType<Client['pulse']['threads']>>['items'][number];
type Message = Thread['messages'][number];

/**
 * @summary A conversation that began with words without a name: what was said, by day, and a field to answer.
 * @event guild-change - The viewer has said something, or ended it.
 * @csspart text - The words, and each message.
 * @csspart list - The messages.
 * @csspart item - One of them.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class ThreadCard extends GuildElement {
  static override readonly tag = 'guild-thread';
  static override readonly uses = [MessageForm];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(3 * var(--_space));
        max-inline-size: 44rem;
      }
      blockquote {
        margin: 0;
        margin-block-start: var(--_space);
        padding-inline-start: calc(4 * var(--_space));
        border-inline-start: 3px solid var(--_line);
        font-size: 1.05em;
        white-space: pre-line;
      }
      ul {
        display: grid;
        gap: calc(3 * var(--_space));
        padding-inline-start: calc(4 * var(--_space));
      }
      .said {
        white-space: pre-line;
      }
      .by {
        font-weight: 500;
      }
    `,
  ];

  readonly #send = new Command(this, (client, text: string, options): Promise<unknown> => {
    const threadId = this.thread?.id ?? '';
    return this.ownKey
      ? client.pulse.say({ key: this.ownKey, text }, options)
      : client.pulse.reply({ threadId, text }, options);
  });
  readonly #close = new Command(this, (client, threadId: string, options) =>
    client.pulse.closeThread({ threadId }, options),
  );

  @state() private writing = false;
  @state() private unsure = false;

  /** The conversation. */
  @property({ attribute: false }) thread: Thread | undefined;
  /** The viewer's key, when the words are the viewer's own. */
  @property({ attribute: false }) ownKey: string | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('guild-message-form, button')?.focus(options);
  }

  async #write(writing: boolean): Promise<void> {
    this.#send.reset();
    this.writing = writing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(writing ? 'guild-message-form' : '.write')?.focus();
  }

  async #sent({ text, currentTarget }: MessageSendEvent): Promise<void> {
    if (!(await this.#send.run(text))) return;
    if (currentTarget instanceof MessageForm) currentTarget.drop();
    this.announce(this.strings(english).sent);
    this.fire(new Event('guild-change'));
    await this.#write(false);
  }

  async #end(): Promise<void> {
    if (!this.thread || !(await this.#close.run(this.thread.id))) return;
    this.unsure = false;
    this.fire(new Event('guild-change'));
  }

  #message({ from, by, text, day }: Message): TemplateResult {
    const strings = this.strings(english);
    const unnamed = this.ownKey ? strings.youUnnamed : strings.unnamed;
    return html`<li part="item">
      <p class="small quiet">
        <span class="by"><bdi>${from === 'asker' ? (by?.name ?? strings.theAsker) : unnamed}</bdi></span> ·
        ${day ? html`<time datetime=${day}>${dayWords(day, this.locale)}</time>` : strings.waitsToTravel}
      </p>
      <p class="said" part="text"><bdi>${text}</bdi></p>
    </li>`;
  }

  #form(thread: Thread): TemplateResult {
    const strings = this.strings(english);
    return html`<guild-message-form
      .threadId=${thread.id}
      .unnamed=${this.ownKey !== undefined}
      .label=${this.ownKey ? strings.sayLabel : strings.replyLabel}
      .seen=${this.ownKey ? strings.saySeen : strings.replySeen(this.me?.name ?? '')}
      .pending=${this.#send.pending}
      .failure=${this.#send.error}
      @guild-send=${(event: MessageSendEvent) => this.#sent(event)}
      @guild-close=${() => this.#write(false)}
    ></guild-message-form>`;
  }

  #actions({ text, may }: Thread): TemplateResult {
    const strings = this.strings(english);
    return html`<div class="actions" part="actions">
      ${
        may.reply
          ? html`<button
              class="button write"
              part="button"
              aria-label=${(this.ownKey ? strings.sayTo : strings.replyTo)(shortly(text))}
              @click=${() => this.#write(true)}
            >
              ${this.ownKey ? strings.say : strings.reply}
            </button>`
          : nothing
      }
      ${
        may.close
          ? html`<button class="button quiet" part="button" @click=${() => (this.unsure = true)}>
              ${strings.closeThread}
            </button>`
          : nothing
      }
    </div>`;
  }

  #sure(): TemplateResult {
    const { closeThread, closeSure, takeBackNo } = this.strings(english);
    return html`<div role="group" aria-label=${closeThread}>
      <p class="small">${closeSure}</p>
      <div class="actions">
        <button class="button" part="button" @click=${() => this.#end()}>${closeThread}</button>
        <button class="button quiet" part="button" @click=${() => (this.unsure = false)}>
          ${takeBackNo}
        </button>
      </div>
      ${failureLine(this.#close.error, this.locale)}
    </div>`;
  }

  protected override view(): unknown {
    const { thread } = this;
    if (!thread) return nothing;
    const strings = this.strings(english);
    const foot = this.writing ? this.#form(thread) : this.unsure ? this.#sure() : this.#actions(thread);
    return html`<div>
        <p class="small quiet"><bdi>${thread.surveyTitle}</bdi></p>
        <blockquote part="text"><bdi>${thread.text}</bdi></blockquote>
      </div>
      ${
        thread.messages.length
          ? html`<ul part="list" role="list">
              ${thread.messages.map((message) => this.#message(message))}
            </ul>`
          : nothing
      }
      ${thread.state === 'closed' ? html`<p class="small quiet">${strings.threadClosed}</p>` : foot}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-thread': ThreadCard;
  }
}

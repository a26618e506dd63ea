import type { Client, Kudos, KudosComment } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { Drafts } from '../internal/drafts.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { close } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { recognition } from '../strings/en/recognition.js';
import { kudosCommentsStyles } from './kudos-comments.styles.js';

/** Code points in a comment, by the server's rule. */
const MOST = 1000;
const COUNTED = 100;

interface Comments {
  items: readonly KudosComment[];
  next: string | undefined;
}

/**
 * @summary What was written under a kudos, and a field to write more.
 */
export class KudosComments extends GuildElement {
  static override readonly tag = 'guild-kudos-comments';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [hostStyles, kudosCommentsStyles];

  readonly #list = new Query(this, {
    areas: ['recognition'],
    args: () => this.kudos && ([this.kudos.id, this.pages] as const),
    keep: true,
    load: loadComments,
    onChange: (heard) =>
      'ids' in heard && !(heard.type.startsWith('kudos.comment') && heard.ids[0] === this.kudos?.id),
  });
  readonly #write = new Command(this, (client, input: { id: string; text: string }, options) =>
    client.recognition.comment(input, options),
  );
  readonly #remove = new Command(this, (client, id: string, options) =>
    client.recognition.removeComment({ id }, options),
  );
  #drafts: Drafts<string> | undefined;

  @state() private text = '';
  @state() private pages = 1;

  /** The kudos that is written under. */
  @property({ attribute: false }) kudos: Kudos | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kudos') && changed.get('kudos')?.id !== this.kudos?.id) this.#drafts = undefined;
    if (!this.me || !this.kudos || this.#drafts) return;
    this.#drafts = new Drafts(`comment ${this.kudos.id}`, (value) => typeof value === 'string');
    this.text ||= this.#drafts.read(this.me.id) ?? '';
  }

  #keep(text: string): void {
    this.text = text;
    if (this.me) this.#drafts?.write(this.me.id, text || undefined);
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.#keep(target.value);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void this.#send();
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#send();
  }

  async #send(): Promise<void> {
    const { me, kudos, text } = this;
    if (!me || !kudos || !text.trim() || this.#write.pending) return;
    const at = new Date().toISOString();
    const expected = { id: '', author: { id: me.id, name: me.name }, text, at, may: { remove: false } };
    const undo = this.#list.mutate((list) => ({ ...list, items: [...list.items, expected] }));
    this.text = '';
    const written = await this.#write.run({ id: kudos.id, text });
    undo();
    // Who goes on writing while it is sent keeps that.
    if (!written) return this.#keep(this.text || text);
    this.#keep(this.text);
    this.#list.mutate((list) =>
      list.items.some(({ id }) => id === written.id) ? list : { ...list, items: [...list.items, written] },
    );
  }

  async #delete({ currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof HTMLButtonElement)) return;
    const id = currentTarget.value;
    const undo = this.#list.mutate((list) => ({
      ...list,
      items: list.items.filter((each) => each.id !== id),
    }));
    this.renderRoot.querySelector('textarea')?.focus();
    if (!(await this.#remove.run(id))) undo();
  }

  #more(): void {
    this.pages += 1;
  }

  #comment({ id, author, text, at, may }: KudosComment): TemplateResult {
    const { removeComment } = this.strings(recognition);
    return html`<li part="item" class=${id ? '' : 'pending'}>
      <guild-avatar .person=${author}></guild-avatar>
      <p>
        <bdi class="label">${author.name}</bdi>
        <span class="quiet small"><guild-relative-time datetime=${at}></guild-relative-time></span>
      </p>
      <p class="text" part="text" dir="auto">${text}</p>
      ${
        may.remove
          ? html`<button
              class="button quiet"
              part="button"
              value=${id}
              aria-label=${removeComment}
              @click=${this.#delete}
            >
              ${close}
            </button>`
          : nothing
      }
    </li>`;
  }

  #comments({ items, next }: Comments): TemplateResult {
    return html`${
      items.length
        ? html`<ul part="list">
            ${items.map((each) => this.#comment(each))}
          </ul>`
        : nothing
    }
    ${
      next
        ? html`<button class="button quiet" part="button" @click=${this.#more}>
            ${this.strings(common).more}
          </button>`
        : nothing
    }`;
  }

  #form(): TemplateResult {
    const strings = this.strings(recognition);
    const { audiencePublic, audienceTeam, audiencePrivate } = strings;
    const seers = { public: audiencePublic, team: audienceTeam, private: audiencePrivate };
    const error = this.#write.error ?? this.#remove.error;
    const left = MOST - [...this.text].length;
    const note = error
      ? html`<p class="error" id="note" part="error" role="alert">${errorText(error, this.locale)}</p>`
      : html`<p class="help" id="note">
          ${left < COUNTED ? this.strings(common).charactersLeft(left) : seers[this.kudos?.audience ?? 'public']}
        </p>`;
    return html`<form @submit=${this.#submit} @input=${this.#input} @keydown=${this.#key}>
      <label class="visually-hidden" for="text">${strings.writeComment}</label>
      <textarea
        class="input"
        id="text"
        rows="1"
        part="field"
        placeholder=${strings.writeComment}
        aria-describedby="note"
        .value=${this.text}
      ></textarea>
      <button class="button" part="button" aria-disabled=${!this.text.trim()}>${strings.sendComment}</button>
      ${note}
    </form>`;
  }

  protected override view(): TemplateResult {
    return html`${this.#list.render({ data: (list) => this.#comments(list) })} ${this.#form()}`;
  }
}

/** As many pages as are shown, so that a change brings all of them up to date. */
async function loadComments(
  { recognition }: Client,
  [id, pages]: readonly [string, number],
  signal: AbortSignal,
): Promise<Comments> {
  const items: KudosComment[] = [];
  let next: string | undefined;
  for (let page = 0; page === 0 || (page < pages && next !== undefined); page++) {
    const listed = await recognition.comments({ id, after: next }, { signal });
    items.push(...listed.items);
    next = listed.next;
  }
  return { items, next };
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-comments': KudosComments;
  }
}

import type { Client } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { emptyState, errorState } from '../parts/states.js';
import { board as english } from '../strings/en/board.js';
import { common } from '../strings/en/common.js';
import { audienceWords } from './audience-words.js';
import { BoardForm } from './board-form.js';
import { BoardOpenEvent, type BoardChangedEvent } from './events.js';
import { IdeaBoardView } from './idea-board-view.js';
import { ideaBoardStyles } from './idea-board.styles.js';

type Boards = Awaited<ReturnType<Client['pulse']['boards']>>;
type Summary = Boards['items'][number];

const STEP = 20;

/**
 * @summary Boards on which a team collects ideas silently and without names, groups them, votes, and decides actions.
 * @slot empty - What to show when there is no board, in place of our line.
 * @event {BoardOpenEvent} guild-board-open - The viewer opens one from the list; unless prevented, it opens here.
 * @event {BoardChangedEvent} guild-board-changed - The viewer has opened one, brought it on, or changed something on it.
 * @csspart header - The title.
 * @csspart list - The boards.
 * @csspart item - One of them.
 * @csspart name - What it is about.
 * @csspart text - How it stands.
 * @csspart button - A button.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class IdeaBoard extends GuildElement {
  static override readonly tag = 'idea-board';
  static override readonly uses = [BoardForm, IdeaBoardView];
  static override styles = [hostStyles, ideaBoardStyles];

  readonly #all = new Query<Boards, readonly [number]>(this, {
    areas: ['pulse'],
    args: () => (this.boardId ? undefined : [this.pages]),
    keep: true,
    load: (client, [pages], signal) =>
      client.pulse.boards({ limit: Math.min(100, STEP * pages) }, { signal }),
  });

  @state() private pages = 1;
  @state() private opened: string | undefined;
  @state() private writing = false;

  /** The id of the board to show. Default: the viewer chooses from a list. */
  @property({ attribute: 'board-id' }) boardId: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('boardId')) this.opened = undefined;
  }

  async #open(id: string | undefined): Promise<void> {
    if (id !== undefined && !this.fire(new BoardOpenEvent(id))) return;
    const former = this.opened;
    this.opened = id;
    await this.updateComplete;
    const name = former && this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(former)}"]`);
    (name || this.renderRoot.querySelector<HTMLElement>('.back'))?.focus();
  }

  async #write(writing: boolean): Promise<void> {
    this.writing = writing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(writing ? 'guild-board-form' : '.write')?.focus();
  }

  async #made({ board }: BoardChangedEvent): Promise<void> {
    this.writing = false;
    void this.#all.reload();
    await this.#open(board.id);
  }

  #row(board: Summary): TemplateResult {
    const strings = this.strings(english);
    const { post, group, vote, moves } = board.may;
    const isCall = post || group || vote || moves.length > 0;
    const isOver = board.state === 'closed';
    return html`<li part="item">
      <button class="name" part="name" data-id=${board.id} @click=${() => this.#open(board.id)}>
        <bdi>${board.title}</bdi>
      </button>
      <p class="small quiet" part="text"><bdi>${board.question}</bdi></p>
      <p class="small" part="text">
        <span class=${isCall && !isOver ? 'call' : 'quiet'}>${strings.phaseLine[board.state]}</span>
        <span class="quiet"> · ${audienceWords(board.audience, strings, this.formats)}</span>
      </p>
    </li>`;
  }

  #rows(title: string, items: readonly Summary[]): unknown {
    if (!items.length) return nothing;
    return html`${title ? html`<h3 class="group">${title}</h3>` : nothing}
      <ul class="rows" part="list" role="list">
        ${items.map((one) => this.#row(one))}
      </ul>`;
  }

  #list({ items, next }: Boards): TemplateResult {
    const strings = this.strings(english);
    const isOver = ({ state }: Summary) => state === 'closed';
    const write = html`<button class="button write" part="button" @click=${() => this.#write(true)}>
      ${strings.open}
    </button>`;
    if (this.writing) {
      return html`<guild-board-form
        @guild-board-changed=${(event: BoardChangedEvent) => this.#made(event)}
        @guild-close=${() => this.#write(false)}
      ></guild-board-form>`;
    }
    return html`<div class="top">
        <h2 part="header">${strings.listTitle}</h2>
        ${items.length ? write : nothing}
      </div>
      ${items.length ? nothing : emptyState(strings.listEmpty, write)}
      ${this.#rows(
        '',
        items.filter((one) => !isOver(one)),
      )}
      ${this.#rows(strings.over, items.filter(isOver))}
      ${
        next === undefined
          ? nothing
          : html`<button class="button" part="button" @click=${() => (this.pages += 1)}>
              ${this.strings(common).more}
            </button>`
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const shown = this.boardId || this.opened;
    if (!shown) return this.#all.render({ data: (all) => this.#list(all) });
    return html`${
        this.boardId
          ? nothing
          : html`<button class="button quiet back" part="button" @click=${() => this.#open(undefined)}>
              ${this.strings(english).all}
            </button>`
      } <guild-idea-board .boardId=${shown}></guild-idea-board>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'idea-board': IdeaBoard;
  }
}

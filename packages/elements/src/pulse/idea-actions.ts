import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayFromToday, dayWords } from '../mentoring/days.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { board as english } from '../strings/en/board.js';
import { common } from '../strings/en/common.js';
import { ideaActionsStyles } from './idea-actions.styles.js';

/** A board as its readers get it. */
export type Board = Awaited<ReturnType<Client['pulse']['board']>>;
type Action = Board['actions'][number];
type State = Action['state'];

interface Writing {
  title: string;
  owner: Picked[];
  dueOn: string;
}

const TITLE_MAX = 300;

/**
 * @summary What a board has decided: actions with an owner and a day, and a form for another one.
 * @event guild-change - Something has changed; `board` is the board as it is now.
 * @csspart header - The title.
 * @csspart list - The actions.
 * @csspart item - One of them.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class IdeaActions extends GuildElement {
  static override readonly tag = 'guild-idea-actions';
  static override readonly uses = [PersonAvatar, PersonPicker];
  static override styles = [hostStyles, formStyles, ideaActionsStyles];

  readonly #kept = new KeptForm<Writing>(this, {
    name: () => this.board && `action ${this.board.id}`,
    blank: () => ({ title: '', owner: [], dueOn: dayFromToday(14) }),
  });
  readonly #decide = new Command(this, (client, input: Parameters<Client['pulse']['decide']>[0], options) =>
    client.pulse.decide(input, options),
  );
  readonly #set = new Command(
    this,
    (client, input: Parameters<Client['pulse']['setActionState']>[0], options) =>
      client.pulse.setActionState(input, options),
  );

  @state() private writing = false;
  @state() private problems: Partial<Record<keyof Writing, string>> = {};

  /** The board. */
  @property({ attribute: false }) board: Board | undefined;

  #changed(board: Board | undefined): void {
    if (!board) return;
    this.board = board;
    this.fire(new Event('guild-change'));
  }

  async #write(writing: boolean): Promise<void> {
    this.#decide.reset();
    this.problems = {};
    this.writing = writing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(writing ? '#title' : '.add')?.focus();
  }

  #problemsOf({ title, owner, dueOn }: Writing): Partial<Record<keyof Writing, string>> {
    const { needAction, needOwner, needDue, tooLong } = this.strings(english);
    const isLong = [...title.trim()].length > TITLE_MAX;
    const wrong = { title: !title.trim() ? needAction : isLong ? tooLong(TITLE_MAX) : '' };
    return {
      ...(wrong.title && wrong),
      ...(!owner.length && { owner: needOwner }),
      ...(!/^\d{4}-\d\d-\d\d$/.test(dueOn) && { dueOn: needDue }),
    };
  }

  async #send(): Promise<void> {
    const { board } = this;
    const { title, owner, dueOn } = this.#kept.value;
    this.problems = this.#problemsOf(this.#kept.value);
    const [first] = Object.keys(this.problems);
    if (first) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    }
    const [one] = owner;
    if (!board || !one) return;
    const after = await this.#decide.run({
      boardId: board.id,
      actions: [{ title: title.trim(), ownerId: one.id, dueOn }],
    });
    if (!after) return;
    this.#kept.drop();
    this.#changed(after);
    await this.#write(false);
  }

  async #move(boardId: string, actionId: string, state: State): Promise<void> {
    this.#changed(await this.#set.run({ boardId, actionId, state }));
  }

  #form(): TemplateResult {
    const strings = this.strings(english);
    const { title, owner, dueOn } = this.#kept.value;
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.addAction}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      ${lineField({
        name: 'title',
        label: strings.action,
        value: title,
        placeholder: strings.actionHint,
        problem: this.problems.title,
      })}
      <guild-person-picker
        id="owner"
        people-only
        .label=${strings.owner}
        .error=${this.problems.owner ?? ''}
        .value=${owner}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof PersonPicker && this.#kept.edit({ owner: currentTarget.value.slice(-1) })}
      ></guild-person-picker>
      ${lineField({
        name: 'dueOn',
        label: strings.due,
        type: 'date',
        value: dueOn,
        problem: this.problems.dueOn,
      })}
      ${failureLine(this.#decide.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#decide.pending}
          @click=${this.#send}
        >
          ${strings.addAction}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#write(false)}>
          ${this.strings(common).close}
        </button>
      </div>
    </div>`;
  }

  #buttons(boardId: string, { id, title, state }: Action): TemplateResult {
    const { doneButton, drop, reopen, markDone, dropNamed, reopenNamed } = this.strings(english);
    const button = (to: State, text: string, label: string, look = 'quiet') =>
      html`<button
        class="button ${look}"
        part="button"
        aria-label=${label}
        @click=${() => this.#move(boardId, id, to)}
      >
        ${text}
      </button>`;
    if (state !== 'open') return button('open', reopen, reopenNamed(title));
    return html`<div class="actions">
      ${button('done', doneButton, markDone(title), '')}${button('dropped', drop, dropNamed(title))}
    </div>`;
  }

  #action(boardId: string, action: Action): TemplateResult {
    const strings = this.strings(english);
    const { title, owner, dueOn, state, maySet } = action;
    const isLate = state === 'open' && dueOn < dayFromToday();
    const day = dayWords(dueOn, this.locale);
    const when = {
      open: (isLate ? strings.overdue : strings.by)(day),
      done: strings.done,
      dropped: strings.dropped,
    };
    return html`<li class=${state === 'open' ? '' : 'over'} part="item">
      ${owner ? html`<guild-avatar .person=${owner}></guild-avatar>` : html`<span></span>`}
      <div>
        <p><bdi>${title}</bdi></p>
        <p class="small quiet">
          ${owner ? html`<bdi>${owner.name}</bdi> · ` : nothing}<span class=${isLate ? 'late' : ''}
            >${when[state]}</span
          >
        </p>
      </div>
      ${maySet ? this.#buttons(boardId, action) : nothing}
    </li>`;
  }

  protected override view(): unknown {
    const { board } = this;
    if (!board) return nothing;
    const strings = this.strings(english);
    const mayDecide = board.may.moves.includes('decide');
    const empty = board.state === 'closed' ? strings.actionsNone : strings.actionsEmpty;
    return html`<h3 part="header">${strings.actions}</h3>
      ${
        board.actions.length
          ? html`<ul part="list" role="list">
              ${board.actions.map((action) => this.#action(board.id, action))}
            </ul>`
          : html`<p class="quiet">${empty}${mayDecide ? ` ${strings.decideHelp}` : ''}</p>`
      }
      ${failureLine(this.#set.error, this.locale)} ${mayDecide && this.writing ? this.#form() : nothing}
      ${
        mayDecide && !this.writing
          ? html`<button class="button add" part="button" @click=${() => this.#write(true)}>
              ${board.actions.length ? strings.another : strings.addAction}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-idea-actions': IdeaActions;
  }
}

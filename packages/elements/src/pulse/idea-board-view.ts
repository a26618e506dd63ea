import type { BoardMove } from './board-moves.js';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { board as english } from '../strings/en/board.js';
import { audienceWords } from './audience-words.js';
import { makeMove, moveWords } from './board-moves.js';
import { BoardChangedEvent } from './events.js';
import { IdeaActions, type Board } from './idea-actions.js';
import { ideaBoardStyles } from './idea-board.styles.js';
import type { IdeaMoveEvent } from './idea-carry.js';
import { IdeaCollect } from './idea-collect.js';
import { IdeaGroups, type GroupRenameEvent } from './idea-groups.js';
import { cardsOf, shortly, withVote } from './idea-sorting.js';
import { IdeaVote, type IdeaVoteEvent } from './idea-vote.js';
import { phaseSteps, phaseStepsStyles } from './phase-steps.js';

const PHASES = ['collecting', 'grouping', 'voting', 'deciding'] as const;
/** A board of fewer people than this is small. */
const SMALL = 5;

/**
 * @summary One idea board in the phase in which it is.
 * @event {BoardChangedEvent} guild-board-changed - The viewer has brought it on, or changed something on it.
 * @csspart header - The title.
 * @csspart text - The question, and what is said about names.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class IdeaBoardView extends GuildElement {
  static override readonly tag = 'guild-idea-board';
  static override readonly uses = [ConfirmStep, IdeaActions, IdeaCollect, IdeaGroups, IdeaVote];
  static override styles = [hostStyles, formStyles, phaseStepsStyles, ideaBoardStyles];

  readonly #board = new Query<Board, readonly [string]>(this, {
    areas: ['pulse'],
    args: () => (this.boardId ? [this.boardId] : undefined),
    keep: true,
    load: (client, [id], signal) => client.pulse.board({ id }, { signal }),
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.boardId),
  });
  readonly #move = new Command(this, (client, move: BoardMove, options) =>
    makeMove(client, move, { id: this.boardId, options }),
  );
  readonly #group = new Command(this, (client, { idea, place }: IdeaMoveEvent, options) => {
    const boardId = this.boardId;
    if (place.kind === 'single') return client.pulse.ungroupIdeas({ boardId, ideaIds: [idea.id] }, options);
    if (place.kind === 'group')
      return client.pulse.groupIdeas({ boardId, groupId: place.id, ideaIds: [idea.id] }, options);
    const title = this.strings(english).newGroup;
    return client.pulse.groupIdeas({ boardId, title, ideaIds: [place.id, idea.id] }, options);
  });
  readonly #rename = new Command(this, (client, { groupId, title }: GroupRenameEvent, options) =>
    client.pulse.groupIdeas({ boardId: this.boardId, groupId, title, ideaIds: [] }, options),
  );
  readonly #vote = new Command(this, (client, votes: Record<string, number>, options) =>
    client.pulse.vote({ boardId: this.boardId, votes }, options),
  );

  @state() private asked: BoardMove | undefined;

  /** The id of the board. */
  @property({ attribute: 'board-id' }) boardId = '';

  #take(board: Board | undefined): void {
    if (!board) return;
    this.#board.mutate(() => board);
    this.fire(new BoardChangedEvent(board));
  }

  async #ask(move: BoardMove): Promise<void> {
    this.asked = move;
    this.#move.reset();
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #go(): Promise<void> {
    if (!this.asked) return;
    const board = await this.#move.run(this.asked);
    if (!board) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.asked = undefined;
    this.#take(board);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  async #moved(event: IdeaMoveEvent): Promise<void> {
    const board = await this.#group.run(event);
    if (!board) return;
    this.#take(board);
    const strings = this.strings(english);
    const group = board.groups.find(({ ideaIds }) => ideaIds.includes(event.idea.id));
    const text = shortly(event.idea.text);
    this.announce(group ? strings.putDown(text, group.title) : strings.alone(text));
  }

  async #voted({ cardId, by }: IdeaVoteEvent): Promise<void> {
    this.#board.mutate((board) => ({ ...board, myVotes: withVote(board, cardId, by) }));
    // What is sent is always the whole ballot: the last one counts, and one is on its way at a time.
    if (this.#vote.pending) return;
    for (let sent; sent !== this.#board.data?.myVotes;) {
      sent = this.#board.data?.myVotes;
      if (!sent || !(await this.#vote.run(sent))) return this.#board.reload();
    }
  }

  #phase(board: Board): unknown {
    const strings = this.strings(english);
    const { ideas, groups, may } = board;
    const cards = cardsOf(ideas, groups);
    if (board.state === 'collecting')
      return html`<guild-idea-collect .boardId=${board.id}></guild-idea-collect>`;
    if (!ideas.length) return html`<p class="quiet">${strings.noIdeas}</p>`;
    if (board.state === 'grouping') {
      const help = may.group ? strings.groupHelp : strings.groupWaits(board.lead?.name ?? '');
      return html`<p class="quiet">${help}</p>
        <guild-idea-groups
          .ideas=${ideas}
          .groups=${groups}
          .changeable=${may.group}
          @guild-move=${(event: IdeaMoveEvent) => this.#moved(event)}
          @guild-rename=${async (event: GroupRenameEvent) => this.#take(await this.#rename.run(event))}
        ></guild-idea-groups>`;
    }
    if (board.state === 'voting') {
      return html`<p class="quiet">${strings.voteHelp}</p>
        <guild-idea-vote
          .cards=${cards}
          .given=${board.myVotes}
          .votesEach=${board.votesEach}
          .changeable=${may.vote}
          @guild-vote=${(event: IdeaVoteEvent) => this.#voted(event)}
        ></guild-idea-vote>`;
    }
    return this.#outcome(board);
  }

  #outcome(board: Board): TemplateResult {
    const { result, noVotes } = this.strings(english);
    const cards = cardsOf(board.ideas, board.groups);
    const isVoted = cards.some(({ votes }) => votes);
    return html`<guild-idea-actions
        .board=${board}
        @guild-change=${({ currentTarget }: Event) =>
          currentTarget instanceof IdeaActions && this.#take(currentTarget.board)}
      ></guild-idea-actions>
      <section>
        <h3>${result}</h3>
        ${isVoted ? nothing : html`<p class="quiet">${noVotes}</p>`}
        <guild-idea-vote .cards=${cards}></guild-idea-vote>
      </section>`;
  }

  #head(board: Board): TemplateResult {
    const strings = this.strings(english);
    const at = board.state === 'closed' ? PHASES.length : PHASES.indexOf(board.state);
    const who = [
      audienceWords(board.audience, strings, this.formats),
      board.lead && strings.facilitator(board.lead.name),
    ];
    const closed = board.closedOn && strings.closedLine(dayWords(board.closedOn, this.locale));
    return html`<div class="head">
      <h2 part="header" tabindex="-1"><bdi>${board.title}</bdi></h2>
      <p class="quiet small">${[...who, closed].filter(Boolean).join(' · ')}</p>
      ${phaseSteps(
        strings.phasesLabel,
        PHASES.map((phase) => strings.phases[phase]),
        at,
        strings.stepDone,
      )}
      <p class="question" part="text"><bdi>${board.question}</bdi></p>
      <p class="small quiet" part="text">${strings.nameless}</p>
      ${
        board.small && board.state !== 'closed'
          ? html`<p class="warning small" role="note">${strings.small(SMALL)}</p>`
          : nothing
      }
    </div>`;
  }

  #moves({ may }: Board): unknown {
    const next = may.moves.find((move) => move !== 'decide');
    if (!next) return nothing;
    const strings = this.strings(english);
    return html`<div class="next">
        <button
          class="button ${next === 'closeBoard' ? '' : 'primary'}"
          part="button"
          @click=${() => this.#ask(next)}
        >
          ${moveWords(next, strings)[0]}
        </button>
      </div>
      ${this.asked ? this.#confirm(this.asked) : nothing}`;
  }

  #confirm(asked: BoardMove): TemplateResult {
    const strings = this.strings(english);
    const [label, sure] = moveWords(asked, strings);
    return html`<guild-confirm
      .label=${label}
      .doLabel=${label}
      .notLabel=${strings.notYet}
      .pending=${this.#move.pending}
      @guild-confirm=${() => this.#go()}
      @close=${() => (this.asked = undefined)}
    >
      <p>${sure}</p>
      ${failureLine(this.#move.error, this.locale)}
    </guild-confirm>`;
  }

  protected override view(): unknown {
    return this.#board.render({
      data: (board) =>
        html`${this.#head(board)}
          <div class="phase">${this.#phase(board)}</div>
          ${failureLine(this.#group.error ?? this.#rename.error ?? this.#vote.error, this.locale)}
          ${this.#moves(board)}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-idea-board': IdeaBoardView;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { grip } from '../parts/icons.js';
import { board as english } from '../strings/en/board.js';
import { IdeaCarry, type CarriedIdea, type IdeaPlace } from './idea-carry.js';
import { ideaGroupsStyles } from './idea-groups.styles.js';
import { singlesOf, shortly, type Idea, type IdeaGroup } from './idea-sorting.js';

/** `guild-rename`: a group gets another name. */
export class GroupRenameEvent extends Event {
  readonly groupId: string;
  readonly title: string;

  constructor(groupId: string, title: string) {
    super('guild-rename');
    this.groupId = groupId;
    this.title = title;
  }
}

/**
 * @summary The ideas of a board in their groups, to be moved from one to another by pointer or keyboard.
 * @event {IdeaMoveEvent} guild-move - The viewer has put an idea somewhere else.
 * @event {GroupRenameEvent} guild-rename - The viewer has named a group.
 * @csspart header - A title.
 * @csspart list - Ideas.
 * @csspart item - An idea.
 * @csspart field - The name of a group.
 * @csspart button - What can be done.
 */
export class IdeaGroups extends GuildElement {
  static override readonly tag = 'guild-idea-groups';
  static override styles = [hostStyles, ideaGroupsStyles];

  readonly #carry = new IdeaCarry(this, (what, { text }) => {
    const { taken, putBack } = this.strings(english);
    this.announce((what === 'taken' ? taken : putBack)(shortly(text)));
  });

  /** All ideas of the board. */
  @property({ attribute: false }) ideas: readonly Idea[] = [];
  /** The groups so far. */
  @property({ attribute: false }) groups: readonly IdeaGroup[] = [];
  /** The viewer may move and name. */
  @property({ type: Boolean }) changeable = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ideas')) this.#carry.keepOnly(new Set(this.ideas.map(({ id }) => id)));
    // Somebody else may have put it into another group meanwhile.
    const { carried } = this.#carry;
    if (carried && changed.has('groups')) this.#carry.carried = this.#carriable(carried);
  }

  #carriable({ id, text }: Idea): CarriedIdea {
    const groupId = this.groups.find(({ ideaIds }) => ideaIds.includes(id))?.id;
    return { id, text, ...(groupId !== undefined && { groupId }) };
  }

  /** What makes a part of the page a place where the carried idea can be put down by the pointer. */
  #over(place: IdeaPlace) {
    return {
      over: (event: DragEvent) => this.#carry.fits(place) && event.preventDefault(),
      drop: (event: DragEvent) => {
        event.preventDefault();
        event.stopPropagation();
        this.#carry.drop(place);
      },
    };
  }

  #target(place: IdeaPlace, label: string, text: string): TemplateResult | typeof nothing {
    if (!this.#carry.fits(place)) return nothing;
    return html`<button
      class="button target"
      part="button"
      aria-label=${label}
      @click=${() => this.#carry.drop(place)}
    >
      ${text}
    </button>`;
  }

  #idea(idea: Idea): TemplateResult {
    const strings = this.strings(english);
    const place = { kind: 'idea', id: idea.id } as const;
    const carried = this.#carriable(idea);
    const { over, drop } = this.#over(carried.groupId ? { kind: 'group', id: carried.groupId } : place);
    return html`<li
      class="idea ${this.#carry.holds(idea.id) ? 'held' : ''}"
      part="item"
      draggable=${this.changeable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', idea.text);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
        this.#carry.pickUp(carried);
      }}
      @dragend=${() => this.#carry.putBack()}
      @dragover=${over}
      @drop=${drop}
    >
      <p><bdi>${idea.text}</bdi></p>
      ${this.changeable ? this.#grip(carried) : nothing}
      ${carried.groupId ? nothing : this.#target(place, strings.withIdea(shortly(idea.text)), strings.together)}
    </li>`;
  }

  #grip(idea: CarriedIdea): TemplateResult {
    const { take, cancelTake } = this.strings(english);
    const held = this.#carry.holds(idea.id);
    return html`<button
      class="button quiet grip"
      part="button"
      data-idea=${idea.id}
      aria-pressed=${held}
      aria-label=${held ? cancelTake : take(shortly(idea.text))}
      @click=${() => (held ? this.#carry.putBack() : this.#carry.pickUp(idea))}
    >
      ${grip}
    </button>`;
  }

  #list(ideas: readonly Idea[]): TemplateResult {
    return html`<ul class="ideas" part="list" role="list">
      ${inOrder(
        ideas,
        ({ id }) => id,
        (idea) => this.#idea(idea),
      )}
    </ul>`;
  }

  #title({ id, title }: IdeaGroup): TemplateResult {
    const strings = this.strings(english);
    if (!this.changeable) return html`<h3 part="header"><bdi>${title}</bdi></h3>`;
    return html`<input
      class="input name"
      part="field"
      dir="auto"
      maxlength="120"
      aria-label=${title ? strings.rename(title) : strings.groupName}
      placeholder=${strings.groupHint}
      .value=${title}
      @keydown=${({ key, target }: KeyboardEvent) =>
        key === 'Enter' && target instanceof HTMLElement && target.blur()}
      @change=${({ target }: Event) =>
        target instanceof HTMLInputElement && this.#rename({ id, title }, target)}
    />`;
  }

  #rename({ id, title }: Pick<IdeaGroup, 'id' | 'title'>, input: HTMLInputElement): void {
    const wanted = input.value.trim();
    // A group cannot be without a name: the former one comes back.
    if (!wanted) input.value = title;
    else if (wanted !== title) this.fire(new GroupRenameEvent(id, wanted));
  }

  #group(group: IdeaGroup): TemplateResult {
    const strings = this.strings(english);
    const place = { kind: 'group', id: group.id } as const;
    const { over, drop } = this.#over(place);
    const inside = this.ideas.filter(({ id }) => group.ideaIds.includes(id));
    return html`<section
      class="group"
      aria-label=${group.title}
      data-group=${group.id}
      @dragover=${over}
      @drop=${drop}
    >
      ${this.#title(group)} ${this.#list(inside)}
      ${this.#target(place, strings.intoGroup(group.title), strings.here)}
    </section>`;
  }

  #carrying(): TemplateResult | typeof nothing {
    const { carried } = this.#carry;
    if (!carried) return nothing;
    const { taken, cancelTake } = this.strings(english);
    return html`<div class="carry">
      <p>${taken(shortly(carried.text))}</p>
      <button class="button quiet" part="button" @click=${() => this.#carry.putBack()}>${cancelTake}</button>
    </div>`;
  }

  #singles(): TemplateResult | typeof nothing {
    const strings = this.strings(english);
    const singles = singlesOf(this.ideas, this.groups);
    const place = { kind: 'single' } as const;
    const { over, drop } = this.#over(place);
    if (!singles.length && !this.#carry.fits(place)) return nothing;
    return html`<section class="singles" aria-label=${strings.ungrouped} @dragover=${over} @drop=${drop}>
      <h3 part="header">${strings.ungrouped}</h3>
      ${this.#list(singles)} ${this.#target(place, strings.single, strings.single)}
    </section>`;
  }

  protected override view(): TemplateResult {
    return html`<div @keydown=${(event: KeyboardEvent) => this.#carry.key(event)}>
      ${this.#carrying()}
      <div class="groups">
        ${inOrder(
          this.groups,
          ({ id }) => id,
          (group) => this.#group(group),
        )}
      </div>
      ${this.#singles()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-idea-groups': IdeaGroups;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where an idea can be put: into a group, together with another idea, or by itself. */
export type IdeaPlace = { kind: 'group' | 'idea'; id: string } | { kind: 'single' };

/** An idea that can be picked up. */
export interface CarriedIdea {
  id: string;
  text: string;
  /** The group in which it is. */
  groupId?: string | undefined;
}

/** `guild-move`: an idea was put somewhere else. */
export class IdeaMoveEvent extends Event {
  readonly idea: CarriedIdea;
  readonly place: IdeaPlace;

  constructor(idea: CarriedIdea, place: IdeaPlace) {
    super('guild-move');
    this.idea = idea;
    this.place = place;
  }
}

/**
 * Carrying an idea to others, by pointer or by keyboard. The places are buttons with the class `target`: arrow keys
 * lead from one to the next, Enter puts down, Escape puts back.
 */
export class IdeaCarry implements ReactiveController {
  /** What is picked up. */
  carried: CarriedIdea | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #say: (what: 'taken' | 'putBack', idea: CarriedIdea) => void;
  /** Whose handle gets the focus wherever the idea goes, since somebody else may move things at the same time. */
  #followed: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    say: (what: 'taken' | 'putBack', idea: CarriedIdea) => void,
  ) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#followed === undefined) return;
    const { activeElement } = this.#host.shadowRoot ?? {};
    // Who has gone elsewhere meanwhile is not called back.
    if (activeElement && !activeElement.matches('.grip')) this.#followed = undefined;
    else if (!(activeElement instanceof HTMLElement) || activeElement.dataset.idea !== this.#followed)
      this.#gripOf(this.#followed)?.focus();
  }

  hostDisconnected(): void {
    this.carried = undefined;
  }

  /** Whether this idea is picked up. */
  holds(id: string): boolean {
    return this.carried?.id === id;
  }

  /** Whether the carried idea can be put there. */
  fits(place: IdeaPlace): boolean {
    const { carried } = this;
    if (!carried) return false;
    if (place.kind === 'group') return place.id !== carried.groupId;
    return place.kind === 'idea' ? place.id !== carried.id : carried.groupId !== undefined;
  }

  /** Picks an idea up; of the one that was carried, nothing has changed. */
  pickUp(idea: CarriedIdea): void {
    this.#followed = undefined;
    this.carried = idea;
    this.#say('taken', idea);
    this.#host.requestUpdate();
  }

  /** Puts the carried one back where it was. */
  putBack(): void {
    const { carried } = this;
    if (!carried) return;
    this.carried = undefined;
    this.#say('putBack', carried);
    this.#follow(carried.id);
  }

  /** Puts the carried one down, and tells. */
  drop(place: IdeaPlace): void {
    const { carried } = this;
    if (!carried || !this.fits(place)) return;
    this.carried = undefined;
    this.#host.dispatchEvent(new IdeaMoveEvent(carried, place));
    this.#follow(carried.id);
  }

  /** Drops what no longer is there to be carried. */
  keepOnly(ids: ReadonlySet<string>): void {
    if (this.carried && !ids.has(this.carried.id)) this.carried = undefined;
  }

  /** Keys while something is carried. */
  key(event: KeyboardEvent): void {
    if (!this.carried) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') this.putBack();
    else if (step) this.#go(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #go(step: number): void {
    const root = this.#host.shadowRoot;
    const targets = [...(root?.querySelectorAll<HTMLElement>('.target') ?? [])];
    const at = targets.findIndex((each) => each === root?.activeElement);
    const from = at >= 0 ? at : step > 0 ? -1 : 0;
    targets[(from + step + targets.length) % targets.length]?.focus();
  }

  #follow(id: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#gripOf(id)?.focus();
      this.#followed = id;
    });
  }

  #gripOf(id: string): HTMLElement | undefined {
    const grips = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.grip') ?? [];
    return [...grips].find((each) => each.dataset.idea === id);
  }
}

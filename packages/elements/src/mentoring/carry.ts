import type { PersonRef } from '@guildhall/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Somebody who is picked up, to be given another mentor. */
export interface Carried {
  mentee: PersonRef;
  /** Whom they are with; absent for somebody without a mentor. */
  mentor?: PersonRef | undefined;
}

/** Where somebody can be put down: in the place of another mentee, or with a mentor who has room. */
export interface Target {
  mentor: PersonRef;
  /** With whom to swap; absent for a free place. */
  mentee?: PersonRef | undefined;
}

/** `guild-move`: somebody was put down with another mentor. */
export class MoveEvent extends Event {
  readonly carried: Carried;
  readonly place: Target;

  constructor(carried: Carried, place: Target) {
    super('guild-move', { bubbles: true, composed: true });
    this.carried = carried;
    this.place = place;
  }
}

/**
 * Carrying somebody from one mentor to another, by pointer or by keyboard. The places are buttons with the class
 * `target`: arrow keys lead from one to the next, Enter puts down, Escape puts back.
 */
export class Carry implements ReactiveController {
  /** Who is picked up. */
  carried: Carried | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Whose grip has the focus since they were put down, wherever their row goes. */
  #followed: string | undefined;
  readonly #say: (what: 'pickedUp' | 'putBack', carried: Carried) => void;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    say: (what: 'pickedUp' | 'putBack', carried: Carried) => void,
  ) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostUpdated(): void {
    const { activeElement } = this.#host.shadowRoot ?? {};
    if (this.#followed === undefined) return;
    // Rows are drawn anew in another order; who has gone elsewhere meanwhile is not called back.
    if (activeElement && !activeElement.matches('.grip')) this.#followed = undefined;
    else if (!(activeElement instanceof HTMLElement) || activeElement.dataset.mentee !== this.#followed)
      this.#gripOf(this.#followed)?.focus();
  }

  hostDisconnected(): void {
    this.carried = undefined;
  }

  /** Whether this person is picked up. */
  holds({ id }: PersonRef): boolean {
    return this.carried?.mentee.id === id;
  }

  /** Whether the carried one can be put down there. */
  fits({ mentor, mentee }: Target): boolean {
    const { carried } = this;
    if (!carried || carried.mentor?.id === mentor.id || carried.mentee.id === mentor.id) return false;
    // Who has no mentor has nothing to swap with.
    return !mentee || carried.mentor !== undefined;
  }

  /** Picks somebody up; of the one who was carried, nothing has changed. */
  pickUp(carried: Carried): void {
    this.#followed = undefined;
    this.carried = carried;
    this.#say('pickedUp', carried);
    this.#host.requestUpdate();
  }

  /** Puts the carried one back where they were. */
  putBack(): void {
    const { carried } = this;
    if (!carried) return;
    this.carried = undefined;
    this.#say('putBack', carried);
    this.#host.requestUpdate();
    void this.#focusGrip(carried);
  }

  /** Puts the carried one down, and tells. */
  drop(target: Target): void {
    const { carried } = this;
    if (!carried || !this.fits(target)) return;
    this.carried = undefined;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new MoveEvent(carried, target));
    void this.#focusGrip(carried);
  }

  /** Keys while somebody is carried. */
  key(event: KeyboardEvent): void {
    if (!this.carried) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
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
    const from = at >= 0 ? at : this.#besideGrip(targets, step);
    targets[(from + step + targets.length) % targets.length]?.focus();
  }

  /** From where the keys begin: the place before (or after) the one picked up. */
  #besideGrip(targets: readonly HTMLElement[], step: number): number {
    const grip = this.#host.shadowRoot?.querySelector('.grip[aria-pressed=true]');
    if (!grip) return step > 0 ? -1 : 0;
    const after = targets.findIndex(
      (each) => grip.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    if (after < 0) return step > 0 ? -1 : targets.length;
    return step > 0 ? after - 1 : after;
  }

  async #focusGrip({ mentee }: Carried): Promise<void> {
    await this.#host.updateComplete;
    this.#gripOf(mentee.id)?.focus();
    this.#followed = mentee.id;
  }

  #gripOf(menteeId: string): HTMLElement | undefined {
    const grips = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.grip') ?? [];
    return [...grips].find((each) => each.dataset.mentee === menteeId);
  }
}

/** What a manager may set for a run; what is left out is as in the run before. */
export interface RunWish {
  /** Points of 10,000 that keeping a pair is worth. */
  readonly stayBonus?: number;
  /** Raises the worst match first. */
  readonly fair?: boolean;
}

/** `guild-ask`: the viewer wants another run. */
export class RunAskEvent extends Event {
  readonly wish: RunWish;

  constructor(wish: RunWish) {
    super('guild-ask', { bubbles: true, composed: true });
    this.wish = wish;
  }
}

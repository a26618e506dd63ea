/** `guild-matches-published`: the matches of a run are published, and its people told. */
export class MatchesPublishedEvent extends Event {
  readonly runId: string;
  readonly programId: string;

  constructor(runId: string, programId: string) {
    super('guild-matches-published', { bubbles: true, composed: true });
    this.runId = runId;
    this.programId = programId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-matches-published': MatchesPublishedEvent;
  }
}

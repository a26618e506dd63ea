import type { Cycle } from './cycle-types.js';

/** `guild-pick`: the viewer wants to see a cycle. */
export class CyclePickEvent extends Event {
  readonly cycleId: string;

  constructor(cycleId: string) {
    super('guild-pick');
    this.cycleId = cycleId;
  }
}

/** `guild-saved`: a cycle was created, copied or changed. */
export class CycleSavedEvent extends Event {
  readonly cycle: Cycle;

  constructor(cycle: Cycle) {
    super('guild-saved');
    this.cycle = cycle;
  }
}

/** `guild-report`: the viewer wants to read a report of a cycle. */
export class CycleReportEvent extends Event {
  readonly cycleId: string;
  readonly subjectId: string;

  constructor(cycleId: string, subjectId: string) {
    super('guild-report');
    this.cycleId = cycleId;
    this.subjectId = subjectId;
  }
}

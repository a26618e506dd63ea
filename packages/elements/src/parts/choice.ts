/** Something that can be chosen. */
export interface Choice {
  /** Empty for what the viewer has written instead of choosing. */
  id: string;
  name: string;
}

/** `guild-choose`: the viewer has chosen something, or emptied the field. */
export class ChoiceEvent extends Event {
  readonly choice: Choice | undefined;

  constructor(choice: Choice | undefined) {
    super('guild-choose');
    this.choice = choice;
  }
}

import type { Program } from '@guildhall/core';

/** `guild-saved`: a program was created or changed. */
export class ProgramSavedEvent extends Event {
  readonly program: Program;

  constructor(program: Program) {
    super('guild-saved');
    this.program = program;
  }
}

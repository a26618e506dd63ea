import { describe, test } from 'node:test';
import { everyWorld } from './open-worlds.js';
import { postgresMissing } from './postgres.js';
import type { OpenWorld, Test } from './world.js';

/** Some stories, to be told over a client. */
export type Stories = (test: Test, open: OpenWorld) => void;

/** Tells the stories in every way over every store. */
export function tellEverywhere(...all: Stories[]): void {
  for (const { name, open } of everyWorld()) {
    const skip = name.endsWith('PostgreSQL') ? postgresMissing() : false;
    describe(name, { skip }, () => {
      for (const stories of all) stories(test, open);
    });
  }
}

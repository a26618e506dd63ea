/** For tests only: looks for what axe finds once nothing moves any more, since colors on their way have no contrast. */
import { expect } from '@open-wc/testing';
import { findAll } from './test-page.js';

/** Fails with what axe finds in the element and all its shadow roots. */
export async function isAccessible(element: Element): Promise<void> {
  const moving = findAll(element, '*').flatMap((each) => each.getAnimations());
  await Promise.allSettled(moving.map(({ finished }) => finished));
  await expect(element).to.be.accessible();
}

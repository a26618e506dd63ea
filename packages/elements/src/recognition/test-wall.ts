/** For tests only: walls with many kudos, and what can be measured of them. */
import { nextFrame } from '@open-wc/testing';
import type { Kudos } from '@guildhall/core';
import { define } from '../define.js';
import type { CastId, TestHall } from '../internal/test-hall.js';
import { KudosCard } from './kudos-card.js';
import { KudosWall } from './kudos-wall.js';
import { waitUntil } from '../internal/test-until.js';

define(KudosCard, KudosWall);

/** A clock that a test moves by hand; it begins three days ago, so that nothing given is in the future. */
export function testClock(): { now: () => Date; pass: (seconds: number) => void } {
  let time = Date.now() - 3 * 86_400_000;
  return { now: () => new Date(time), pass: (seconds) => (time += seconds * 1000) };
}

/** A kudos of Ana's for Ben. */
export function give(test: TestHall, message: string, receiver: CastId = 'ben'): Promise<Kudos> {
  return test.as('ana').recognition.give({ receivers: [receiver], message });
}

/** Gives that many, of one to six lines; the last is the newest and ends with the number. */
export async function giveMany(
  test: TestHall,
  count: number,
  pass: (seconds: number) => void,
): Promise<void> {
  for (let number = 1; number <= count; number++) {
    pass(1);
    await give(test, `${'Thank you for so much. '.repeat((number * 7) % 20)}${number}`);
  }
}

/** Waits for a condition, longer than usual: while other tests run beside, a page has few frames in a second. */
export function eventually(condition: () => unknown, what?: string): Promise<void> {
  return waitUntil(condition, what, { timeout: 20_000 });
}

export function cardsOf(wall: KudosWall): KudosCard[] {
  return [...wall.renderRoot.querySelectorAll('kudos-card')];
}

/** The last word of each message: with `giveMany` the numbers, from the top down. */
export function numbersOf(wall: KudosWall): (string | undefined)[] {
  return cardsOf(wall).map(({ kudos }) => kudos?.message.split(/\s/).at(-1));
}

/** Waits until the wall shows cards and does nothing more by itself. */
export async function settled(wall: KudosWall): Promise<void> {
  await eventually(() => cardsOf(wall).length, 'the wall shows cards');
  await painted();
}

/** Settles when what is there now has been painted. */
export async function painted(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
}

/** The first card whose words can be seen, as a reader finds their place. */
export function cardBeingRead(wall: KudosWall, top = 0): KudosCard {
  const card = cardsOf(wall).find((each) => each.getBoundingClientRect().bottom > top + 40);
  if (!card) throw new Error('No card can be seen.');
  return card;
}

/** Watches an element at each painted frame; returns how far it has moved from its place at most, in px. */
export function watchPlace(element: Element): () => number {
  const from = element.getBoundingClientRect().top;
  let most = 0;
  let isOn = true;
  const look = () => {
    if (!isOn) return;
    most = Math.max(most, Math.abs(element.getBoundingClientRect().top - from));
    // Behind a frame everything that belongs to it has happened: this is what was painted.
    requestAnimationFrame(() => setTimeout(look));
  };
  look();
  return () => {
    isOn = false;
    return Math.max(most, Math.abs(element.getBoundingClientRect().top - from));
  };
}

/** All elements under a root, through shadow roots. */
export function elementsUnder(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((each) =>
    each.shadowRoot ? [each, ...elementsUnder(each.shadowRoot)] : [each],
  );
}

/** The text that can be seen under a root, through shadow roots, with runs of white space as one space. */
export function textUnder(node: Node): string {
  const collect = (each: Node): string => {
    if (each instanceof Text) return each.data;
    if (each instanceof HTMLStyleElement) return '';
    const within = each instanceof Element && each.shadowRoot ? each.shadowRoot : each;
    return [...within.childNodes].map(collect).join('');
  };
  return collect(node).replace(/\s+/g, ' ').trim();
}

/** Scrolls step by step, as a wheel does, until the condition holds. */
export async function scrollUntil(condition: () => boolean, scroller: Element, by = 800): Promise<void> {
  for (let step = 0; step < 400 && !condition(); step++) {
    scroller.scrollBy({ top: by, behavior: 'instant' });
    await painted();
  }
  if (!condition()) throw new Error('Scrolling did not lead there.');
}

/** For tests only: what a person sees, does and waits for, through all shadow roots. */
import { sendKeys } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { waitUntil } from './test-until.js';

/** The first element that matches, however deep. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T | null {
  for (const scope of scopesOf(root)) {
    const found = scope.querySelector<T>(selector);
    if (found) return found;
  }
  return null;
}

/** All elements that match, however deep. */
export function findAll<T extends Element = HTMLElement>(root: Element, selector: string): T[] {
  return scopesOf(root).flatMap((scope) => [...scope.querySelectorAll<T>(selector)]);
}

/** Waits until an element that matches, and holds the text, is there and visible. */
export async function appears<T extends Element = HTMLElement>(
  root: Element,
  selector: string,
  text = '',
): Promise<T> {
  const looked = () =>
    findAll<T>(root, selector).find((each) => each.checkVisibility() && shown(each).includes(text));
  await waitUntil(looked, '', { interval: 10 }).catch(() => {
    throw new Error(`Wanted ${selector} with "${text}", saw: ${shown(root)}`);
  });
  const found = looked();
  if (!found) throw new Error(`${selector} was there only for a moment.`);
  return found;
}

/** The text that an element shows, its spaces made single. */
export function shown(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

/** The element that has the focus, innermost. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Presses Tab until an element that matches has the focus. */
export async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (focused()?.matches(selector)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** Writes into a field as somebody who types does. */
export function write(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    throw new Error('There is no such field.');
  }
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The client with one operation done in another way. */
export function withOperation(
  client: Client,
  name: string,
  perform: (call: () => Promise<unknown>, input: unknown, options: unknown) => Promise<unknown>,
): Client {
  const [area, verb] = name.split('.');
  const inside = (target: object, key: string, value: (found: unknown) => unknown) =>
    new Proxy(target, {
      get: (from, name, receiver) =>
        name === key ? value(Reflect.get(from, name, receiver)) : Reflect.get(from, name, receiver),
    });
  // The same shape with one function replaced by another of its kind.
  return inside(client, area ?? '', (verbs) =>
    inside(
      verbs as object,
      verb ?? '',
      (call) => (input: unknown, options: unknown) =>
        perform(() => (call as (...args: unknown[]) => Promise<unknown>)(input, options), input, options),
    ),
  ) as Client;
}

/** Gives this page a storage of its own, empty: the other test files share the browser's. */
export function freshStorage(): void {
  Object.defineProperty(window, 'localStorage', { configurable: true, value: sessionStorage });
  sessionStorage.clear();
}

/** Holds back an answer until the test opens it. */
export function gate(): { opened: Promise<void>; open: () => void; passed: () => Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  // After a whole turn of the event loop whatever waited has been dealt with.
  const passed = () => opened.then(() => new Promise<void>((resolve) => setTimeout(resolve)));
  return { opened, open, passed };
}

/** What a client throws when the network is gone. */
export function lostConnection(): Error {
  return Object.assign(new Error('lost'), { name: 'GuildhallError', code: 'unavailable', reason: 'network' });
}

function scopesOf(root: Element): (Element | ShadowRoot)[] {
  const own = root.shadowRoot ? [root, root.shadowRoot] : [root];
  const inner = own.flatMap((scope) => [...scope.querySelectorAll('*')].filter((each) => each.shadowRoot));
  return [...own, ...inner.flatMap((each) => scopesOf(each).slice(1))];
}

function textOf(node: Node): string {
  if (node instanceof Element && node.shadowRoot) return textOf(node.shadowRoot);
  if (node instanceof Text) return node.data;
  if (node instanceof Element && !node.checkVisibility()) return '';
  return [...node.childNodes].map(textOf).join('');
}

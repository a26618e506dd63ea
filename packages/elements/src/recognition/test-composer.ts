/** For tests only: a composer on a page, as its viewer uses it. */
import { sendKeys } from '@web/test-runner-commands';
import type { Client, Kudos } from '@guildhall/core';
import { html } from 'lit';
import type { CastId, HallOptions, TestHall } from '../internal/test-hall.js';
import { appears, find, focused, shown, write } from '../internal/test-page.js';
import type { KudosComposer } from './kudos-composer.js';
import { waitUntil } from '../internal/test-until.js';

/** What the page sets on the composer, and who looks at it. */
export interface ComposerOptions extends HallOptions {
  viewer?: CastId;
  client?: Client;
  receiver?: string;
  refUrl?: string;
  refTitle?: string;
  values?: string;
}

/** A composer with what tests do to it. */
export class TestComposer {
  readonly element: KudosComposer;
  readonly given: Kudos[] = [];
  readonly withdrawn: string[] = [];

  constructor(element: KudosComposer) {
    this.element = element;
    element.addEventListener('guild-kudos-given', ({ kudos }) => this.given.push(kudos));
    element.addEventListener('guild-kudos-withdrawn', ({ kudosId }) => this.withdrawn.push(kudosId));
  }

  get text(): string {
    return shown(this.element);
  }

  field(selector: string): HTMLInputElement {
    const field = find<HTMLInputElement>(this.element, selector);
    if (!field) throw new Error(`There is no ${selector} in: ${this.text}`);
    return field;
  }

  see(selector: string, text?: string): Promise<HTMLElement> {
    return appears(this.element, selector, text);
  }

  async click(name: string): Promise<void> {
    (await this.see('button', name)).click();
  }

  async open(): Promise<void> {
    (await this.see('.primary')).click();
    await this.ready();
  }

  /** The form is there and holds the focus. */
  async ready(): Promise<void> {
    await this.see('[role=combobox]');
    await waitUntil(() => this.element.contains(document.activeElement), 'the focus is in the form');
  }

  /** Chooses somebody by typing into the field. */
  async choose(text: string, option = text): Promise<void> {
    write(this.field('[role=combobox]'), text);
    (await this.see('[role=option]', option)).click();
  }

  async say(text: string): Promise<void> {
    write(await this.see('textarea'), text);
    await this.element.updateComplete;
  }

  /** A kudos that lacks nothing. */
  async fill(message = 'Thank you.', receiver = 'Ben'): Promise<void> {
    await this.choose(receiver);
    await this.say(message);
  }

  async send(): Promise<void> {
    (await this.see('#send')).click();
  }

  async sent(): Promise<void> {
    await this.see('button', 'Undo');
  }

  error(text: string): Promise<HTMLElement> {
    return this.see('[role=alert]', text);
  }

  /** Whether the focus is on what matches. */
  async focuses(selector: string): Promise<void> {
    await waitUntil(
      () => focused()?.matches(selector),
      `wanted the focus on ${selector}, it is on ${focused()?.outerHTML}`,
    );
  }

  press(key: string): Promise<void> {
    return sendKeys({ press: key });
  }
}

/** Puts a composer on the page. */
export async function composerOn(test: TestHall, options: ComposerOptions = {}): Promise<TestComposer> {
  const { viewer = 'ana', client, receiver = '', refUrl = '', refTitle = '', values = '', ...page } = options;
  const element = await test.hall<KudosComposer>(
    viewer,
    html`<kudos-composer
      .client=${client}
      receiver=${receiver}
      ref-url=${refUrl}
      ref-title=${refTitle}
      values=${values}
    ></kudos-composer>`,
    page,
  );
  const composer = new TestComposer(element);
  await composer.see('.primary');
  // The draft comes with the viewer.
  await waitUntil(() => element.me);
  await element.updateComplete;
  return composer;
}

/** All kudos that the person may see, newest first. */
export async function kudosSeenBy(client: Client): Promise<Kudos[]> {
  const [wall, mine] = [await client.recognition.list({}), await client.recognition.mine({ of: 'received' })];
  const all = [...wall.items, ...mine.items.filter((one) => wall.items.every(({ id }) => id !== one.id))];
  return all.sort((a, b) => b.givenAt.localeCompare(a.givenAt));
}

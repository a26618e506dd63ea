import { expect, fixture, html } from '@open-wc/testing';
import type { Kudos } from '@guildhall/core';
import { testHall, type TestHall } from '../internal/test-hall.js';
import type { KudosCard } from './kudos-card.js';
import type { KudosWall } from './kudos-wall.js';
import { cardsOf, elementsUnder, eventually, painted, testClock } from './test-wall.js';

/** What a script of a payload could do that a page would notice. */
const calls = ['alert', 'confirm', 'prompt', 'open', 'eval', 'print'] as const;

/** Notes every call and every error in a window from now on. */
function listen(view: Window): string[] {
  const heard: string[] = [];
  for (const name of calls) {
    Object.defineProperty(view, name, {
      configurable: true,
      writable: true,
      value: (...args: unknown[]) => heard.push(`${name}(${args.join()})`),
    });
  }
  view.addEventListener('error', (event) => heard.push(`error ${event.message}`));
  view.addEventListener('unhandledrejection', (event) => heard.push(`rejection ${String(event.reason)}`));
  return heard;
}

/** The tags, attributes and addresses that a card may have, and nothing of theirs may add to. */
const tags =
  /^(kudos-card|guild-[a-z-]+|p|div|span|bdi|a|button|svg|path|rect|circle|time|ul|li|form|label|textarea|style)$/;

describe('the wall of thanks, with hostile texts', function () {
  this.timeout(60_000);
  let strings: string[];
  const original = calls.map((name) => [name, window[name]] as const);

  before(async () => {
    const address = new URL('../../../../test/fixtures/blns.json', import.meta.url);
    strings = (await (await fetch(address)).json()) as string[];
    expect(strings.length).to.be.greaterThan(500);
  });
  afterEach(() => {
    for (const [name, value] of original) Object.assign(window, { [name]: value });
  });

  it('has texts that do something where they are taken for markup', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="control"></iframe>`);
    const view = frame.contentWindow!;
    const heard = listen(view);
    for (const text of strings) {
      const place = view.document.createElement('div');
      place.innerHTML = text;
      view.document.body.append(place);
    }
    await eventually(() => heard.some((each) => each.startsWith('alert')), 'something is executed');
    expect(view.document.querySelectorAll('img, script, iframe').length).to.be.greaterThan(20);
  });

  it('shows every text in every place as it was written', async () => {
    const heard = listen(window);
    const test = await testHall();
    const requests = performance.getEntriesByType('resource').length;
    const place = await test.hall<HTMLElement>('lea', html`<div></div>`);
    // What is empty is not stored and not shown.
    for (const text of strings.filter(Boolean)) {
      const card = document.createElement('kudos-card');
      [card.kudos, card.marks] = [kudosOf(text), null];
      place.append(card);
      await card.updateComplete;
      check(card, text);
    }
    await painted();
    expect(heard).to.deep.equal([]);
    expect(
      performance
        .getEntriesByType('resource')
        .slice(requests)
        .map(({ name }) => name),
    ).to.deep.equal([]);
    await test.guildhall.close();
  });

  it('brings every text through the kernel to the wall and into comments', async () => {
    const heard = listen(window);
    const { now, pass } = testClock();
    const test = await testHall({ now });
    const accepted: string[] = [];
    for (const text of strings) {
      pass(1);
      if (await thank(test, text)) accepted.push(text);
    }
    console.log(`${accepted.length} of ${strings.length} texts are accepted`);
    expect(accepted.length).to.be.greaterThan(480);
    const wall = await test.hall<KudosWall>('lea', html`<kudos-wall plain></kudos-wall>`);
    await eventually(() => {
      wall.scrollIntoView({ block: 'end' });
      return cardsOf(wall).length === accepted.length;
    }, 'all are there');
    for (const [index, text] of accepted.toReversed().entries()) {
      const card = cardsOf(wall)[index]!;
      expect(card.renderRoot.querySelector('.words')?.textContent).to.equal(text);
      expect(card.renderRoot.querySelector('a.mark bdi')?.textContent).to.equal(text);
      onlyOurs(card);
    }
    const [newest] = cardsOf(wall);
    newest?.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.click();
    await commentsOf(newest!, accepted);
    expect(heard).to.deep.equal([]);
    await test.guildhall.close();
  });

  /** Every text as a comment under the newest kudos, which shows them all. */
  async function commentsOf(card: KudosCard, texts: readonly string[]): Promise<void> {
    const { recognition } = card.hall!.client;
    for (const text of texts) await recognition.comment({ id: card.kudos!.id, text });
    const root = () => card.renderRoot.querySelector('guild-kudos-comments')?.shadowRoot;
    const shown = () => [...(root()?.querySelectorAll('li .text') ?? [])].map((each) => each.textContent);
    await eventually(() => {
      const buttons = [...(root()?.querySelectorAll('button') ?? [])];
      buttons.find((each) => each.textContent?.trim() === 'Show more')?.click();
      return shown().length === texts.length;
    }, 'all comments are there');
    expect(shown().sort()).to.deep.equal([...texts].sort());
    onlyOurs(card);
  }
});

async function thank(test: TestHall, text: string): Promise<boolean> {
  const ref = { kind: 'link' as const, url: 'https://example.org/', title: text };
  try {
    await test.as('ana').recognition.give({ receivers: ['ben'], message: text, impact: text, ref });
    return true;
  } catch (error) {
    expect((error as { code: string }).code, text).to.equal('invalid');
    return false;
  }
}

function kudosOf(text: string): Kudos {
  const named = { id: text, name: text };
  return {
    id: text,
    giver: named,
    receivers: [named],
    teams: [named],
    message: text,
    values: [named],
    skills: [named],
    impact: text,
    ref: { kind: 'link', url: text, title: text, thanks: 2 },
    audience: 'public',
    givenAt: new Date().toISOString(),
    reactions: { heart: 0 },
    comments: 0,
  };
}

function check(card: KudosCard, text: string): void {
  const texts = (selector: string) =>
    [...card.renderRoot.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(texts('.words')).to.deep.equal([text]);
  expect(texts('.who > bdi')).to.deep.equal([text, text, text]);
  expect(texts('.value')).to.deep.equal([text, text]);
  expect(texts('.mark bdi')).to.deep.equal([text, text]);
  for (const link of card.renderRoot.querySelectorAll('a')) expect(link.protocol).to.match(/^https?:$/);
  onlyOurs(card);
}

function onlyOurs(card: KudosCard): void {
  for (const element of elementsUnder(card.renderRoot)) {
    expect(element.localName).to.match(tags);
    for (const { name } of element.attributes) expect(name).not.to.match(/^on|^srcdoc$|^src$/);
  }
}

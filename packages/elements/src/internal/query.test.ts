import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import type { Client, Heard, Kudos } from '@guildhall/core';
import { property } from 'lit/decorators.js';
import { define } from '../define.js';
import { Command } from './command.js';
import { Drafts } from './drafts.js';
import { GuildElement } from './guild-element.js';
import { Query } from './query.js';
import { testHall, type TestHall } from './test-hall.js';
import { waitUntil } from './test-until.js';

class TestWall extends GuildElement {
  static override readonly tag = 'test-wall';
  loads = 0;
  heard: Heard[] = [];
  /** Stands between the element and its client, as a network does. */
  gate: (signal: AbortSignal) => Promise<void> = () => Promise.resolve();
  handle = false;
  @property() receiver: string | undefined = 'ben';

  readonly kudos = new Query(this, {
    areas: ['recognition'],
    args: () => (this.receiver === undefined ? undefined : ([this.receiver] as const)),
    load: async (client, [receiver], signal) => {
      this.loads += 1;
      const page = await client.recognition.list({ receiver }, { signal });
      await this.gate(signal);
      return page.items;
    },
    onChange: (heard) => {
      this.heard.push(heard);
      return this.handle;
    },
  });

  protected override view(): unknown {
    return this.kudos.render({
      data: (items) =>
        html`<ul>
          ${items.map((each) => html`<li>${each.message}</li>`)}
        </ul>`,
    });
  }
}

define(TestWall);

const messages = (el: Element) =>
  [...(el.shadowRoot?.querySelectorAll('li') ?? [])].map((li) => li.textContent);
const give = (client: Client, message: string, receiver = 'ben') =>
  client.recognition.give({ receivers: [receiver], message });

describe('Query', () => {
  let test: TestHall;
  let wall: TestWall;
  beforeEach(async () => {
    test = await testHall();
    await give(test.as('ana'), 'first');
    wall = await test.hall<TestWall>('lea', html`<test-wall></test-wall>`);
    await waitUntil(() => messages(wall).length === 1);
    // A local stream begins with a resync, which loads once more.
    await waitUntil(() => wall.heard.length > 0 && !wall.kudos.pending);
    await aTimeout(250);
  });

  it('is accessible in every state', async () => {
    await expect(wall).to.be.accessible();
    wall.gate = () => Promise.reject(new Error('broken'));
    wall.receiver = 'lea';
    await waitUntil(() => wall.kudos.error);
    await nextFrame();
    await expect(wall).to.be.accessible();
  });

  it('shows a skeleton that keeps its place and can be seen only after a moment', async () => {
    let open = () => {};
    wall.gate = () => new Promise((resolve) => (open = resolve));
    wall.receiver = 'lea';
    await wall.updateComplete;
    const skeleton = wall.shadowRoot?.querySelector('.skeleton');
    expect(skeleton?.getBoundingClientRect().height).to.be.greaterThan(10);
    expect(getComputedStyle(skeleton ?? wall).opacity).to.equal('0');
    await aTimeout(400);
    expect(getComputedStyle(skeleton ?? wall).opacity).to.equal('1');
    open();
    await waitUntil(() => wall.shadowRoot?.querySelector('ul'));
  });

  it('loads again when somebody else changes its area, many changes at once', async () => {
    const before = wall.loads;
    await Promise.all(['second', 'third', 'fourth'].map((message) => give(test.as('ana'), message)));
    await waitUntil(() => messages(wall).length === 4);
    await aTimeout(250);
    expect(wall.loads - before).to.be.at.most(2);
  });

  it('leaves other areas alone', async () => {
    const before = wall.heard.length;
    await test.as('lea').people.updateProfile({ pronouns: 'she/her' });
    await aTimeout(250);
    expect(wall.heard).to.have.length(before);
  });

  it('lets the element deal with a change itself', async () => {
    wall.handle = true;
    const before = wall.loads;
    await give(test.as('ana'), 'second');
    await waitUntil(() => wall.heard.some((heard) => 'type' in heard && heard.type === 'kudos.given'));
    await aTimeout(250);
    expect(wall.loads).to.equal(before);
  });

  it('drops what it was loading when its arguments change', async () => {
    let aborted = false;
    wall.gate = (signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason);
        }),
      );
    void wall.kudos.reload();
    await aTimeout(20);
    wall.gate = () => Promise.resolve();
    wall.receiver = 'layla';
    await waitUntil(() => wall.kudos.data?.length === 0);
    expect(aborted).to.equal(true);
    expect(wall.kudos.error).to.equal(undefined);
  });

  it('waits while there is nothing to ask for', async () => {
    const before = wall.loads;
    wall.receiver = undefined;
    await aTimeout(20);
    expect(wall.loads).to.equal(before);
    expect(wall.kudos.pending).to.equal(false);
  });

  it('keeps showing what it has while it refreshes, and when that fails', async () => {
    wall.gate = () => Promise.reject(new Error('broken'));
    const done = wall.kudos.reload();
    expect(wall.kudos.stale).to.equal(true);
    await done;
    await wall.updateComplete;
    expect(wall.kudos.error?.code).to.equal('internal');
    expect(messages(wall)).to.deep.equal(['first']);
  });

  it('says what happened and tries again on demand', async () => {
    wall.gate = () => Promise.reject(new Error('broken'));
    wall.receiver = 'layla';
    await waitUntil(() => wall.shadowRoot?.querySelector('[role=alert]'));
    wall.gate = () => Promise.resolve();
    wall.shadowRoot?.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    await waitUntil(() => wall.shadowRoot?.querySelector('ul'));
  });

  it('changes its view at once and takes it back', async () => {
    const undo = wall.kudos.mutate((items) => items.slice(1));
    await wall.updateComplete;
    expect(messages(wall)).to.deep.equal([]);
    undo();
    await wall.updateComplete;
    expect(messages(wall)).to.deep.equal(['first']);
  });

  it('does not take back what is newer', async () => {
    const undo = wall.kudos.mutate((items) => items.slice(1));
    await wall.kudos.reload();
    const fresh = wall.kudos.data;
    undo();
    expect(wall.kudos.data).to.equal(fresh);
  });

  it('stops when it leaves the page, and starts when it comes back', async () => {
    const home = wall.parentElement;
    wall.remove();
    await give(test.as('ana'), 'second');
    await aTimeout(250);
    expect(messages(wall)).to.deep.equal(['first']);
    home?.append(wall);
    await waitUntil(() => messages(wall).length === 2);
  });
});

describe('Command', () => {
  const draft = { receivers: ['ben'], message: 'Thank you.' };
  let test: TestHall;
  let wall: TestWall;
  let keys: string[];
  let lost: number;
  let command: Command<typeof draft, Kudos>;
  beforeEach(async () => {
    test = await testHall();
    wall = await test.hall<TestWall>('ana', html`<test-wall></test-wall>`);
    keys = [];
    lost = 0;
    command = new Command(wall, async (client, input: typeof draft, options) => {
      keys.push(options.key ?? '');
      const kudos = await client.recognition.give(input, options);
      // The answer gets lost after the command has had its effect.
      if (lost-- > 0) throw lostConnection();
      return kudos;
    });
  });
  const wallLength = async () => (await test.as('ben').recognition.list({})).items.length;

  it('has one effect for a double click', async () => {
    const [one, other] = await Promise.all([command.run(draft), command.run(draft)]);
    expect(one?.id).to.equal(other?.id);
    expect(await wallLength()).to.equal(1);
    expect(command.pending).to.equal(false);
  });

  it('has one effect when it is sent again after a lost connection', async () => {
    lost = 2;
    expect(await command.run(draft)).to.equal(undefined);
    expect(command.error?.reason).to.equal('network');
    expect(await command.run(draft)).to.equal(undefined);
    const kudos = await command.run(draft);
    expect(kudos?.message).to.equal(draft.message);
    expect(new Set(keys).size).to.equal(1);
    expect(await wallLength()).to.equal(1);
  });

  it('keeps its key over a reload of the page when the element keeps it', async () => {
    lost = 1;
    await command.run(draft);
    const kept = JSON.stringify(command.unsettled);
    command.unsettled = JSON.parse(kept);
    await command.run(draft);
    expect(await wallLength()).to.equal(1);
  });

  it('takes a new key when the input has changed, and after success', async () => {
    lost = 1;
    await command.run(draft);
    await command.run({ ...draft, message: 'Thank you so much.' });
    await command.run({ ...draft, message: 'Thank you so much.' });
    expect(new Set(keys).size).to.equal(3);
  });

  it('says why it was refused, and takes a new key then', async () => {
    expect(await command.run({ ...draft, receivers: ['ana'] })).to.equal(undefined);
    expect(command.error?.reason).to.equal('kudos.self');
    expect(command.unsettled).to.equal(undefined);
    command.reset();
    expect(command.error).to.equal(undefined);
  });
});

describe('Drafts', () => {
  const isText = (value: unknown): value is { text: string } =>
    typeof value === 'object' && value !== null && 'text' in value;
  const drafts = new Drafts('test', isText);
  afterEach(() => localStorage.clear());

  it('keeps a draft for its viewer alone', () => {
    drafts.write('ana', { text: 'Hello' });
    expect(new Drafts('test', isText).read('ana')).to.deep.equal({ text: 'Hello' });
    expect(drafts.read('ben')).to.equal(undefined);
    drafts.write('ana', undefined);
    expect(drafts.read('ana')).to.equal(undefined);
  });

  it('does not trust what it finds', () => {
    drafts.write('ana', { text: 'Hello' });
    const [key = ''] = Object.keys(localStorage);
    for (const found of [
      '{',
      'null',
      '[]',
      '{"at":1,"draft":{"text":"old"}}',
      `{"at":${Date.now()},"draft":3}`,
    ]) {
      localStorage.setItem(key, found);
      expect(drafts.read('ana'), found).to.equal(undefined);
    }
  });
});

function lostConnection(): Error {
  return Object.assign(new Error('lost'), { name: 'GuildhallError', code: 'unavailable', reason: 'network' });
}

declare global {
  interface HTMLElementTagNameMap {
    'test-wall': TestWall;
  }
}

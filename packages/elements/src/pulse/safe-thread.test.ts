import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { sha256 } from '@guildhall/core/connect';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { CastId, HallOptions, TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { closeDoors, doorTo } from './kept-doors.js';
import { SafeThread } from './safe-thread.js';
import { answersOf, askTeam, personOf, pulseHall, released } from './test-pulse.js';

define(SafeThread);

const DAY = 86_400_000;

describe('safe-thread', () => {
  let test: TestHall;
  let waveId: string;
  let now: number;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
    now = Date.now();
    test = await pulseHall(9, undefined, () => new Date(now));
    const wave = await askTeam(test);
    waveId = wave.id;
    // Ben leaves a door open, in his own browser.
    const hash = sha256(await doorTo('ben', waveId, 'words'));
    for (let index = 0; index < 11; index++) {
      const isBen = personOf(index) === 'ben';
      const words = isBen
        ? 'Nobody asks the night shift.'
        : index < 4
          ? `Words of somebody, ${index}`
          : undefined;
      const answers = answersOf(4, words, isBen ? hash : undefined);
      await test.as(personOf(index)).pulse.answer({ waveId, answers });
    }
    await test.as('lea').pulse.closeWave({ id: waveId });
    await released(test, waveId);
  });
  afterEach(() => closeDoors('ben', waveId));
  const place = (as: CastId, options: HallOptions & { client?: Client } = {}) =>
    test.hall<SafeThread>(as, html`<safe-thread .client=${options.client}></safe-thread>`, options);
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  const send = async (el: Element, text: string) => {
    write(await appears(el, 'textarea'), text);
    await click(el, 'Send');
  };
  /** The next day, when what waits has traveled. */
  const midnight = async () => {
    now += DAY;
    await test.guildhall.tick();
  };

  it('says when there is no conversation, and what went wrong', async () => {
    const none = await place('ana');
    await appears(none, '[part=empty]', 'No conversation yet.');
    await isAccessible(none);
    let broken = true;
    const client = withOperation(test.as('lea'), 'pulse.threads', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place('lea', { client });
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Try again');
    await appears(el, 'blockquote', 'Nobody asks the night shift.');
  });

  it('carries a reply to a writer whom nobody knows and two answers back, once a day', async () => {
    const lea = await place('lea');
    await appears(lea, 'blockquote', 'Nobody asks the night shift.');
    expect(findAll(lea, 'blockquote')).to.have.length(1);
    expect(shown(lea)).to.contain('Messages travel once a day, at midnight UTC');
    await isAccessible(lea);
    await click(lea, 'Reply');
    await waitUntil(() => focused()?.matches('textarea'));
    await appears(lea, 'guild-message-form', 'with your name, Lea Moreau');
    await isAccessible(lea);
    await click(lea, 'Send');
    await appears(lea, '[role=alert]', 'Write something first.');
    await send(lea, 'When would suit the night shift?');
    await appears(lea, 'guild-thread', 'Travels at midnight UTC');
    const ben = await place('ben');
    await appears(ben, 'blockquote', 'Nobody asks the night shift.');
    expect(shown(ben)).not.to.contain('When would suit');
    await midnight();
    await appears(ben, 'guild-thread', 'When would suit the night shift?');
    expect(shown(ben)).to.contain('Lea Moreau');
    for (const text of ['At six in the morning.', 'Or at ten.']) {
      await click(ben, 'Answer');
      await appears(ben, 'guild-message-form', 'without your name');
      await send(ben, text);
      await appears(ben, 'guild-thread', text);
    }
    await isAccessible(ben);
    expect(shown(lea)).not.to.contain('At six');
    await midnight();
    await appears(lea, 'guild-thread', 'Or at ten.');
    expect(shown(lea)).to.contain('At six in the morning.').and.to.contain('The writer');
    expect(shown(lea)).not.to.contain('Ben');
    await isAccessible(lea);
  });

  it('hints at what tells who the writer is, and at nothing for those who write by name', async () => {
    const words = 'As the only one on nights I said so to Frau Weber on 3.4.2026.';
    const ben = await place('ben');
    await click(ben, 'Answer');
    write(await appears(ben, 'textarea'), words);
    const hints = await appears(ben, 'guild-hint-list', '“As the only” may fit you alone');
    expect(shown(hints)).to.contain('“3.4.2026” tells when');
    await isAccessible(ben);
    const lea = await place('lea');
    await click(lea, 'Reply');
    write(await appears(lea, 'textarea'), words);
    expect(findAll(lea, 'guild-hint-list').length).to.equal(0);
  });

  it('shows the latest results first, and earlier ones when the asker wants them', async () => {
    // The first survey of the test has words with an open door; of the six later ones only one has.
    for (let number = 2; number <= 7; number++) {
      now += DAY;
      const { id } = await askTeam(test, { title: `Survey ${String(number)}` });
      const hash = sha256(await doorTo('ben', id, 'words'));
      for (let index = 0; index < 11; index++) {
        const words =
          index < 4 ? (index === 1 ? `Words of survey ${String(number)}` : 'Plain words') : undefined;
        const isOpen = index === 1 && number === 7;
        const answers = answersOf(4, words, isOpen ? hash : undefined);
        await test.as(personOf(index)).pulse.answer({ waveId: id, answers });
      }
      await test.as('lea').pulse.closeWave({ id });
      await released(test, id);
    }
    const lea = await place('lea');
    await appears(lea, 'blockquote', 'Words of survey 7');
    expect(findAll(lea, 'blockquote')).to.have.length(1);
    await isAccessible(lea);
    (await appears(lea, '.earlier button')).focus();
    await sendKeys({ press: 'Enter' });
    await appears(lea, 'blockquote', 'Nobody asks the night shift.');
    expect(findAll(lea, 'blockquote').map(shown)).to.deep.equal([
      'Words of survey 7',
      'Nobody asks the night shift.',
    ]);
    // Nothing is earlier: the button is gone, and the focus is on what came.
    await waitUntil(() => !find(lea, '.earlier') && focused()?.matches('guild-thread .write, .write'));
  });

  it('keeps what is written on both sides', async () => {
    for (const [as, open] of [
      ['lea', 'Reply'],
      ['ben', 'Answer'],
    ] as const) {
      const el = await place(as);
      await click(el, open);
      write(await appears(el, 'textarea'), `Begun by ${as}`);
      const again = await place(as);
      await click(again, open);
      await waitUntil(() => find<HTMLTextAreaElement>(again, 'textarea')?.value === `Begun by ${as}`);
      write(find(again, 'textarea'), '');
    }
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('Begun by ben');
  });

  it('ends a conversation when the asker says so, after asking', async () => {
    const lea = await place('lea');
    await click(lea, 'End the conversation');
    await appears(lea, 'p', 'Nobody can write in it any more.');
    await isAccessible(lea);
    await click(lea, 'End the conversation');
    await appears(lea, 'p', 'Ended');
    const ben = await place('ben');
    await appears(ben, 'p', 'Ended');
    expect(find(ben, '.write')).to.equal(null);
  });

  it('speaks German, runs from right to left, and fits a narrow page', async () => {
    await setViewport({ width: 380, height: 800 });
    const el = await place('lea', { locale: 'de', dir: 'rtl' });
    await appears(el, 'h3', 'Worte mit offener Tür');
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
    await isAccessible(el);
  });
});

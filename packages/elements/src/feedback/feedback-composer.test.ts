import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor, type Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  freshStorage,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { FeedbackComposer } from './feedback-composer.js';
import type { FeedbackForm } from './feedback-form.js';

define(FeedbackComposer);

const WORDS = {
  situation: 'In the retro',
  behavior: 'you let everybody finish',
  impact: 'and we heard the quiet ones',
};

describe('feedback-composer', function () {
  this.timeout(60_000);
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
  });
  afterEach(() => test.guildhall.close());

  const composer = (
    options: {
      client?: Client;
      locale?: string;
      dir?: 'rtl';
      receiver?: string;
      request?: string;
      mode?: string;
    } = {},
  ) =>
    test.hall<FeedbackComposer>(
      'ana',
      html`<feedback-composer
        .client=${options.client}
        .receiver=${options.receiver}
        .requestId=${options.request}
        mode=${options.mode ?? 'give'}
      ></feedback-composer>`,
      { locale: options.locale ?? 'en', ...(options.dir && { dir: options.dir }) },
    );
  const fill = async (el: Element) => {
    for (const [name, words] of Object.entries(WORDS)) write(await appears(el, `#${name}`), words);
  };
  const received = async () => (await test.as('ben').feedback.notes()).items;

  it('gives feedback by keyboard alone, says who reads it, and takes it back', async () => {
    const el = await composer();
    await appears(el, '[role=combobox]');
    await isAccessible(el);
    await tabTo('[role=combobox]');
    await sendKeys({ type: 'ben' });
    await appears(el, '[role=option]', 'Ben Okafor');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.seers', 'Only you and Ben Okafor will read this. Ben Okafor can share it.');
    for (const [name, words] of Object.entries(WORDS)) {
      await tabTo(`#${name}`);
      await sendKeys({ type: words });
    }
    await isAccessible(el);
    await tabTo('#send');
    await sendKeys({ press: 'Enter' });
    await appears(el, '[role=status]', 'Ben Okafor has your feedback.');
    await isAccessible(el);
    const [note] = await received();
    expect(note?.giver.id).to.equal('ana');
    await tabTo('.undo');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#behavior')?.value === WORDS.behavior);
    expect(await received()).to.deep.equal([]);
  });

  it('says what is missing where it is missing, and goes there', async () => {
    const el = await composer({ receiver: 'ben' });
    await appears(el, 'h3', 'Feedback for Ben Okafor');
    (await appears(el, '#send')).click();
    await appears(el, '#situation-note[role=alert]', 'Write something here.');
    await waitUntil(() => find(el, '#situation')?.matches(':focus'));
    await isAccessible(el);
    await fill(el);
    (await appears(el, '#send')).click();
    await appears(el, '[role=status]', 'has your feedback');
    // What is said stays when the page around it renders anew.
    el.requestUpdate();
    await el.updateComplete;
    await find<FeedbackForm>(el, 'guild-feedback-form')?.updateComplete;
    expect(shown(el)).to.contain('has your feedback');
  });

  it('keeps what is written over a reload and a lost connection, and gives it once', async () => {
    let lost = 0;
    const client = withOperation(test.as('ana'), 'feedback.give', async (call) => {
      const given = await call();
      if (lost++) return given;
      throw lostConnection();
    });
    const el = await composer({ receiver: 'ben', client });
    await appears(el, '#situation');
    await fill(el);
    (await appears(el, '#send')).click();
    await appears(el, '[role=alert]', 'connection');
    el.parentElement?.remove();
    const again = await composer({ receiver: 'ben', client });
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#impact')?.value === WORDS.impact);
    (await appears(again, '#send')).click();
    await appears(again, '[role=status]', 'has your feedback');
    expect(await received()).to.have.length(1);
  });

  it('hints at wording without sending a word of it', async () => {
    const sent: string[] = [];
    const client = new Proxy(test.as('ana'), {
      get: (all, area, self) => {
        const verbs: unknown = Reflect.get(all, area, self);
        if (typeof verbs !== 'object' || verbs === null) return verbs;
        return new Proxy(verbs, {
          get: (own, verb, of) => {
            const call: unknown = Reflect.get(own, verb, of);
            if (typeof call !== 'function') return call;
            return (...args: unknown[]) => {
              sent.push(JSON.stringify(args[0] ?? null));
              return Reflect.apply(call, own, args);
            };
          },
        });
      },
    });
    const el = await composer({ receiver: 'ben', client });
    write(await appears(el, '#behavior'), 'You are lazy and the plan was crazy.');
    const hints = await appears(el, 'guild-hint-list');
    await appears(hints, 'li', 'says what somebody is');
    await appears(hints, 'li', 'crazy');
    await isAccessible(el);
    expect(sent.length).to.be.above(0);
    expect(sent.join()).to.not.contain('lazy');
    expect(JSON.stringify({ ...localStorage })).to.not.contain('says what');
    expect(shown(el)).to.contain('These hints stay on this page.');
  });

  it('asks colleagues until a day, and answers a request', async () => {
    const el = await composer({ mode: 'ask' });
    write(await appears(el, '[role=combobox]'), 'lea');
    (await appears(el, '[role=option]', 'Lea')).click();
    write(find(el, '#question'), 'How was the retro?');
    await isAccessible(el);
    (await appears(el, '#send')).click();
    await appears(el, '[role=status]', '1 person is asked.');
    const { id } = await test.as('ben').feedback.request({
      reviewers: ['ana'],
      question: 'How was my talk?',
      dueOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    });
    const answer = await composer({ request: id });
    await appears(answer, '.asked', 'How was my talk?');
    await fill(answer);
    (await appears(answer, '#send')).click();
    await appears(answer, '[role=status]', 'Ben Okafor has your feedback.');
    expect((await test.as('ana').feedback.getRequest({ id })).state).to.equal('answered');
  });

  it('names up to three skills', async () => {
    const names = ['Facilitation', 'Listening', 'Writing'];
    await test.as('ben').people.setSkills({ skills: names.map((skill) => ({ skill, level: 'strong' })) });
    const el = await composer({ receiver: 'ben' });
    await appears(el, '#situation');
    await fill(el);
    for (const name of names) {
      await tabTo('[role=combobox]');
      // One letter: the field chooses by Enter only what was found by all that is written.
      await sendKeys({ type: name.slice(0, 1) });
      await waitUntil(() => findAll(el, '[role=option]').length === 1);
      await appears(el, '[role=option]', name);
      await sendKeys({ press: 'Enter' });
      await appears(el, '.chip', name);
    }
    await isAccessible(el);
    // What was chosen is kept like the words.
    el.parentElement?.remove();
    const again = await composer({ receiver: 'ben' });
    await appears(again, '.chip', 'Writing');
    (await appears(again, '#send')).click();
    await appears(again, '[role=status]', 'has your feedback');
    const [note] = await received();
    const read = await test.as('ben').feedback.markRead({ id: note?.id ?? '' });
    expect(read.content?.skills.map(({ name }) => name)).to.have.members(names);
  });

  it('asks two colleagues about one meeting by keyboard alone', async () => {
    const el = await composer({ mode: 'ask' });
    await appears(el, '[role=combobox]');
    for (const name of ['Ben', 'Lea']) {
      await tabTo('[role=combobox]');
      await sendKeys({ type: name });
      await appears(el, '[role=option]', name);
      await sendKeys({ press: 'Enter' });
      await appears(el, 'guild-person-chip', name);
    }
    await tabTo('#question');
    await sendKeys({ type: 'How did I lead the retro on Tuesday?' });
    await tabTo('#send');
    await sendKeys({ press: 'Enter' });
    await appears(el, '[role=status]', '2 people are asked.');
    const [task] = (await test.as('ben').feedback.requests({ of: 'received' })).items;
    expect(task?.question).to.equal('How did I lead the retro on Tuesday?');
  });

  it('asks about somebody who reports to the viewer, who alone reads the answers', async () => {
    await test.guildhall.as(systemActor).people.sync({
      people: [{ externalId: 'ben', name: 'Ben Okafor', managerExternalId: 'ana' }],
    });
    const el = await composer({ mode: 'ask' });
    (await appears<HTMLInputElement>(el, 'input[value=report]')).click();
    await appears(el, '.seers', 'Only the person whom it is about reads the answers.');
    (await appears(el, '#send')).click();
    await appears(el, '.error', 'Choose whom it is about.');
    await isAccessible(el);
    const pick = async (field: string, name: string) => {
      const picker = await appears(el, field);
      write(find(picker, '[role=combobox]'), name);
      (await appears(picker, '[role=option]', name)).click();
      await appears(picker, 'guild-person-chip', name);
    };
    await pick('#subject', 'Lea');
    await pick('#reviewers', 'Wolfe');
    write(find(el, '#question'), 'How did the release go?');
    (await appears(el, '#send')).click();
    await appears(el, '.error', 'somebody who reports to you');
    (await appears(await appears(await appears(el, '#subject'), 'guild-person-chip'), 'button')).click();
    await pick('#subject', 'Ben');
    await appears(el, '.seers', 'Only Ben Okafor reads the answers.');
    (await appears(el, '#send')).click();
    await appears(el, '[role=status]', 'Their answers go to Ben Okafor.');
    const [asked] = (await test.as('long').feedback.requests({ of: 'received' })).items;
    expect([asked?.subject.id, asked?.requester.id]).to.deep.equal(['ben', 'ana']);
  });

  it('fits a narrow page, German, and right to left', async () => {
    await setViewport({ width: 380, height: 900 });
    const el = await composer({ receiver: 'long', locale: 'de', dir: 'rtl' });
    await appears(el, 'h3', 'Feedback für');
    expect(el.scrollWidth).to.be.at.most(el.clientWidth + 1);
    await isAccessible(el);
  });

  it('says so when the request is gone or the connection is lost', async () => {
    const gone = await composer({ request: 'missing' });
    await appears(gone, '[role=alert]', 'not yours to see');
    const client = withOperation(test.as('ana'), 'people.get', () => Promise.reject(lostConnection()));
    const lost = await composer({ receiver: 'ben', client });
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });
});

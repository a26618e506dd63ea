import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type CastId, type HallOptions, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { IdeaBoard } from './idea-board.js';
import { groupedBoard, ideaOf, openBoard } from './test-board.js';

define(IdeaBoard);

describe('idea-board', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
    test = await testHall();
  });
  const place = (id = '', as: CastId = 'ana', options: HallOptions & { client?: Client } = {}) =>
    test.hall<IdeaBoard>(
      as,
      html`<idea-board board-id=${id} .client=${options.client}></idea-board>`,
      options,
    );
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  const confirm = async (el: Element) =>
    (await appears(await appears(el, 'guild-confirm'), '.button.primary')).click();
  const own = (id: string, as: CastId = 'ana') => test.as(as).pulse.board({ id });

  it('says what a board is when there is none, opens one, and keeps what is written of it', async () => {
    const el = await place();
    await appears(el, '[part=empty]', 'No board yet.');
    await isAccessible(el);
    await click(el, 'Open a board');
    await appears(el, 'h2', 'A new idea board');
    await isAccessible(el);
    await click(el, 'Open the board');
    await appears(el, '[role=alert]', 'Say what it is about.');
    write(find(el, '#title'), 'Retrospective');
    write(find(el, '#question'), 'What should we do differently?');
    const again = await place();
    await click(again, 'Open a board');
    await waitUntil(() => find<HTMLInputElement>(again, '#title')?.value === 'Retrospective');
    await click(again, 'Open the board');
    await appears(again, 'h2', 'Retrospective');
    expect(shown(again)).to.contain('Fewer than 5 people can write here.');
    const { items } = await test.as('ben').pulse.boards({});
    expect(items.map(({ title, votesEach }) => [title, votesEach])).to.deep.equal([['Retrospective', 3]]);
    await isAccessible(again);
  });

  it('lists boards, opens one by the keyboard, and goes back to where it was', async () => {
    await openBoard(test);
    const el = await place('', 'ben');
    await appears(el, 'li', 'Collecting ideas');
    await isAccessible(el);
    await tabTo('button.name');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'textarea');
    await waitUntil(() => focused()?.textContent?.includes('All boards'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('button.name'));
    el.addEventListener('guild-board-open', (event) => event.preventDefault());
    await click(el, 'Retrospective');
    await el.updateComplete;
    expect(find(el, 'guild-idea-board')).to.equal(null);
  });

  it('hints at what tells who wrote an idea, before it is sent and without sending it', async () => {
    const { id } = await openBoard(test);
    const el = await place(id, 'ben');
    write(
      await appears(el, 'textarea'),
      'As the only night nurse I told @grace on Monday that this is crazy.',
    );
    const hints = await appears(el, 'guild-hint-list', '“As the only” may fit you alone');
    for (const said of ['“@grace” names an account', '“Monday” tells when', '“crazy”'])
      expect(shown(hints)).to.contain(said);
    await isAccessible(el);
    expect((await own(id)).ideas).to.deep.equal([]);
    await click(el, 'Add it');
    await appears(el, '.own li', 'As the only night nurse');
    await waitUntil(() => shown(hints) === '');
  });

  it('says what went wrong, and tries again', async () => {
    const { id } = await openBoard(test);
    let broken = true;
    const client = withOperation(test.as('ana'), 'pulse.board', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(id, 'ana', { client });
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Try again');
    await appears(el, 'h2', 'Retrospective');
    const gone = await place('nothing');
    await appears(gone, '[role=alert]');
  });

  it('collects silently: an idea is kept while it is written, shown to its writer alone, and taken back', async () => {
    const { id } = await openBoard(test);
    const el = await place(id, 'ben');
    await isAccessible(el);
    write(await appears(el, 'textarea'), 'Fewer <b>meetings</b>');
    const again = await place(id, 'ben');
    await waitUntil(() => find<HTMLTextAreaElement>(again, 'textarea')?.value === 'Fewer <b>meetings</b>');
    await click(again, 'Add it');
    await appears(again, 'li', 'Fewer <b>meetings</b>');
    expect(find<HTMLTextAreaElement>(again, 'textarea')?.value).to.equal('');
    const lead = await place(id);
    await appears(lead, 'textarea');
    expect(shown(lead)).not.to.contain('<b>');
    await isAccessible(again);
    await click(again, 'Take back');
    await waitUntil(() => !shown(again).includes('<b>'));
    expect((await test.as('ana').pulse.startGrouping({ id })).ideas).to.deep.equal([]);
    await appears(again, 'p', 'Nobody has written an idea.');
  });

  it('keeps an idea in the field when it cannot be sent, and sends it once', async () => {
    const { id } = await openBoard(test);
    let broken = true;
    const client = withOperation(test.as('ben'), 'pulse.post', async (call) => {
      const posted = await call();
      if (broken) throw lostConnection();
      return posted;
    });
    const el = await place(id, 'ben', { client });
    write(await appears(el, 'textarea'), 'Once');
    await click(el, 'Add it');
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Add it');
    await appears(el, 'li', 'Once');
    write(find(el, 'textarea'), 'Another');
    await click(el, 'Add it');
    await appears(el, 'li', 'Another');
    const { ideas } = await test.as('ana').pulse.startGrouping({ id });
    expect(ideas.map(({ text }) => text)).to.have.members(['Once', 'Another']);
  });

  it('groups by the keyboard: takes an idea, goes to another, puts it down, names the group', async () => {
    const board = await groupedBoard(test);
    const el = await place(board.id);
    await appears(el, 'li', 'Fewer meetings');
    await isAccessible(el);
    await tabTo('[aria-label="Take “Fewer meetings”"]');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.carry', 'Arrow keys lead to the places');
    await isAccessible(el);
    const wanted = '[aria-label="Group with this: “Meetings with an agenda”"]';
    for (let presses = 0; presses < 5 && !focused()?.matches(wanted); presses++)
      await sendKeys({ press: 'ArrowDown' });
    expect(focused()?.matches(wanted)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(async () => (await own(board.id)).groups.length === 1);
    await waitUntil(() => focused()?.matches('.grip[data-idea]'));
    const name = await appears<HTMLInputElement>(el, 'input.name');
    write(name, 'Meetings');
    await waitUntil(async () => (await own(board.id)).groups[0]?.title === 'Meetings');
    await isAccessible(el);
    find(el, '[aria-label="Take “Pair on releases”"]')?.click();
    await appears(el, '.target', 'Put it here');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !find(el, '.carry'));
    expect(focused()?.matches('[aria-label="Take “Pair on releases”"]')).to.equal(true);
    find(el, '[aria-label="Take “Fewer meetings”"]')?.click();
    await click(el, 'Take it out of the group');
    await waitUntil(async () => (await own(board.id)).groups[0]?.ideaIds.length === 1);
  });

  it('groups by dragging', async () => {
    const board = await groupedBoard(test);
    const el = await place(board.id);
    await appears(el, 'li', 'Fewer meetings');
    const item = (text: string) => findAll(el, 'li.idea').find((each) => shown(each).includes(text));
    const dataTransfer = new DataTransfer();
    item('Fewer meetings')?.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
    await appears(el, '.carry');
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    item('Pair on releases')?.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    item('Pair on releases')?.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
    await waitUntil(async () => (await own(board.id)).groups.length === 1);
    const { groups } = await own(board.id);
    expect(groups[0]?.ideaIds).to.have.members([
      ideaOf(board, 'Fewer meetings'),
      ideaOf(board, 'Pair on releases'),
    ]);
  });

  it('shows others what the one who leads it groups, live, and lets them move nothing', async () => {
    const board = await groupedBoard(test);
    const el = await place(board.id, 'ben');
    await appears(el, 'p', 'Ana Ruiz puts ideas that belong together into groups.');
    expect(find(el, '.grip')).to.equal(null);
    await test.as('ana').pulse.groupIdeas({
      boardId: board.id,
      title: 'Calm',
      ideaIds: [ideaOf(board, 'Fewer meetings'), ideaOf(board, 'Pair on releases')],
    });
    await appears(el, 'h3', 'Calm');
    await isAccessible(el);
  });

  it('votes silently, no more than each has, and shows totals at the end', async () => {
    const board = await groupedBoard(test);
    const grouped = await test.as('ana').pulse.groupIdeas({
      boardId: board.id,
      title: 'Meetings',
      ideaIds: [ideaOf(board, 'Fewer meetings'), ideaOf(board, 'Meetings with an agenda')],
    });
    await test.as('ana').pulse.startVoting({ id: board.id });
    const el = await place(board.id, 'ben');
    await appears(el, '[role=status]', '3 votes left of 3');
    await isAccessible(el);
    const plus = await appears(el, '[aria-label="One vote for “Meetings”"]');
    for (let times = 0; times < 5; times++) plus.click();
    await appears(el, '[role=status]', 'All your votes are given.');
    const groupId = grouped.groups[0]?.id ?? '';
    await waitUntil(async () => (await own(board.id, 'ben')).myVotes[groupId] === 3);
    find(el, '[aria-label="One vote less for “Meetings”"]')?.click();
    await appears(el, '[role=status]', '1 vote left of 3');
    await waitUntil(async () => (await own(board.id, 'ben')).myVotes[groupId] === 2);
    expect((await own(board.id, 'ana')).myVotes).to.deep.equal({});
    const lead = await place(board.id);
    await click(lead, 'End the vote');
    await appears(lead, 'p', 'who voted for what is deleted');
    await confirm(lead);
    const [first] = [await appears(lead, 'li.card', '2 votes')];
    expect(shown(first)).to.contain('Meetings');
    await appears(el, 'h3', 'What got votes');
    await isAccessible(lead);
  });

  it('decides actions with owner and day, says when one is done, and stays nameless when closed', async () => {
    const board = await groupedBoard(test);
    await test.as('ana').pulse.startVoting({ id: board.id });
    await test.as('ana').pulse.endVoting({ id: board.id });
    const el = await place(board.id);
    await click(el, 'Add an action');
    await isAccessible(el);
    await click(el, 'Add an action');
    await appears(el, '[role=alert]', 'Say what will be done.');
    write(find(el, '#title'), 'Write the checklist');
    write(find(el, '#dueOn'), '2030-03-31');
    const picker = find(el, 'guild-person-picker');
    write(picker && find(picker, 'input'), 'Ben');
    (await appears(el, '[role=option]', 'Ben Okafor')).click();
    await click(el, 'Add an action');
    await appears(el, 'li', 'Write the checklist');
    const [action] = (await own(board.id)).actions;
    expect([action?.owner?.id, action?.dueOn]).to.deep.equal(['ben', '2030-03-31']);
    await click(el, 'Close the board');
    await confirm(el);
    await appears(el, 'p', 'Closed');
    const bens = await place(board.id, 'ben');
    (await appears(bens, '[aria-label="“Write the checklist” is done"]')).click();
    await waitUntil(async () => (await own(board.id)).actions[0]?.state === 'done');
    await appears(bens, 'button', 'Take up again');
    await isAccessible(bens);
    const cards = findAll(bens, 'li.card').map(shown).join(' ');
    for (const name of ['Ana', 'Ben', 'Wolfe']) expect(cards).not.to.contain(name);
  });

  it('speaks German, runs from right to left, and fits a narrow page', async () => {
    await setViewport({ width: 380, height: 800 });
    const board = await groupedBoard(test);
    const el = await place(board.id, 'ana', { locale: 'de', dir: 'rtl' });
    await appears(el, 'p', 'Leg zusammen, was zusammengehört');
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
    await isAccessible(el);
  });
});

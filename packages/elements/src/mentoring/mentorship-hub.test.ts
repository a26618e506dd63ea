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
import { MentorshipHub } from './mentorship-hub.js';
import { askAndAccept, openProgram, pairUp, signBoth, sticksOut } from './test-program.js';
import { waitUntil } from '../internal/test-until.js';

define(MentorshipHub);

describe('mentorship-hub', () => {
  let test: TestHall;
  let id: string;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
    test = await testHall();
    id = await askAndAccept(test);
  });
  const place = (mentorshipId = id, client?: Client, options: HallOptions = {}, as: CastId = 'ana') =>
    test.hall<MentorshipHub>(
      as,
      html`<mentorship-hub mentorship-id=${mentorshipId} .client=${client}></mentorship-hub>`,
      options,
    );
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  const own = (as: CastId = 'ana') => test.as(as).mentoring.mentorship({ id });
  const signed = () => signBoth(test, id);
  const completed = async () => {
    await signed();
    for (const as of ['ana', 'ben'] as const)
      await test.as(as).mentoring.complete({ id, reflection: { text: `Good, says ${as}` } });
  };

  it('lists the mentorships with what each asks for, and opens one by the keyboard', async () => {
    const el = await place('');
    await appears(el, 'li', 'Ben Okafor');
    expect(shown(el)).to.contain('your mentor').and.to.contain('Read the agreement and sign');
    await isAccessible(el);
    await tabTo('button.name');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'h2', 'Ben Okafor');
    await waitUntil(() => focused()?.textContent?.includes('All your mentorships'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('button.name'));
    el.addEventListener('guild-mentorship-open', (event) => event.preventDefault());
    await click(el, 'Ben Okafor');
    await el.updateComplete;
    expect(find(el, 'guild-mentorship')).to.equal(null);
  });

  it('says when there is none, and what went wrong', async () => {
    const el = await test.hall<MentorshipHub>('lea', html`<mentorship-hub></mentorship-hub>`);
    await appears(el, '[part=empty]', 'You have no mentorship yet.');
    await isAccessible(el);
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.mentorships', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const lost = await place('', client);
    await appears(lost, '[role=alert]', 'connection');
    broken = false;
    await click(lost, 'Try again');
    await appears(lost, 'li', 'Ben Okafor');
    const gone = await place('nothing');
    await appears(gone, '[role=alert]', 'This mentorship is gone, or it is not yours to see.');
  });

  it('shows the agreement to be read and signed, and who has signed', async () => {
    const el = await place();
    await appears(el, 'h3', 'Your agreement');
    await isAccessible(el);
    expect(shown(el)).to.contain('Sessions count once both of you have signed.');
    await click(el, 'I agree');
    await appears(el, 'p', 'Waiting for Ben Okafor.');
    expect((await own()).agreement.signed.map(({ person }) => person.id)).to.deep.equal(['ana']);
    await test.as('ben').mentoring.sign({ id });
    await waitUntil(() => !shown(el).includes('Waiting for'));
    await appears(el, 'h3', 'Looking back');
    await isAccessible(el);
  });

  it('sets a goal, says how far it has come, changes it and lets it go', async () => {
    await signed();
    const el = await place();
    await appears(el, 'p', 'What do you want to be able to do when this ends?');
    await click(el, 'Add a goal');
    await waitUntil(() => focused()?.id === 'title');
    await click(el, 'Save');
    await appears(el, '[role=alert]', 'Say it in a few words.');
    write(find(el, '#title'), 'End on time');
    write(find(el, '#dueOn'), '2030-03-31');
    await click(el, 'Save');
    await appears(el, 'li', 'End on time');
    await appears(el, 'li', 'by March 31, 2030');
    const range = find<HTMLInputElement>(el, 'input[type=range]');
    range?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await appears(el, 'output', '5 %');
    await waitUntil(async () => (await own()).goals[0]?.progress === 5);
    await isAccessible(el);
    find(el, '[aria-label="Change “End on time”"]')?.click();
    write(await appears(el, '#title'), 'End early');
    await click(el, 'Save');
    await appears(el, 'li', 'End early');
    find(el, '[aria-label="Change “End early”"]')?.click();
    await click(el, 'Let it go');
    await appears(el, 'li', 'let go');
    expect((await own()).goals[0]?.state).to.equal('dropped');
    await click(el, 'Take it up again');
    await waitUntil(async () => (await own()).goals[0]?.state === 'open');
  });

  it('settles a promise, lets it be taken back, and says how often it was carried on', async () => {
    await signed();
    const past = { mentorshipId: id, start: new Date(Date.now() - 3_600_000).toISOString(), timeZone: 'UTC' };
    const { id: first } = await test.as('ben').mentoring.scheduleSession({ ...past, title: 'First' });
    await test.as('ben').mentoring.logSession({
      id: first,
      held: true,
      commitments: [{ text: 'Watch the round', ownerId: 'ben' }],
    });
    const { id: second } = await test.as('ben').mentoring.scheduleSession({ ...past, title: 'Second' });
    await test.as('ben').mentoring.logSession({ id: second, held: true });
    const el = await place();
    await appears(el, '.tick', 'Watch the round');
    expect(shown(find(el, '.tick') ?? el)).to.contain('Ben Okafor · carried on once');
    const state = async () =>
      (await test.as('ana').mentoring.commitments({ mentorshipId: id })).items[0]?.state;
    find(el, '.tick input')?.click();
    await waitUntil(async () => (await state()) === 'kept');
    await appears(el, '.gone', 'Watch the round');
    find(el, '.gone input')?.click();
    await waitUntil(async () => (await state()) === 'open');
  });

  it('shows the plan, and plans the step that comes next', async () => {
    id = await pairUp(test, await openProgram(test));
    await signed();
    const el = await place();
    await appears(el, '[aria-current=step]', 'Getting to know each other');
    await click(el, 'Plan this one');
    await waitUntil(() => findAll<HTMLInputElement>(el, '#title')[0]?.value === 'Getting to know each other');
    write(find(el, '#day'), '2027-06-06');
    write(find(el, '#time'), '10:00');
    await click(el, 'Plan it');
    await appears(el, '[aria-current=step]', 'A goal of your own');
    await appears(el, '.plan li', 'planned');
  });

  it('keeps a reflection to oneself or shares it, as was chosen and said', async () => {
    await signed();
    const el = await place();
    await click(el, 'Write a reflection');
    await waitUntil(() => focused()?.matches('textarea'));
    await appears(el, '.seers', 'Only you read this.');
    write(await appears(el, 'textarea'), 'I talk too much.');
    await isAccessible(el);
    await click(el, 'Save');
    await appears(el, 'li', 'I talk too much.');
    await click(el, 'Write a reflection');
    (await appears(el, 'label', 'Both of us')).querySelector('input')?.click();
    await appears(el, '.seers', 'You and Ben Okafor read this. Nobody else does.');
    write(await appears(el, 'textarea'), 'We laugh a lot.');
    await click(el, 'Save');
    await appears(el, 'li', 'We laugh a lot.');
    const theirs = await place(id, undefined, {}, 'ben');
    await appears(theirs, 'li', 'We laugh a lot.');
    expect(shown(theirs)).to.not.contain('I talk too much.');
    expect(shown(theirs)).to.contain('Ana Ruiz');
  });

  it('offers to look back on a session that was just written down, and ties the words to it', async () => {
    await signed();
    const start = new Date(Date.now() - 3_600_000).toISOString();
    const { id: sessionId } = await test
      .as('ben')
      .mentoring.scheduleSession({ mentorshipId: id, start, timeZone: 'UTC', title: 'First' });
    const el = await place();
    await click(el, 'Note how it went');
    (await appears(el, 'label', 'We met')).querySelector('input')?.click();
    await click(el, 'Save');
    await appears(el, 'p', '“First” is over.');
    await click(el, 'Write a reflection');
    write(await appears(el, 'textarea'), 'Questions beat answers.');
    await click(el, 'Save');
    await appears(el, 'li', 'Questions beat answers.');
    await waitUntil(() => !shown(el).includes('“First” is over.'));
    const { items } = await test.as('ana').mentoring.reflections({ mentorshipId: id });
    expect(items[0]?.sessionId).to.equal(sessionId);
  });

  it('sends feedback that the other reads, and keeps a draft when the connection is lost', async () => {
    await signed();
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.giveFeedback', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const first = await place(id, client);
    await click(first, 'Tell Ben Okafor how it works for you');
    await appears(first, '.seers', 'Only Ben Okafor reads this.');
    write(await appears(first, '#helped'), 'You listen.');
    write(await appears(first, '#wish'), 'More examples.');
    await click(first, 'Send it to Ben Okafor');
    await appears(first, '[role=alert]', 'connection');
    first.closest('guild-hall')?.remove();
    const el = await place(id, client);
    await click(el, 'Tell Ben Okafor how it works for you');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#helped')?.value === 'You listen.');
    broken = false;
    await click(el, 'Send it to Ben Okafor');
    await appears(el, 'li', 'You to Ben Okafor');
    const theirs = await place(id, undefined, {}, 'ben');
    await appears(theirs, 'li', 'More examples.');
  });

  it('rests, and goes on', async () => {
    await signed();
    const el = await place();
    await click(el, 'Pause');
    await waitUntil(() => focused()?.id === 'until');
    await isAccessible(el);
    await click(el, 'Pause it');
    await appears(el, '.banner', 'Paused until');
    expect((await own()).state).to.equal('paused');
    await click(el, 'Go on');
    await waitUntil(() => !find(el, '.banner'));
    expect((await own()).state).to.equal('active');
  });

  it('ends early without blame: the other reads no reason, those who run the program do', async () => {
    id = await pairUp(test, await openProgram(test));
    await signed();
    const sent: unknown[] = [];
    const client = withOperation(
      test.as('ana'),
      'mentoring.endEarly',
      (call, input) => (sent.push(input), call()),
    );
    const el = await place(id, client);
    await click(el, 'End early');
    await appears(el, '.seers', 'Ben Okafor only reads that it has ended.');
    const send = await appears(el, 'button', 'End the mentorship');
    expect(send.ariaDisabled).to.equal('true');
    send.click();
    await waitUntil(() => focused()?.getAttribute('name') === 'reason', 'it goes to what is missing');
    expect(sent).to.have.length(0);
    (await appears(el, 'label', 'We are not the right fit')).querySelector('input')?.click();
    write(find(el, '#note'), 'Somebody from sales, perhaps.');
    await isAccessible(el);
    await click(el, 'End the mentorship');
    await appears(el, '.banner', 'This mentorship has ended.');
    const theirs = await place(id, undefined, {}, 'ben');
    await appears(theirs, '.banner', 'It was worth trying.');
    expect(shown(theirs)).to.not.match(/right fit|sales/);
    expect(JSON.stringify(await own('ben'))).to.not.match(/notRightFit|sales/);
  });

  it('is completed by both, thanks in begun words, and nothing is sent before one sends it', async () => {
    await signed();
    await test.as('ben').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong' }] });
    // Nobody else has named the second one: it stays between the two.
    await test.as('ana').mentoring.setGoal({ mentorshipId: id, title: 'End on time', skill: 'Facilitation' });
    await test.as('ana').mentoring.setGoal({ mentorshipId: id, title: 'Say no', skill: 'Being brave' });
    for (const { id: goalId } of (await own()).goals)
      await test.as('ana').mentoring.checkIn({ mentorshipId: id, goalId, progress: 100 });
    await test.as('ben').mentoring.complete({ id, reflection: { text: 'I learned to wait.' } });
    const el = await place();
    await appears(el, '.banner', 'It is coming to its end');
    await click(el, 'Complete it');
    await waitUntil(() => focused()?.id === 'closing');
    await appears(el, '.seers', 'Ben Okafor reads this, and nobody else.');
    write(find(el, '#closing'), 'My meetings end on time.');
    await click(el, 'Complete the mentorship');
    await appears(el, '.banner', 'You have completed this together.');
    await appears(el, 'li', 'I learned to wait.');
    await isAccessible(el);
    await click(el, 'Thank Ben Okafor');
    await waitUntil(
      () => find<HTMLTextAreaElement>(el, '#message')?.value === 'Thank you for being my mentor.',
      'the words are begun',
      { timeout: 5000 },
    );
    expect((await test.as('ana').recognition.list({})).items).to.have.length(0);
    await appears(el, 'guild-person-chip', 'Ben Okafor');
    await appears(el, 'p', 'Thanks for: Our mentorship');
    expect(find(el, '#url')).to.equal(null);
    await isAccessible(el);
    find(el, '#send')?.click();
    await waitUntil(async () => (await test.as('ana').recognition.list({})).items.length === 1);
    const [kudos] = (await test.as('ana').recognition.list({})).items;
    expect(kudos?.message).to.equal('Thank you for being my mentor.');
    expect(kudos?.ref).to.deep.include({ kind: 'mentorship', id });
    expect(kudos?.skills.map(({ name }) => name)).to.deep.equal(['Facilitation']);
    expect(kudos?.impact).to.equal('Reached together: End on time and Say no');
    const theirs = await place(id, undefined, {}, 'ben');
    await click(theirs, 'Thank Ana Ruiz');
    await waitUntil(() => find<HTMLTextAreaElement>(theirs, '#message')?.value.includes('learn with you'));
    expect(find<HTMLInputElement>(theirs, '#impact')?.value, 'her goals are hers to tell of').to.equal('');
  });

  it('tells a story only with the consent of both, and takes it back with either', async () => {
    await completed();
    const el = await place();
    await click(el, 'Write it');
    write(await appears(el, '#title'), 'Five minutes earlier');
    write(await appears(el, '#text'), 'We counted who spoke.');
    await appears(el, '.seers', 'public only once all of you agree');
    await isAccessible(el);
    await click(el, 'Ask Ben Okafor to agree');
    await appears(el, '.seers', 'It appears once all of you agree.');
    const stories = async () => (await test.as('lea').mentoring.stories({})).items.length;
    expect(await stories()).to.equal(0);
    const theirs = await place(id, undefined, {}, 'ben');
    await click(theirs, 'I agree that everyone can read it');
    await appears(theirs, '.seers', 'Everyone can read it.');
    expect(await stories()).to.equal(1);
    await appears(el, '.seers', 'Everyone can read it.');
    await click(el, 'Take my consent back');
    await appears(el, '.seers', 'It is not public any more.');
    expect(await stories()).to.equal(0);
  });

  it('shows a mentor whom they mentor, and text as text', async () => {
    await signed();
    await test.as('ben').mentoring.setGoal({ mentorshipId: id, title: '<img src=x onerror=alert(1)>' });
    const el = await place(id, undefined, {}, 'ben');
    await appears(el, 'h2', 'Ana Ruiz');
    await appears(el, 'h3', 'What Ana Ruiz asked for');
    await appears(el, 'li', '<img src=x');
    expect(find(el, 'img')).to.equal(null);
  });

  for (const [locale, dir] of [
    ['de', 'ltr'],
    ['en', 'rtl'],
  ] as const)
    it(`fits on a narrow page in ${locale}, ${dir}, and is accessible there`, async () => {
      await setViewport({ width: 380, height: 800 });
      await signed();
      const word = 'Donaudampfschifffahrtsgesellschaftskapitänsnachwuchsförderung';
      await test.as('ben').mentoring.setGoal({ mentorshipId: id, title: word });
      await test.as('ben').mentoring.reflect({ mentorshipId: id, text: word, visibility: 'pair' });
      const el = await place(id, undefined, { locale, dir });
      await appears(el, 'li', word);
      await waitUntil(() => findAll(el, 'li').filter((each) => shown(each).includes(word)).length === 2);
      expect(sticksOut(el)).to.deep.equal([]);
      expect(shown(el)).to.not.contain('undefined');
      await isAccessible(el);
    });
});

import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { DAY, story, syncCast, type OpenWorld, type Test, type World } from './world.js';

/** A mentor in the sought skill, with her offer open. */
interface Mentor {
  places?: number;
  skill?: string;
  level?: 'learning' | 'working' | 'strong' | 'teaching';
}

/** Stories of finding a mentor on one's own, and of being asked. */
export function finderStories(test: Test, open: OpenWorld): void {
  findStories(test, open);
  requestStories(test, open);
}

/** The cast without its roles, and Facilitation in the catalog; gives the id of the skill. */
async function openMentors(world: World, mentors: Record<string, Mentor>): Promise<string> {
  await syncCast(world);
  for (const [person, { places = 1, skill = 'Facilitation', level = 'strong' }] of Object.entries(mentors)) {
    await world.as(person).people.setSkills({ skills: [{ skill, level }] });
    await world.as(person).mentoring.setOffer({ open: true, capacity: places });
  }
  const { items } = await world.as('ben').people.skills({ text: 'Facilitation' });
  return items[0]?.id ?? 'none';
}

function findStories(test: Test, open: OpenWorld): void {
  const found = async (world: World, viewer: string, asked: object = {}) =>
    (await world.as(viewer).mentoring.findMentors(asked)).items.map((one) => one.person.id);

  test(
    'a mentor is found by skill, language and kind while the offer is open, and never by herself',
    story(open, async (world) => {
      const skill = await openMentors(world, {
        dana: {},
        max: { level: 'learning' },
        ana: { skill: 'Chess' },
      });
      await world.as('dana').people.updateProfile({ languages: ['de-CH', 'en'] });
      assert.deepEqual(await found(world, 'ben', { skill }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { text: 'facilitation' }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { text: 'dana' }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { language: 'de' }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { language: 'fr' }), []);
      assert.deepEqual(await found(world, 'ben', { kind: 'coaching' }), []);
      assert.deepEqual((await found(world, 'ben')).sort(), ['ana', 'dana', 'max']);
      assert.deepEqual(await found(world, 'dana', { skill }), []);
      const about = 'Ask me about running large meetings';
      await world
        .as('dana')
        .mentoring.setOffer({ open: true, capacity: 1, kinds: ['coaching'], oneOff: false, about });
      assert.deepEqual(await found(world, 'ben', { kind: 'coaching' }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { text: 'large meetings' }), ['dana']);
      assert.deepEqual(await found(world, 'ben', { skill, oneOff: true }), []);
      await world.as('dana').mentoring.setOffer({ open: false, capacity: 1 });
      assert.deepEqual(await found(world, 'ben', { skill }), []);
      await assert.rejects(
        world.as('ben').mentoring.mentor({ personId: 'dana' }),
        refused('not_found', 'mentor.unknown'),
      );
    }),
  );

  test(
    'a card says why the mentor appears, and its points add up',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: { places: 2 } });
      const [card] = (await world.as('ben').mentoring.findMentors({ skill })).items;
      assert.ok(card);
      assert.deepEqual(
        [card.person.name, card.department, card.left, card.skills.map(({ skill: { name } }) => name)],
        ['Dana Whitfield', 'Operations', 2, ['Facilitation']],
      );
      assert.equal(
        card.reasons.reduce((sum, { points }) => sum + points, 0),
        card.score,
      );
      const evidenceOf = (criterion: string, of: typeof card) =>
        of.reasons.find((reason) => reason.criterion === criterion)?.evidence;
      assert.deepEqual(evidenceOf('wantedSkill', card), { skill: 'Facilitation', level: 'strong' });
      assert.deepEqual(evidenceOf('exposure', card), { requests: 0, left: 2 });
      const { id } = await world.as('lea').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      await world.as('dana').mentoring.respond({ id, accept: true });
      const own = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      const later = await world.as('ben').mentoring.mentor({ personId: 'dana' });
      assert.deepEqual(evidenceOf('exposure', later), { requests: 1, left: 1 });
      assert.ok(later.score < card.score, 'whoever is asked much comes later');
      assert.deepEqual([later.left, later.requestId], [1, own.id]);
    }),
  );

  test(
    'among equals another comes first for another person',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: {}, max: {}, jon: {} });
      const viewers = Array.from({ length: 12 }, (_, n) => `viewer-${n}`);
      const people = viewers.map((id) => ({ id, externalId: id, name: id, department: 'Support' }));
      await world.as(systemActor).people.sync({ people });
      const firsts = await Promise.all(
        viewers.map(async (viewer) => (await found(world, viewer, { skill }))[0]),
      );
      assert.deepEqual([...new Set(firsts)].sort(), ['dana', 'jon', 'max']);
    }),
  );

  test(
    'nobody of the own reporting line is found or asked, however far up or down',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: {}, chidi: {}, lea: {} });
      const line = { dana: null, chidi: 'e-dana', ben: 'e-chidi', lea: 'e-dana' };
      const people = Object.entries(line).map(([id, managerExternalId]) => ({
        ...{ externalId: `e-${id}`, managerExternalId },
        name: id,
      }));
      await world.as(systemActor).people.sync({ people });
      assert.deepEqual(await found(world, 'ben', { skill }), ['lea']);
      assert.deepEqual(await found(world, 'dana', { skill }), []);
      for (const [mentee, mentorId] of [
        ['ben', 'dana'],
        ['dana', 'chidi'],
      ] as const)
        await assert.rejects(
          world.as(mentee).mentoring.request({ mentorId, ask: 'Please' }),
          refused('forbidden', 'mentor.ownLine'),
        );
    }),
  );

  test(
    'what a person hides finds nobody, and those who leave are gone',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: {}, max: {} });
      await world.as('dana').people.updateProfile({ visibility: { skills: 'me', languages: 'me' } });
      assert.deepEqual(await found(world, 'ben', { skill }), ['max']);
      const [card] = (await world.as('ben').mentoring.findMentors({ text: 'Dana' })).items;
      assert.deepEqual([card?.skills, card?.languages], [[], []]);
      assert.equal(
        card?.reasons.find(({ criterion }) => criterion === 'wantedSkill')?.evidence['skill'],
        undefined,
      );
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-max', name: 'Max Moll', status: 'departed' }] });
      assert.deepEqual(await found(world, 'ben', { skill }), []);
    }),
  );

  test(
    'in reverse, those below in grade and stronger in the skill are found',
    story(open, async (world) => {
      const skill = await openMentors(world, { ana: {}, lea: {}, max: {}, chidi: { level: 'working' } });
      await world.as('dana').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'working' }] });
      const grades = { dana: 'G9', ana: 'G5', lea: 'G9', chidi: 'G4' };
      await world.as(systemActor).people.sync({
        people: Object.entries(grades).map(([id, grade]) => ({ externalId: `e-${id}`, name: id, grade })),
      });
      assert.deepEqual(await found(world, 'dana', { skill, direction: 'reverse' }), ['ana']);
      assert.deepEqual((await found(world, 'dana', { skill, direction: 'forward' })).sort(), ['lea', 'max']);
      await world.as('ana').mentoring.setOffer({ open: true, capacity: 1, direction: 'forward' });
      assert.deepEqual(await found(world, 'dana', { skill, direction: 'reverse' }), []);
    }),
  );

  test(
    'a page follows the other, and whoever is asked much comes later',
    story(open, async (world) => {
      const skill = await openMentors(world, { ana: {}, lea: {}, max: {}, dana: {}, jon: {} });
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const step = await world
          .as('ben')
          .mentoring.findMentors({ skill, limit: 2, ...(after && { after }) });
        seen.push(...step.items.map((one) => one.person.id));
        if ((after = step.next) === undefined) break;
      }
      assert.deepEqual(seen.toSorted(), ['ana', 'dana', 'jon', 'lea', 'max']);
      assert.deepEqual(await found(world, 'ben', { skill }), seen, 'the same for the same person');
      for (const mentee of ['chidi', 'lea'])
        await world
          .as(mentee)
          .mentoring.request({ mentorId: seen[0] === 'lea' ? 'ana' : (seen[0] ?? ''), ask: 'Please' });
      const asked = seen[0] === 'lea' ? 'ana' : seen[0];
      assert.equal((await found(world, 'ben', { skill })).at(-1), asked);
      await assert.rejects(
        world.as('ben').mentoring.findMentors({ after: 'nonsense' }),
        refused('invalid', 'input.invalid'),
      );
    }),
  );
}

function requestStories(test: Test, open: OpenWorld): void {
  const MENTORS = ['ana', 'lea', 'chidi', 'dana', 'max', 'jon'];
  const stateOf = async (world: World, mentee: string, of: 'sent' | 'received' = 'sent') =>
    Object.fromEntries(
      (await world.as(mentee).mentoring.requests({ of })).items.map((one) => [
        of === 'sent' ? one.mentor.id : one.mentee.id,
        one.state,
      ]),
    );
  const newsOf = async (world: World, person: string) =>
    (await world.as(person).notifications.list()).items.map(({ type, by, person: next }) => [
      type,
      by.id,
      ...(next ? [next.id] : []),
    ]);

  test(
    'of six requests sent at once five are open, and the sixth is refused with how many',
    story(open, async (world) => {
      await openMentors(world, Object.fromEntries(MENTORS.map((id) => [id, {}])));
      const ben = world.as('ben').mentoring;
      const sent = await Promise.allSettled(
        MENTORS.map((mentorId) => ben.request({ mentorId, ask: 'Please' })),
      );
      const refusals = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      assert.deepEqual(
        refusals.map(({ reason, details }) => [reason, details]),
        [['request.limit', { open: 5, limit: 5 }]],
      );
      const { items, open: count } = await ben.requests({ of: 'sent', state: 'pending' });
      assert.deepEqual([items.length, count], [5, { count: 5, limit: 5 }]);
      const [first] = items;
      assert.ok(first);
      await assert.rejects(
        ben.request({ mentorId: first.mentor.id, ask: 'Again' }),
        refused('conflict', 'request.open'),
      );
      await ben.withdrawRequest({ id: first.id });
      await ben.request({ mentorId: first.mentor.id, ask: 'Again' });
    }),
  );

  test(
    'whom one cannot ask, and why',
    story(open, async (world) => {
      await openMentors(world, { dana: {} });
      const ben = world.as('ben').mentoring;
      const ask = 'Please';
      await assert.rejects(ben.request({ mentorId: 'ben', ask }), refused('forbidden', 'request.self'));
      await assert.rejects(ben.request({ mentorId: 'nobody', ask }), refused('not_found', 'person.unknown'));
      await assert.rejects(ben.request({ mentorId: 'max', ask }), refused('conflict', 'mentor.closed'));
      await assert.rejects(
        ben.request({ mentorId: 'dana', ask, skill: 'none' }),
        refused('not_found', 'skill.unknown'),
      );
      await assert.rejects(
        ben.request({ mentorId: 'dana', ask, kind: 'buddy' }),
        refused('conflict', 'mentor.notOffered'),
      );
      const { id } = await ben.request({ mentorId: 'dana', ask });
      await assert.rejects(
        world.as('lea').mentoring.respond({ id, accept: true }),
        refused('not_found', 'request.unknown'),
      );
      await assert.rejects(ben.respond({ id, accept: true }), refused('forbidden', 'request.notYours'));
      await assert.rejects(
        world.as('dana').mentoring.withdrawRequest({ id }),
        refused('forbidden', 'request.notYours'),
      );
      await world.as('dana').mentoring.respond({ id, accept: true });
      await assert.rejects(
        world.as('lea').mentoring.request({ mentorId: 'dana', ask }),
        refused('conflict', 'mentor.full'),
      );
    }),
  );

  test(
    'who declines and closes the door in one step closes the other requests kindly',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: { places: 2 }, max: {} });
      const { id } = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Teach me', skill });
      await world.as('lea').mentoring.request({ mentorId: 'dana', ask: 'Me too', skill });
      assert.equal((await world.as('dana').mentoring.offer()).waiting, 2);
      const answer = 'I am away until May';
      const declined = await world.as('dana').mentoring.respond({ id, accept: false, answer, close: true });
      assert.deepEqual([declined.state, declined.answer], ['declined', answer]);
      const { open: isOpen, waiting } = await world.as('dana').mentoring.offer();
      assert.deepEqual([isOpen, waiting], [false, 0]);
      assert.deepEqual(await stateOf(world, 'lea'), { dana: 'closedByCapacity' });
      assert.deepEqual(await newsOf(world, 'lea'), [['request.closed', 'dana', 'max']]);
      const [news] = (await world.as('ben').notifications.list()).items;
      assert.deepEqual([news?.type, news?.excerpt], ['request.declined', answer]);
      const next = await world.as('ben').mentoring.nextMentor({ requestId: id });
      assert.equal(next.mentor?.person.id, 'max');
    }),
  );

  test(
    'of two accepted at once for one place one begins, and the other mentee is told',
    story(open, async (world) => {
      await openMentors(world, { dana: {}, max: {} });
      const ids = await Promise.all(
        ['ben', 'lea'].map(async (mentee) => {
          const made = await world.as(mentee).mentoring.request({ mentorId: 'dana', ask: 'Please' });
          return made.id;
        }),
      );
      const dana = world.as('dana').mentoring;
      const answers = await Promise.allSettled(ids.map((id) => dana.respond({ id, accept: true })));
      assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      for (const one of answers)
        if (one.status === 'rejected') refused('conflict', 'mentor.full')(one.reason);
      const winner = answers[0]?.status === 'fulfilled' ? 'ben' : 'lea';
      const other = winner === 'ben' ? 'lea' : 'ben';
      assert.deepEqual(await stateOf(world, winner), { dana: 'accepted' });
      assert.deepEqual(await stateOf(world, other), { dana: 'closedByCapacity' });
      assert.deepEqual(await newsOf(world, other), [['request.closed', 'dana', 'max']]);
      assert.deepEqual(await newsOf(world, winner), [['request.accepted', 'dana']]);
      assert.equal((await dana.offer()).left, 0);
      const begun = (await world.as(winner).mentoring.mentorships()).items;
      assert.deepEqual(
        begun.map(({ side, oneOff }) => [side, oneOff]),
        [['mentee', false]],
      );
    }),
  );

  test(
    'all places are given once, however many are accepted at the same time',
    story(open, async (world) => {
      await openMentors(world, { dana: { places: 2 } });
      const mentees = ['ana', 'ben', 'lea', 'chidi', 'max'];
      const ids = await Promise.all(
        mentees.map(
          async (id) => (await world.as(id).mentoring.request({ mentorId: 'dana', ask: 'Please' })).id,
        ),
      );
      const dana = world.as('dana').mentoring;
      const answers = await Promise.allSettled(ids.map((id) => dana.respond({ id, accept: true })));
      assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 2);
      const states = Object.values(await stateOf(world, 'dana', 'received')).sort();
      assert.deepEqual(states, ['accepted', 'accepted', ...Array<string>(3).fill('closedByCapacity')]);
      await assert.rejects(
        dana.setOffer({ open: true, capacity: 1 }),
        refused('conflict', 'mentor.capacityInUse'),
      );
    }),
  );

  test(
    'a mentor is reminded twice, then the request runs out and the next best is proposed',
    story(open, async (world) => {
      await openMentors(world, { dana: {}, max: {} });
      const made = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      const reminders = async () => {
        await world.guildhall.tick();
        return (await newsOf(world, 'dana')).filter(([type]) => type === 'request.reminder').length;
      };
      // Made on a Tuesday: three working days later is Friday.
      world.clock.advance(3 * DAY - 1);
      assert.equal(await reminders(), 0);
      world.clock.advance(1);
      assert.deepEqual([await reminders(), await reminders()], [1, 1]);
      world.clock.advance(6 * DAY);
      assert.equal(await reminders(), 2);
      world.clock.advance(DAY - 1);
      assert.equal(await reminders(), 2);
      assert.deepEqual(await stateOf(world, 'ben'), { dana: 'pending' });
      world.clock.advance(1);
      assert.deepEqual(await stateOf(world, 'ben'), { dana: 'expired' });
      await assert.rejects(
        world.as('dana').mentoring.respond({ id: made.id, accept: true }),
        refused('conflict', 'request.over'),
      );
      assert.equal(await reminders(), 2);
      assert.deepEqual(await newsOf(world, 'ben'), [['request.expired', 'dana', 'max']]);
      assert.deepEqual(
        (await world.as('ben').mentoring.requests({ of: 'sent', state: 'expired' })).items.length,
        1,
      );
      await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Once more' });
    }),
  );

  test(
    'either side gives a request more time, twice, and the reminder moves with it',
    story(open, async (world) => {
      await openMentors(world, { dana: {} });
      const { id, expiresAt } = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      const later = await world.as('dana').mentoring.extendRequest({ id });
      assert.equal(Date.parse(later.expiresAt) - Date.parse(expiresAt), 7 * DAY);
      const again = await world.as('ben').mentoring.extendRequest({ id });
      assert.deepEqual([again.extended, again.may.extend], [2, false]);
      await assert.rejects(
        world.as('ben').mentoring.extendRequest({ id }),
        refused('conflict', 'request.extendedTwice'),
      );
      assert.deepEqual(await newsOf(world, 'ben'), [['request.extended', 'dana']]);
      world.clock.advance(23 * DAY);
      await world.guildhall.tick();
      assert.equal((await newsOf(world, 'dana')).filter(([type]) => type === 'request.reminder').length, 1);
      world.clock.advance(DAY - 1);
      await world.as('dana').mentoring.respond({ id, accept: true });
      assert.deepEqual(await stateOf(world, 'ben'), { dana: 'accepted' });
    }),
  );

  test(
    'what is asked reaches the one who is asked, and nobody else hears or reads of it',
    story(open, async (world) => {
      await openMentors(world, { dana: {} });
      const ben = world.as('ben').mentoring;
      const { id } = await ben.request({ mentorId: 'dana', ask: 'I am afraid of large meetings' });
      const [news] = (await world.as('dana').notifications.list()).items;
      assert.deepEqual(
        [news?.type, news?.excerpt, news?.subject],
        ['request.received', 'I am afraid of large meetings', { kind: 'request', id }],
      );
      for (const other of ['lea', 'max', 'jon']) {
        assert.deepEqual((await world.as(other).mentoring.requests()).items, []);
        const call = world.as(other).mentoring.extendRequest({ id });
        await assert.rejects(call, refused('not_found', 'request.unknown'));
      }
      await ben.withdrawRequest({ id });
      assert.deepEqual((await world.as('dana').notifications.list()).items, []);
    }),
  );

  test(
    'when somebody leaves, what waits for them is closed and what they asked is taken back',
    story(open, async (world) => {
      await openMentors(world, { dana: {}, max: {} });
      await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      await world.as('dana').mentoring.request({ mentorId: 'max', ask: 'Please' });
      const gone = { externalId: 'e-dana', name: 'Dana Whitfield', status: 'departed' as const };
      await world.as(systemActor).people.sync({ people: [gone] });
      assert.deepEqual(await stateOf(world, 'ben'), { dana: 'closedByCapacity' });
      assert.deepEqual(await stateOf(world, 'max', 'received'), { dana: 'withdrawn' });
      assert.deepEqual(
        (await newsOf(world, 'ben')).map(([type]) => type),
        ['request.closed'],
      );
      assert.deepEqual(await newsOf(world, 'max'), []);
      await world.as(systemActor).people.sync({ people: [{ ...gone, status: 'active' }] });
      assert.equal((await world.as('dana').mentoring.offer()).open, false);
    }),
  );

  test(
    'an offer can rest: nobody finds it meanwhile, and what goes on is not touched',
    story(open, async (world) => {
      const skill = await openMentors(world, { dana: { places: 2 } });
      const { id } = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
      const { mentorshipId = '' } = await world.as('dana').mentoring.respond({ id, accept: true });
      const dana = world.as('dana').mentoring;
      const found = async () => (await world.as('lea').mentoring.findMentors({ skill })).items.length;
      assert.equal(await found(), 1);
      assert.equal((await dana.setOffer({ open: false, capacity: 2 })).left, 1);
      assert.equal(await found(), 0);
      assert.equal((await dana.mentorship({ id: mentorshipId })).state, 'proposed');
      await dana.setOffer({ open: true, capacity: 2 });
      assert.equal(await found(), 1);
      assert.equal((await dana.setOffer({ open: true, capacity: 1 })).left, 0);
      assert.equal(await found(), 0);
      await world.as('ben').mentoring.endEarly({ id: mentorshipId, reason: 'noTime', backToPool: false });
      assert.deepEqual([(await dana.offer()).left, await found()], [1, 1], 'the place is free again');
    }),
  );

  test(
    'a single conversation has an agreement of its own, in German between Germans',
    story(open, async (world) => {
      await openMentors(world, { dana: {} });
      for (const person of ['ben', 'dana']) await world.as(person).people.updateProfile({ locale: 'de-AT' });
      const { id } = await world
        .as('ben')
        .mentoring.request({ mentorId: 'dana', ask: 'Eine Stunde', oneOff: true });
      const { mentorshipId = '' } = await world.as('dana').mentoring.respond({ id, accept: true });
      const begun = await world.as('ben').mentoring.mentorship({ id: mentorshipId });
      assert.deepEqual([begun.oneOff, begun.ask], [true, 'Eine Stunde']);
      assert.match(begun.agreement.text, /einmal zu einem Gespräch/);
    }),
  );
}

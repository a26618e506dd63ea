import assert from 'node:assert/strict';
import { refused } from './refused.js';
import { HOUR, story, syncCast, teamId, type OpenWorld, type Test, type World } from './world.js';

const ref = { kind: 'link' as const, url: 'https://wiki.example/retro', title: 'Retro' };

/** The cast where Ben and Lea can facilitate; gives the id of the skill. */
async function withSkill(world: World): Promise<string> {
  await syncCast(world);
  for (const person of ['ben', 'lea'])
    await world.as(person).people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong' }] });
  return (await world.as('ana').people.skills()).items[0]?.id ?? '';
}

/** Stories of skills that thanks speak for. */
export function evidenceStories(test: Test, open: OpenWorld): void {
  const counted = async (world: World, person: string, viewer = 'dana') =>
    (await world.as(viewer).people.get({ id: person })).skills?.[0]?.evidenced;

  test(
    'public thanks for something count for the skills they name, shown only where the person consents',
    story(open, async (world) => {
      const skill = await withSkill(world);
      const ana = world.as('ana').recognition;
      const given = await ana.give({
        receivers: ['ben', 'lea'],
        message: 'What a retro',
        skills: [skill, skill],
        ref,
      });
      assert.deepEqual(given.skills, [{ id: skill, name: 'Facilitation' }]);
      assert.equal(await counted(world, 'ben'), undefined);
      const me = await world.as('ben').people.updateProfile({ evidenceConsent: { [skill]: true } });
      assert.deepEqual([me.skills?.[0]?.evidenced, me.skills?.[0]?.evidenceConsent], [1, true]);
      assert.deepEqual([await counted(world, 'ben'), await counted(world, 'lea')], [1, undefined]);
      assert.equal(
        'evidenceConsent' in ((await world.as('ana').people.get({ id: 'ben' })).skills?.[0] ?? {}),
        false,
      );
      await world.as('dana').recognition.give({ receivers: ['ben'], message: 'Again', skills: [skill], ref });
      assert.equal(await counted(world, 'ben'), 2);
      await world.as('ben').mentoring.setOffer({ open: true, capacity: 1 });
      const find = async () => (await world.as('max').mentoring.findMentors({ skill })).items[0]?.skills[0];
      assert.equal((await find())?.evidenced, 2);
      await world.as('ben').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'teaching' }] });
      assert.equal(await counted(world, 'ben'), 2, 'nothing was said of it, so it stays');
      await world.as('ben').people.updateProfile({ evidenceConsent: { [skill]: false } });
      assert.deepEqual([await counted(world, 'ben'), (await find())?.evidenced], [undefined, undefined]);
    }),
  );

  test(
    'what is private, names nothing, or thanks a whole team counts for nobody',
    story(open, async (world) => {
      const skill = await withSkill(world);
      await world.as('ben').people.updateProfile({ evidenceConsent: { [skill]: true } });
      const ana = world.as('ana').recognition;
      const thanks = { receivers: ['ben'], message: 'Thank you', skills: [skill] };
      await ana.give(thanks);
      await ana.give({ ...thanks, ref, audience: 'team' });
      await ana.give({ ...thanks, ref, audience: 'private' });
      await world
        .as('dana')
        .recognition.give({ ...thanks, ref, receivers: [await teamId(world, 'Front desk')] });
      assert.equal(await counted(world, 'ben'), undefined);
      await assert.rejects(ana.give({ ...thanks, skills: ['none'] }), refused('not_found', 'skill.unknown'));
      await assert.rejects(
        ana.give({ ...thanks, skills: ['a', 'b', 'c', 'd'] }),
        refused('invalid', 'input.invalid'),
      );
    }),
  );

  test(
    'the count follows what is mended, withdrawn and removed, and the same key counts once',
    story(open, async (world) => {
      const skill = await withSkill(world);
      await world.as('ben').people.setSkills({
        skills: [{ skill: 'Facilitation', level: 'strong', evidenceConsent: true }],
      });
      const ana = world.as('ana').recognition;
      const thanks = { receivers: ['ben'], message: 'Thank you', skills: [skill], ref };
      const twins = await Promise.all([1, 2, 3].map(() => ana.give(thanks, { key: 'once' })));
      assert.equal(await counted(world, 'ben'), 1);
      const { id } = await ana.give(thanks);
      assert.equal(await counted(world, 'ben'), 2);
      await ana.edit({ id, message: 'Thank you!' });
      assert.equal(await counted(world, 'ben'), 2);
      assert.deepEqual((await ana.edit({ id, message: 'Thank you!', skills: [] })).skills, []);
      assert.equal(await counted(world, 'ben'), 1);
      await ana.edit({ id, message: 'Thank you!', skills: [skill] });
      await ana.withdraw({ id });
      assert.equal(await counted(world, 'ben'), 1);
      world.clock.advance(25 * HOUR);
      await world.as('max').recognition.withdraw({ id: twins[0]?.id ?? '', reason: 'It names a customer.' });
      assert.equal(await counted(world, 'ben'), undefined);
    }),
  );

  test(
    'a skill that nobody shows cannot be found out by naming it',
    story(open, async (world) => {
      await syncCast(world);
      const lea = world.as('lea').people;
      await lea.updateProfile({ visibility: { skills: 'me' } });
      const skill = (await lea.setSkills({ skills: [{ skill: 'Sign language', level: 'strong' }] }))
        .skills?.[0];
      await assert.rejects(
        world.as('ana').recognition.give({ receivers: ['lea'], message: 'Hi', skills: [skill?.id ?? ''] }),
        refused('not_found', 'skill.unknown'),
      );
    }),
  );

  test(
    'only its people can thank for a mentorship, and its thanks are counted like those for a page',
    story(open, async (world) => {
      await withSkill(world);
      await world.as('ben').mentoring.setOffer({ open: true, capacity: 1 });
      const { id } = await world.as('ana').mentoring.request({ mentorId: 'ben', ask: 'Please' });
      const { mentorshipId = '' } = await world.as('ben').mentoring.respond({ id, accept: true });
      const thanks = {
        receivers: ['ben'],
        message: 'For your time',
        ref: { kind: 'mentorship' as const, id: mentorshipId },
      };
      const given = await world.as('ana').recognition.give(thanks);
      assert.deepEqual(given.ref, { ...thanks.ref, title: 'Mentoring', of: 'mentoring', thanks: 1 });
      await assert.rejects(
        world.as('dana').recognition.give(thanks),
        refused('not_found', 'mentorship.unknown'),
      );
    }),
  );
}

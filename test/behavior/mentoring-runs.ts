import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { enrolling, syncMentoringCast } from './mentoring-cast.js';
import { allPairs, asText, computed, done, matching } from './mentoring-pool.js';
import { refused } from './refused.js';
import { MINUTE, story, type OpenWorld, type Test } from './world.js';

/** Stories of match runs: computing, changing by hand, publishing. */
export function runStories(test: Test, open: OpenWorld): void {
  test(
    '40 mentees and 25 mentors from CSV: one run assigns all, within capacities and outside of lines, with reasons',
    story(open, async (world) => {
      const rules = { maxHoursApart: 3 };
      const programId = await matching(world, { mentors: 25, mentees: 40 }, { rules });
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      assert.deepEqual([run.figures?.mentors, run.figures?.mentees, run.figures?.matched], [25, 40, 40]);
      assert.equal(run.figures?.certificate.optimal, true);
      const pairs = await allPairs(eve, run.id);
      assert.equal(pairs.length, 40);
      assert.deepEqual(
        pairs.map((pair) => pair.score),
        pairs.map((pair) => pair.score).sort((a, b) => a - b),
      );
      for (const pair of pairs) {
        const sum = pair.reasons.reduce((points, reason) => points + reason.points, 0);
        assert.equal(sum, pair.score);
        assert.ok((pair.places?.taken ?? 0) <= (pair.places?.of ?? 0));
        const [mentee, mentor] = await Promise.all(
          [pair.mentee, pair.mentor].map(({ id }) => world.as('eve').people.get({ id })),
        );
        assert.notEqual(mentee?.manager?.id, mentor?.id);
        assert.equal(mentee?.timeZone === 'America/New_York', mentor?.timeZone === 'America/New_York');
      }
      const wanted = pairs.find((pair) => pair.reasons.some((one) => one.evidence['skill'] !== undefined));
      assert.match(
        String(wanted?.reasons.find((one) => one.criterion === 'wantedSkill')?.evidence['skill']),
        /^(Facilitation|SQL|Negotiation|Coaching|Budgets)$/,
      );
      assert.deepEqual((await eve.leftovers({ runId: run.id })).items, []);
      const room = (await eve.leftovers({ runId: run.id, side: 'mentor', limit: 100 })).items;
      const free = room.reduce((sum, one) => sum + Number(one.facts['free']), 0);
      assert.equal(free, (run.figures?.places ?? 0) - 40);
    }),
  );

  test(
    'the same inputs give the same run; a pair moved by hand and a locked one stay when it is run again',
    story(open, async (world) => {
      const programId = await matching(world, { mentors: 6, mentees: 8 });
      const eve = world.as('eve').mentoring;
      const first = await computed(world, programId, { stayBonus: 0 });
      const pairs = await allPairs(eve, first.id);
      const second = await computed(world, programId, { stayBonus: 0 });
      assert.equal(second.inputs, first.inputs);
      assert.deepEqual(asText(await allPairs(eve, second.id)), asText(pairs));
      assert.equal((await eve.matchRun({ id: first.id })).state, 'superseded');

      const [worst] = pairs;
      const other = pairs.find((pair) => pair.mentor.id !== worst?.mentor.id);
      assert.ok(worst && other);
      const move = { runId: second.id, menteeId: worst.mentee.id, mentorId: other.mentor.id };
      const exchange = { ...move, exchangeWith: other.mentee.id, override: 'They asked for it.' };
      const { pair, other: back } = await eve.movePair(exchange);
      assert.deepEqual([pair.mentor.id, pair.byHand, pair.locked], [other.mentor.id, true, true]);
      assert.deepEqual([back?.mentor.id, back?.mentee.id], [worst.mentor.id, other.mentee.id]);
      const figures = (await eve.matchRun({ id: second.id })).figures;
      const now = await allPairs(eve, second.id);
      assert.deepEqual([figures?.byHand, figures?.locked], [2, 2]);
      assert.equal(
        figures?.total,
        now.reduce((sum, one) => sum + one.score, 0),
      );
      assert.equal(figures?.worst, now[0]?.score);

      const third = await computed(world, programId);
      const after = asText(await allPairs(eve, third.id));
      assert.ok(after.includes(`${worst.mentee.id} ${other.mentor.id}`));
      assert.ok(after.includes(`${other.mentee.id} ${worst.mentor.id}`));
      await eve.lockPair({ runId: third.id, menteeId: worst.mentee.id, locked: false });
      await eve.lockPair({ runId: third.id, menteeId: other.mentee.id, locked: false });
      assert.equal((await eve.matchRun({ id: third.id })).figures?.locked, 0);
      const fourth = await computed(world, programId, { stayBonus: 0 });
      assert.deepEqual(asText(await allPairs(eve, fourth.id)), asText(pairs));
    }),
  );

  test(
    'rules that always hold cannot be set aside, nor is said which; others can, with a reason that stays with the pair',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const programId = await enrolling(world, { rules: { commonLanguage: true } });
      const system = world.as(systemActor);
      await system.people.sync({
        people: [
          { externalId: 'e-ana', name: 'Ana Ruiz', languages: ['es'], managerExternalId: 'e-chidi' },
          { externalId: 'e-ben', name: 'Ben Okafor', languages: ['en'] },
          { externalId: 'e-chidi', name: 'Chidi Eze', languages: ['es'] },
          { externalId: 'e-dana', name: 'Dana Whitfield', languages: ['es'] },
        ],
      });
      await world.as('ana').mentoring.enroll({ programId, sides: ['mentee'], notWith: ['dana'] });
      for (const one of ['ben', 'chidi', 'dana'])
        await world.as(one).mentoring.enroll({ programId, sides: ['mentor'] });
      const eve = world.as('eve').mentoring;
      await eve.startMatching({ id: programId });
      const run = await computed(world, programId);
      const [left] = (await eve.leftovers({ runId: run.id })).items;
      assert.equal(left?.why, 'rules');
      assert.deepEqual(left.facts, { mentors: 3, always: 2, commonLanguage: 1, relax: ['commonLanguage'] });
      const move = (mentorId: string, override?: string) =>
        eve.movePair({ runId: run.id, menteeId: 'ana', mentorId, ...(override && { override }) });
      for (const mentorId of ['chidi', 'dana'])
        await assert.rejects(move(mentorId, 'Please.'), refused('forbidden', 'pair.notPossible'));
      for (const mentorId of ['chidi', 'dana'])
        assert.deepEqual((await eve.score({ programId, menteeId: 'ana', mentorId })).rules, ['always']);
      await assert.rejects(move('ben'), refused('conflict', 'pair.rules'));
      const { pair } = await move('ben', 'Both are learning the other language.');
      assert.equal(pair.override, 'Both are learning the other language.');
      const again = await computed(world, programId);
      const [kept] = await allPairs(eve, again.id);
      assert.deepEqual([kept?.mentor.id, kept?.locked, kept?.override], ['ben', true, pair.override]);
      const { csv } = await eve.exportProgram({ programId, what: 'pairs' });
      assert.ok(csv.includes('Ben Okafor,Ana Ruiz,') && !csv.includes('learning the other'));
      await eve.publishMatches({ runId: again.id });
    }),
  );

  test(
    'the gate skips an untrained mentor with that reason; after three modules they are matched',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const modules = ['listening', 'asking', 'feedback'].map((id) => ({
        ...{ id, title: id, body: 'Read.', minutes: 10 },
        side: 'mentor' as const,
      }));
      const programId = await enrolling(world, { training: { gate: true, modules } });
      const ben = world.as('ben').mentoring;
      await ben.enroll({ programId, sides: ['mentor'] });
      await world.as('ana').mentoring.enroll({ programId, sides: ['mentee'] });
      const eve = world.as('eve').mentoring;
      await eve.startMatching({ id: programId });
      const first = await computed(world, programId);
      assert.equal(first.figures?.matched, 0);
      assert.deepEqual(
        (await eve.leftovers({ runId: first.id, side: 'mentor' })).items.map((one) => [
          one.person.id,
          one.why,
        ]),
        [['ben', 'training']],
      );
      for (const { id } of modules) await ben.attest({ programId, moduleId: id });
      assert.equal((await eve.matchRun({ id: first.id })).outdated, true);
      const second = await computed(world, programId);
      assert.deepEqual(asText(await allPairs(eve, second.id)), ['ana ben']);
    }),
  );

  test(
    'reverse: a director learns from somebody two grades below who has the skill, and teaches elsewhere',
    story(open, async (world) => {
      await syncMentoringCast(world);
      await world.as(systemActor).people.sync({
        people: [
          { externalId: 'e-dana', name: 'Dana Whitfield', grade: 'G8' },
          {
            externalId: 'e-ben',
            name: 'Ben Okafor',
            grade: 'G7',
            skills: [{ skill: 'AI tools', level: 'teaching' }],
          },
          {
            externalId: 'e-ana',
            name: 'Ana Ruiz',
            grade: 'G6',
            skills: [{ skill: 'AI tools', level: 'strong' }],
          },
          {
            externalId: 'e-lea',
            name: 'Léa Moreau',
            grade: 'G3',
            skills: [{ skill: 'SQL', level: 'teaching' }],
          },
        ],
      });
      const reverse = await enrolling(world, { direction: 'reverse', rules: { minGradeGap: 2 } });
      const forward = await enrolling(world, { name: 'Forward' });
      const dana = world.as('dana').mentoring;
      await dana.enroll({ programId: reverse, sides: ['mentee'], topics: [{ skill: 'AI tools' }] });
      await dana.enroll({ programId: forward, sides: ['mentor'] });
      for (const one of ['ben', 'ana', 'lea']) {
        await world.as(one).mentoring.enroll({ programId: reverse, sides: ['mentor'] });
        await world.as(one).mentoring.enroll({ programId: forward, sides: ['mentee'] });
      }
      const eve = world.as('eve').mentoring;
      for (const programId of [reverse, forward]) {
        await eve.startMatching({ id: programId });
        await eve.publishMatches({ runId: (await computed(world, programId)).id });
      }
      const [match] = (await dana.myMatch({ programId: reverse })).items;
      assert.deepEqual([match?.side, match?.partner.id], ['mentee', 'ana']);
      assert.equal(
        match?.reasons.find((one) => one.criterion === 'wantedSkill')?.evidence['skill'],
        'AI tools',
      );
      assert.deepEqual((await dana.myMatch({ programId: forward })).items[0]?.side, 'mentor');
    }),
  );

  test(
    'publishing: two managers at once, one wins; everyone is told, places are taken, the program runs',
    story(open, async (world) => {
      const wishes = (['wantedSkill', 'preference'] as const).map((wish) => ({ wish, weight: 1 }));
      const draft = { managers: ['dana'], rules: { wishes } };
      const programId = await matching(world, { mentors: 5, mentees: 7 }, draft);
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      const outcomes = await Promise.allSettled([
        eve.publishMatches({ runId: run.id }),
        world.as('dana').mentoring.publishMatches({ runId: run.id }),
      ]);
      assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
      const lost = outcomes.find((one) => one.status === 'rejected');
      refused('conflict', 'run.wrongState')(lost?.reason);
      assert.equal((await eve.program({ id: programId })).state, 'running');
      const enrolled = (await eve.enrollments({ programId, side: 'mentee', limit: 100 })).items;
      assert.ok(enrolled.every((one) => one.state === 'matched'));
      const mentee = world.as('mentee-1');
      const [match] = (await mentee.mentoring.myMatch({ programId })).items;
      assert.deepEqual(
        match?.reasons.map((reason) => reason.criterion),
        ['wantedSkill'],
      );
      const notes = (await mentee.notifications.list()).items;
      assert.deepEqual(
        notes.map((note) => [note.type, note.by.id]),
        [['match.published', match?.partner.id]],
      );
      assert.equal((await mentee.mentoring.mentorships()).items.length, 1);
      await assert.rejects(
        eve.lockPair({ runId: run.id, menteeId: 'mentee-1' }),
        refused('conflict', 'run.wrongState'),
      );
      const mentorId = match?.partner.id ?? '';
      const { programId: _, ...said } = { programId, sides: ['mentor' as const], capacity: 1 };
      const taken = (await allPairs(eve, run.id)).filter((pair) => pair.mentor.id === mentorId).length;
      if (taken > 1)
        await assert.rejects(
          world.as(mentorId).mentoring.enroll({ programId, ...said }),
          refused('conflict', 'mentor.capacityInUse'),
        );
    }),
  );

  test(
    'participants and strangers cannot read a run; a canceled run leaves the pairs before it',
    story(open, async (world) => {
      const programId = await matching(world, { mentors: 3, mentees: 3 });
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      const mentee = world.as('mentee-1').mentoring;
      for (const read of [
        () => mentee.matchRun({ id: run.id }),
        () => mentee.pairs({ runId: run.id }),
        () => mentee.leftovers({ runId: run.id }),
        () => mentee.lockPair({ runId: run.id, menteeId: 'mentee-1' }),
        () => mentee.publishMatches({ runId: run.id }),
      ])
        await assert.rejects(read(), refused('not_found', 'run.unknown'));
      await assert.rejects(mentee.runMatch({ programId }), refused('forbidden', 'program.notYours'));
      await assert.rejects(
        mentee.score({ programId, menteeId: 'mentee-1', mentorId: 'mentor-1' }),
        refused('forbidden', 'program.notYours'),
      );
      assert.deepEqual((await mentee.myMatch({ programId })).items, []);
      await assert.rejects(eve.cancelRun({ id: run.id }), refused('conflict', 'run.wrongState'));
      assert.equal((await eve.pairs({ runId: run.id })).items.length, 3);
    }),
  );

  test(
    'a run whose people change is outdated, and pairs of those who left are not published',
    story(open, async (world) => {
      const programId = await matching(world, { mentors: 3, mentees: 3 });
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      assert.equal(run.outdated, false);
      await world.as('mentee-1').mentoring.withdrawEnrollment({ programId });
      assert.equal((await eve.matchRun({ id: run.id })).outdated, true);
      await assert.rejects(eve.publishMatches({ runId: run.id }), refused('conflict', 'run.broken'));
      const again = await computed(world, programId);
      assert.equal(again.figures?.mentees, 2);
      await eve.publishMatches({ runId: again.id });
      world.clock.advance(MINUTE);
      const { id } = await eve.runMatch({ programId });
      const rest = await done(eve, id);
      assert.deepEqual([rest.figures?.mentees, rest.figures?.matched], [0, 0]);
      await assert.rejects(eve.publishMatches({ runId: id }), refused('conflict', 'run.empty'));
    }),
  );

  test(
    'questions about a run: why a pair and not a better one, what keeping pairs costs, where a place would help',
    story(open, async (world) => {
      const programId = await matching(world, { mentors: 4, mentees: 9 });
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      const pairs = await allPairs(eve, run.id);
      for (const pair of pairs) {
        const why = await eve.score({ runId: run.id, menteeId: pair.mentee.id });
        assert.deepEqual([why.mentor?.id, why.score, why.rules], [pair.mentor.id, pair.score, []]);
        assert.deepEqual(why.reasons, pair.reasons);
        const possible = why.better.filter((better) => better.why !== 'rule');
        assert.equal(possible.length, (why.rank ?? 0) - 1);
        assert.ok(why.better.every((better) => better.rules.length > 0 === (better.why === 'rule')));
        for (const better of why.better) assert.ok(better.score >= pair.score && (better.cost ?? 0) >= 0);
      }
      const left = (await eve.leftovers({ runId: run.id })).items;
      assert.deepEqual(
        left.map((one) => one.why),
        Array.from({ length: 9 - pairs.length }, () => 'allTaken'),
      );
      assert.ok(left.length > 0);
      const values = (await eve.placeValues({ runId: run.id })).items;
      assert.ok(values.length > 0 && values.every((one) => one.gain > 0 && one.wanted > 0));
      const more = await eve.whatIf({
        runId: run.id,
        change: { places: { mentorId: 'mentor-1', by: 1 } },
      });
      assert.equal(more.matched, pairs.length + 1);

      const [first] = pairs;
      const other = pairs.find((pair) => pair.mentor.id !== first?.mentor.id);
      assert.ok(first && other);
      await eve.movePair({
        ...{ runId: run.id, menteeId: first.mentee.id, mentorId: other.mentor.id },
        ...{ exchangeWith: other.mentee.id, override: 'For once.' },
      });
      for (const { mentee } of [first, other])
        await eve.lockPair({ runId: run.id, menteeId: mentee.id, locked: false });
      const { points } = await eve.stayBonusCurve({ runId: run.id });
      for (const [at, point] of points.entries()) {
        const before = points[at - 1];
        assert.ok(!before || (point.moved <= before.moved && point.total <= before.total));
      }
      assert.deepEqual([points[0]?.total, points.at(-1)?.moved], [run.figures?.total, 0]);
      const fair = await eve.whatIf({ runId: run.id, change: { fair: true } });
      assert.ok(fair.worst >= (points[0]?.worst ?? 0));
      const mentee = world.as('mentee-1').mentoring;
      for (const ask of [
        () => mentee.score({ runId: run.id, menteeId: 'mentee-1' }),
        () => mentee.stayBonusCurve({ runId: run.id }),
        () => mentee.placeValues({ runId: run.id }),
      ])
        await assert.rejects(ask(), refused('not_found', 'run.unknown'));
    }),
  );
}

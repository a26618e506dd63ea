import assert from 'node:assert/strict';
import { refused } from './refused.js';
import { HOUR, story, syncCast, type OpenWorld, type Test } from './world.js';

const settings = { points: { enabled: true, perMonth: 20 }, timeZone: 'Europe/Berlin' };

/** Stories of the allowance. */
export function allowanceStories(test: Test, open: OpenWorld): void {
  test(
    'without points there is no allowance',
    story(open, async (world) => {
      await syncCast(world);
      assert.deepEqual(await world.as('ana').recognition.allowance({}), { enabled: false });
    }),
  );

  test(
    'with 20 left, 15 each for two is refused with the shortfall; 10 each succeeds once',
    story(
      open,
      async (world) => {
        await syncCast(world);
        const ana = world.as('ana').recognition;
        const draft = { receivers: ['ben', 'lea'], message: 'Points for you' };
        await assert.rejects(
          ana.give({ ...draft, points: 15 }),
          (error: { reason?: string; details?: unknown }) => {
            assert.equal(error.reason, 'allowance.spent');
            assert.deepEqual(error.details, { needed: 30, left: 20, shortfall: 10 });
            return true;
          },
        );
        assert.deepEqual((await ana.list({})).items, []);
        const [one, two] = await Promise.all(
          [1, 2].map(() => ana.give({ ...draft, points: 10 }, { key: 'pressed-twice' })),
        );
        assert.equal(one?.id, two?.id);
        assert.equal((await ana.allowance({})).left, 0);
        assert.equal(
          (await world.as('ben').recognition.marks({ ids: [one?.id ?? ''] })).items[0]?.points,
          10,
        );
        assert.equal(
          (await world.as('dana').recognition.marks({ ids: [one?.id ?? ''] })).items[0]?.points,
          undefined,
        );
        const lines = (await ana.ledger({ limit: 10 })).items;
        assert.deepEqual(lines.map((line) => [line.kind, line.amount]).sort(), [
          ['grant', 20],
          ['spend', -20],
        ]);
      },
      settings,
    ),
  );

  test(
    'withdrawing refunds exactly, to the period that paid',
    story(
      open,
      async (world) => {
        await syncCast(world);
        const ana = world.as('ana').recognition;
        world.clock.now = new Date('2026-03-31T20:00:00.000Z');
        const { id } = await ana.give({ receivers: ['ben'], message: 'End of March', points: 7 });
        assert.equal((await ana.allowance({})).left, 13);
        world.clock.advance(3 * HOUR); // April has begun in Berlin.
        await world.guildhall.tick();
        assert.deepEqual(await ana.allowance({}), {
          enabled: true,
          period: '2026-04',
          left: 20,
          granted: 20,
        });
        await ana.withdraw({ id });
        assert.equal((await ana.allowance({})).left, 20);
        const march = (await ana.ledger({ limit: 50 })).items.filter((line) => line.period === '2026-03');
        assert.equal(
          march.reduce((sum, line) => sum + line.amount, 0),
          0,
        );
        assert.deepEqual(march.map((line) => line.kind).sort(), [
          'expire',
          'expire',
          'grant',
          'refund',
          'spend',
        ]);
      },
      settings,
    ),
  );

  test(
    'the first of the month: the unused part expires once, for everybody',
    story(
      open,
      async (world) => {
        await syncCast(world);
        await world.guildhall.tick();
        await world.as('ana').recognition.give({ receivers: ['ben'], message: 'In March', points: 5 });
        world.clock.now = new Date('2026-03-31T21:59:59.999Z');
        await world.guildhall.tick();
        assert.equal((await world.as('ana').recognition.allowance({})).left, 15);
        world.clock.now = new Date('2026-03-31T22:00:00.000Z');
        await Promise.all([world.guildhall.tick(), world.guildhall.tick()]);
        await world.guildhall.tick();
        for (const [person, unused] of [
          ['ana', -15],
          ['dana', -20],
        ] as const) {
          const lines = (await world.as(person).recognition.ledger({ limit: 50 })).items;
          assert.deepEqual(
            lines.filter((line) => line.kind === 'expire').map((line) => line.amount),
            [unused],
            person,
          );
          assert.equal(
            lines.filter((line) => line.period === '2026-04' && line.kind === 'grant').length,
            1,
            person,
          );
        }
      },
      settings,
    ),
  );

  test(
    'an administrator adds to an allowance; nobody else can',
    story(
      open,
      async (world) => {
        await syncCast(world);
        const wish = { personIds: ['ana'], amount: 30 };
        await assert.rejects(
          world.as('ana').recognition.grantAllowance(wish),
          refused('forbidden', 'policy.refused'),
        );
        assert.deepEqual((await world.as('jon').recognition.grantAllowance(wish)).items, [
          { personId: 'ana', left: 50 },
        ]);
        assert.equal((await world.as('ana').recognition.allowance({})).granted, 50);
      },
      settings,
    ),
  );

  test(
    '32 at once never overspend',
    story(
      open,
      async (world) => {
        await syncCast(world);
        const give = () =>
          world.as('ana').recognition.give({ receivers: ['ben'], message: 'Quick', points: 3 });
        const results = await Promise.allSettled(Array.from({ length: 32 }, give));
        const given = results.filter((result) => result.status === 'fulfilled').length;
        assert.equal(given, 6);
        assert.equal((await world.as('ana').recognition.allowance({})).left, 2);
        const lines = (await world.as('ana').recognition.ledger({ limit: 100 })).items;
        assert.equal(
          lines.reduce((sum, line) => sum + line.amount, 0),
          2,
        );
      },
      settings,
    ),
  );
}

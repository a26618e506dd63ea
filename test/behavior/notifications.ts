import assert from 'node:assert/strict';
import { MINUTE, story, syncCast, type OpenWorld, type Test } from './world.js';

/** Stories of being told. */
export function notificationStories(test: Test, open: OpenWorld): void {
  test(
    'receivers are told, read it, and have it no more when it is withdrawn',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const { id } = await ana.give({
        receivers: ['ben', 'lea'],
        message: 'For both of you',
        audience: 'private',
      });
      world.clock.advance(MINUTE);
      const comment = await world.as('lea').recognition.comment({ id, text: 'We thank you' });
      const toBen = await world.as('ben').notifications.list({});
      assert.deepEqual(
        toBen.items.map((note) => [note.type, note.by.name, note.excerpt, note.read]),
        [
          ['kudos.commented', 'Léa Moreau', 'We thank you', false],
          ['kudos.received', 'Ana Ruiz', 'For both of you', false],
        ],
      );
      assert.equal(toBen.unread, 2);
      assert.deepEqual(
        (await world.as('ana').notifications.list({})).items.map((note) => note.type),
        ['kudos.commented'],
      );
      assert.deepEqual((await world.as('dana').notifications.list({})).items, []);
      const [newest] = toBen.items;
      assert.equal((await world.as('ben').notifications.markRead({ ids: [newest?.id ?? ''] })).unread, 1);
      assert.equal(
        (await world.as('lea').notifications.markRead({ ids: toBen.items.map((note) => note.id) })).unread,
        1,
      );
      assert.equal((await world.as('ben').notifications.list({})).unread, 1);
      assert.equal((await world.as('ben').notifications.markRead({})).unread, 0);
      await world.as('lea').recognition.removeComment({ id: comment.id });
      assert.equal((await world.as('ben').notifications.list({})).items.length, 1);
      await ana.withdraw({ id });
      assert.deepEqual((await world.as('ben').notifications.list({})).items, []);
    }),
  );
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collections, createGuildhall, memoryStore, systemActor, type Guildhall } from '@guildhall/core';
import { postgresStore } from '@guildhall/server/postgres';
import { openPostgresStore, postgresMissing, postgresUrl } from './postgres.js';

/** Two servers over one store, the first of which has prepared it. */
type OpenTwins = () => Promise<{ one: Guildhall; other: Guildhall; dispose(): Promise<void> }>;

async function memoryTwins(): ReturnType<OpenTwins> {
  const store = memoryStore();
  return {
    one: createGuildhall({ store }),
    other: createGuildhall({ store }),
    dispose: async () => undefined,
  };
}

async function postgresTwins(): ReturnType<OpenTwins> {
  const first = await openPostgresStore();
  await first.store.close();
  const open = () =>
    createGuildhall({
      store: postgresStore({ url: postgresUrl(), collections, schema: first.schema, poolSize: 4 }),
    });
  return { one: open(), other: open(), dispose: first.dispose };
}

const TWINS: { name: string; open: OpenTwins; skip: string | false }[] = [
  { name: 'memory', open: memoryTwins, skip: false },
  { name: 'PostgreSQL', open: postgresTwins, skip: postgresMissing() },
];

for (const { name, open, skip } of TWINS)
  describe(`the finder of one server follows another over ${name}`, { skip }, () => {
    test(
      'who is taken on the one is at once not listed on the other, and who offers there is soon',
      { timeout: 60_000 },
      async () => {
        const { one, other, dispose } = await open();
        try {
          await one.prepare();
          const people = ['ana', 'ben', 'dana', 'lea'].map((id) => ({ id, externalId: id, name: id }));
          await one.as(systemActor).people.sync({ people });
          const found = async (hall: Guildhall) =>
            (await hall.as({ id: 'lea' }).mentoring.findMentors()).items
              .map(({ person }) => person.id)
              .sort();
          const until = async (wanted: string[]) => {
            // The feed of the other server brings it; without it this never ends.
            while ((await found(other)).join() !== wanted.join()) await new Promise(setImmediate);
          };
          const offer = (id: string, capacity = 1) =>
            one.as({ id }).mentoring.setOffer({ open: true, capacity });
          await offer('dana');
          assert.deepEqual(await found(one), ['dana']);
          await until(['dana']);
          await offer('ana');
          await until(['ana', 'dana']);
          const { id } = await one.as({ id: 'ben' }).mentoring.request({ mentorId: 'dana', ask: 'Please' });
          const { mentorshipId = '' } = await one.as({ id: 'dana' }).mentoring.respond({ id, accept: true });
          assert.deepEqual(await found(other), ['ana'], 'a full mentor is never listed');
          await one
            .as({ id: 'ben' })
            .mentoring.endEarly({ id: mentorshipId, reason: 'noTime', backToPool: false });
          await until(['ana', 'dana']);
          await one.as({ id: 'ana' }).people.updateProfile({ preferredName: 'Anouk' });
          const name = async () =>
            (await other.as({ id: 'lea' }).mentoring.mentor({ personId: 'ana' })).person.name;
          assert.equal(await name(), 'Anouk');
        } finally {
          await one.close();
          await other.close().catch(() => undefined);
          await dispose();
        }
      },
    );
  });

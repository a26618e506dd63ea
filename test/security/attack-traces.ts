import assert from 'node:assert/strict';
import {
  fill,
  formId,
  launched,
  peer,
  ratings,
  reasonOf,
  release,
  seat,
  syncReviewCast,
} from '../behavior/reviews-cast.js';
import { attacked } from './attack-release.js';
import { idsFrom } from './attack-changes.js';
import { crawl, inputsOf, QUERIES, textOf, type Reading } from './attack-crawl.js';
import { openEmpty, SEED, wordsOf, type AttackWorld } from './attack-world.js';

const PEERS = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [peer(n), 'peer' as const]));
const HAND = (n: number) => n.toString(16).padStart(32, '0');

/** A review of Ben by five peers that collects; everything in it has the same ids each time. */
async function openReview(mode: 'confidential' | 'sealed' | 'named' = 'confidential') {
  const world = await openEmpty({ newId: idsFrom(SEED) });
  await syncReviewCast(world);
  const cycleId = await launched(world, {
    mode,
    visibility: { subject: true, manager: true, skipManager: true, hr: true },
  });
  await seat(world, cycleId, 'ben', PEERS);
  await seat(world, cycleId, 'sub-2', { [peer(1)]: 'peer', [peer(2)]: 'peer' });
  await world.as('femi').reviews.startCollecting({ id: cycleId });
  return { world, cycleId };
}

const READERS = ['ben', 'sub-2', 'chidi', 'zoe', 'femi', 'fay', 'ola', 'oda', 'pia', 'stray', peer(9)];

async function readReview(world: AttackWorld, cycleId: string, actors = READERS): Promise<Reading[]> {
  const known = { cycleIds: [cycleId], personIds: ['ben', 'sub-2', peer(1)] };
  const only = (name: string) => /^(reviews|notifications|growth|feedback|answers)\./.test(name);
  return crawl(world, known, { actors, only });
}

/** All that others read of a review in which these peers have answered, and HR has had people reminded. */
async function afterAnswers(answering: readonly number[], reminded: boolean): Promise<string[]> {
  const { world, cycleId } = await openReview();
  for (const n of answering) await fill(world, peer(n), cycleId, 'ben', ratings(1 + (n % 5), `words ${n}`));
  // Reminders come after all other notifications.
  world.clock.advance(1000);
  const told = reminded ? await world.as('femi').reviews.remind({ id: cycleId }) : undefined;
  if (reminded) await world.guildhall.tick();
  const { items } = await world.as('pia').settings.auditLog({ limit: 100 });
  assert.ok(items.length < 100, 'all rows are compared');
  const rows = items.map(({ id: _, ...row }) => JSON.stringify(row)).sort();
  const read = await readReview(world, cycleId, ['ben', 'chidi', 'femi', 'ola', 'pia', peer(9)]);
  await world.close();
  // Each call draws a random key, so that the ids of what is made afterwards differ.
  const lines = [told, ...read, ...rows].map((one) => JSON.stringify(one) ?? '');
  return lines.map((line) => line.replaceAll(/\b[0-9a-f]{32}\b/g, 'id'));
}

async function declinedOrReminder(): Promise<void> {
  for (const reminded of [false, true]) {
    const none = await afterAnswers([], reminded);
    assert.ok(none.some((line) => line.includes('reviews.progress') && !line.includes('refused')));
    for (const answering of [[1, 2, 3, 4], [5]]) {
      const some = await afterAnswers(answering, reminded);
      assert.equal(
        some.find((line, at) => line !== none[at]),
        undefined,
        `${answering.length} of five answered, reminded: ${reminded}`,
      );
      assert.equal(some.length, none.length);
    }
  }
  // Only who has not opened the form can decline, so that nobody declines who has answered; that one shows.
  const { world, cycleId } = await openReview();
  const form = await formId(world, peer(1), cycleId, 'ben');
  await world.as(peer(1)).reviews.start({ id: form });
  assert.equal(await reasonOf(world.as(peer(1)).reviews.decline({ id: form })), 'form.started');
  const before = JSON.stringify(await readReview(world, cycleId));
  const other = await formId(world, peer(2), cycleId, 'ben');
  await world.as(peer(2)).reviews.decline({ id: other });
  assert.notEqual(JSON.stringify(await readReview(world, cycleId)), before, 'the control: a decline is seen');
  await world.close();
}

const EXPORTS = QUERIES.map(({ name }) => name).filter((name) => /export|file/i.test(name));

async function exportAttack(): Promise<void> {
  assert.ok(
    ['pulse.exportReport', 'reviews.exportReport', 'reviews.exportCycle'].every((one) =>
      EXPORTS.includes(one),
    ),
  );
  for (const mode of ['confidential', 'sealed', 'named'] as const) {
    const { world, cycleId } = await openReview(mode);
    for (const n of [1, 2, 3, 4, 5])
      await fill(world, peer(n), cycleId, 'ben', ratings(1 + (n % 5), `words ${n}`), HAND(n));
    await fill(world, peer(1), cycleId, 'sub-2', ratings(2, 'alone'), HAND(11));
    await release(world, cycleId);
    const raters = [1, 2, 3, 4, 5].map(peer);
    const read = await readReview(world, cycleId, [...READERS, ...raters]);
    const files = read.filter(({ name, text }) => EXPORTS.includes(name) && !text.startsWith('refused'));
    assert.ok(
      files.filter(({ text }) => text.includes('words 1')).length >= 6,
      'subject, manager, HR; CSV and JSON',
    );
    const reports = read.filter(({ name, text }) => name === 'reviews.report' && !text.startsWith('refused'));
    const named = [...files, ...reports].filter(({ text }) => /peer-\d/i.test(text));
    if (mode === 'named') assert.ok(named.length > 0, 'the control: with names, they are found');
    else {
      assert.deepEqual(
        named.map(({ actor, name }) => `${actor} ${name}`),
        [],
      );
      assert.ok(!files.some(({ text }) => text.includes('alone')), 'one answer of two is not there');
      await authorIsRefused(world, cycleId);
    }
    await world.close();
  }
  const one = await attacked({ seed: SEED });
  for (const { actor, name, text } of one.readings)
    if (!text.startsWith('refused'))
      assert.ok(!/Name-p\d+-/.test(text.replace(/"below":\{[^}]*\}/g, '')), `${actor} ${name}`);
  await one.world.close();
}

async function authorIsRefused(world: AttackWorld, cycleId: string): Promise<void> {
  const readers = ['ben', 'chidi', 'femi', 'pia'];
  // The crawl asked, too.
  world.clock.advance(1000);
  for (const id of readers) {
    const asking = world.as(id).reviews.requestAuthor({ cycleId, subjectId: 'ben' });
    assert.ok((await reasonOf(asking)) !== undefined, id);
  }
  const { items } = await world.as('pia').settings.auditLog({ limit: 100 });
  const now = world.clock.now.toISOString();
  const rows = items.filter(({ operation, at }) => operation === 'reviews.requestAuthor' && at === now);
  assert.deepEqual(rows.map(({ actorId }) => actorId).sort(), [...readers].sort());
}

async function search(): Promise<void> {
  const one = await attacked({ seed: SEED });
  const { world } = one;
  await world.as('p1').recognition.give({ receivers: ['p2'], message: 'said-in-the-open' });
  const searching = QUERIES.filter(({ fields }) =>
    Object.keys(fields).some((field) => ['text', 'query', 'search', 'name'].includes(field)),
  );
  assert.ok(searching.length > 0, 'something can be searched');
  const hits = async (words: string) => {
    const all: Reading[] = [];
    for (const actor of ['p0', 'p5', 'femi', 'ana', 'max', 'pia'])
      for (const query of searching)
        for (const input of inputsOf(query, { words }))
          if (JSON.stringify(input).includes(words))
            all.push({ actor, name: query.name, input, text: await textOf(world, actor, query.name, input) });
    return all;
  };
  // What was said in an answer is found as little as what nobody said.
  const said = await hits(wordsOf('p5'));
  const nothing = await hits('xqzv-k-jw-w7-');
  assert.equal(said.length, nothing.length);
  for (const [at, { name, text }] of said.entries()) assert.equal(text, nothing[at]?.text, name);
  const found = await hits('Name-p5-');
  assert.ok(
    found.some(({ text }) => text.includes('Name-p5-')),
    'the control: names are found',
  );
  await world.close();
}

/** The attacks by lists, files and search. */
export const traceAttacks: Record<string, () => Promise<void>> = {
  'declined/reminder': declinedOrReminder,
  export: exportAttack,
  search,
};

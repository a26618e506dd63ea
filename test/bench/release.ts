/**
 * How long a large review takes to close and to be released, and what others notice of it:
 * `npm run bench:release`. 300 subjects, five directions, eleven forms about each, on SQLite, with the server's worker
 * thread; four people read and give thanks over HTTP all the while. The control is the same without a release.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { collections, createGuildhall, systemActor, type Answers } from '@guildhall/core';
import { connect } from '@guildhall/core/connect';
import { createHandler, developmentIdentity, listen, workerCompute } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';

const SUBJECTS = 300;
const MANAGERS = 30;
const REPORTS = 3;
const PEERS = 4;
const EXTERNALS = 2;
const CONTROL_MS = 8000;
const TEMPLATE = { templateId: 'working-together-360' };
const STATEMENTS = [
  ...['listens', 'explains', 'disagrees', 'agenda', 'voices', 'results'],
  ...['keeps-word', 'quality', 'mistakes', 'reachable', 'shares', 'credits'],
];

const day = (daysAhead: number) => new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
const subject = (n: number) => `s${n % SUBJECTS}`;

const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
const store = sqliteStore({ file: join(folder, 'release.db'), collections });
const compute = workerCompute({
  src: new URL('../../packages/server/src/test/source-worker.mjs', import.meta.url),
});
const guildhall = createGuildhall({ store, compute, onFailure: (error) => console.error(error) });
await guildhall.prepare();

async function cast(): Promise<void> {
  const person = (id: string, managerId?: string) => ({
    id,
    externalId: `e-${id}`,
    name: `Person ${id}`,
    ...(managerId !== undefined && { managerExternalId: `e-${managerId}` }),
  });
  const everybody = [
    person('hr'),
    ...Array.from({ length: MANAGERS }, (_, n) => person(`m${n}`)),
    ...Array.from({ length: SUBJECTS }, (_, n) => person(subject(n), `m${n % MANAGERS}`)),
    ...Array.from({ length: SUBJECTS * REPORTS }, (_, n) => person(`r${n}`, subject(n))),
  ];
  const system = guildhall.as(systemActor);
  for (let at = 0; at < everybody.length; at += 500)
    await system.people.sync({ people: everybody.slice(at, at + 500) });
  await system.people.grantRole({ personId: 'hr', role: 'hrAdmin' });
}

/** Who fills a form about a subject, by direction. */
function ratersOf(n: number) {
  return {
    peer: Array.from({ length: PEERS }, (_, k) => subject(n + 1 + k * 17)),
    upward: Array.from({ length: REPORTS }, (_, k) => `r${n + k * SUBJECTS}`),
    external: Array.from({ length: EXTERNALS }, (_, k) => `r${((n + 5) % SUBJECTS) + k * SUBJECTS}`),
  };
}

function answers(seed: number, upward: boolean): Answers {
  const levels = STATEMENTS.map((id, at) => [id, { level: 1 + ((seed * 7 + at * 3) % 5) }]);
  const text = `What somebody wrote about somebody else, number ${seed}, at the usual length of such a sentence.`;
  return {
    ...Object.fromEntries(levels),
    ...(upward && { 'time-for-me': { level: 4 } }),
    'keep-doing': { text, use: 'words', themes: [] },
  };
}

async function collected(): Promise<string> {
  const hr = guildhall.as({ id: 'hr' }).reviews;
  const direction = {
    self: TEMPLATE,
    manager: TEMPLATE,
    peer: TEMPLATE,
    upward: TEMPLATE,
    external: TEMPLATE,
  };
  const { id } = await hr.createCycle({
    name: 'Large',
    purpose: 'To measure.',
    templateByDirection: direction,
    subjects: Array.from({ length: SUBJECTS }, (_, n) => subject(n)),
    nominationMode: 'hr',
    approval: 'none',
    thresholds: { k360: 3, kText: 5 },
    dates: { nominateBy: day(1), answerBy: day(10) },
  });
  await hr.launch({ id });
  for (let n = 0; n < SUBJECTS; n++)
    await hr.nominate({
      cycleId: id,
      subjectId: subject(n),
      reviewers: Object.entries(ratersOf(n)).flatMap(([relation, ids]) =>
        // The keys are the directions above.
        ids.map((personId) => ({ personId, direction: relation as 'peer' | 'upward' | 'external' })),
      ),
    });
  await hr.startCollecting({ id });
  let sent = 0;
  const raters = Array.from({ length: SUBJECTS }, (_, n) => subject(n)).concat(
    Array.from({ length: MANAGERS }, (_, n) => `m${n}`),
    Array.from({ length: SUBJECTS * REPORTS }, (_, n) => `r${n}`),
  );
  for (const personId of raters) {
    const own = guildhall.as({ id: personId }).reviews;
    for (const task of (await own.tasks({ limit: 100 })).items) {
      const filled = { id: task.id, answers: answers((sent += 1), task.direction === 'upward') };
      await (task.keeping === 'attributed' ? own.submit(filled) : own.answer(filled));
    }
  }
  console.log(`${sent} forms about ${SUBJECTS} people in five directions`);
  return id;
}

/** Calls over HTTP by four people until it is over: how long they waited. */
async function waited(url: string, isOver: () => boolean): Promise<string> {
  const times: number[] = [];
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      const headers = { 'X-Guildhall-Person': `r${lane}` };
      const client = connect(`${url}/guild`, {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers },
          }),
      });
      for (let call = 0; !isOver(); call++) {
        const since = performance.now();
        if (call % 5 === 0) await client.recognition.give({ receivers: [`m${lane}`], message: 'Thank you' });
        else await client.recognition.mine({ of: 'received' });
        times.push(performance.now() - since);
        await setTimeout(10);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms (${times.length} calls)`;
}

try {
  await cast();
  const id = await collected();
  const identity = await developmentIdentity({ host: '127.0.0.1', database: 'memory', empty: true });
  const server = await listen(createHandler(guildhall, { ...identity }), { port: 0 });
  const until = performance.now() + CONTROL_MS;
  console.log(`others, alone:  ${await waited(server.url, () => performance.now() > until)}`);
  const hr = guildhall.as({ id: 'hr' }).reviews;
  let isOver = false;
  const since = performance.now();
  const releasing = async () => {
    await hr.close({ id });
    await hr.release({ id });
    while ((await hr.cycle({ id })).state !== 'released') await setTimeout(50);
    isOver = true;
    return performance.now() - since;
  };
  const [took, beside] = await Promise.all([releasing(), waited(server.url, () => isOver)]);
  console.log(`others, beside: ${beside}`);
  console.log(`closed and released in ${(took / 1000).toFixed(1)} s`);
  const report = await guildhall.as({ id: subject(0) }).reviews.report({ cycleId: id });
  console.log(
    `a report: ${report.classes.map(({ relations, n }) => `${relations.join('+')} ${n}`).join(', ')}`,
  );
  await server.close();
  await guildhall.close();
} finally {
  await rm(folder, { recursive: true });
}

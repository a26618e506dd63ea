/**
 * How fast mentors are found among very many. `npm run bench:finder -- [mentors] [--sqlite]` prints the time to
 * build the index, to rank in it by what can be asked for, and to be answered through the server's handler.
 * Seeded: the same each time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections, createGuildhall, memoryStore, systemActor } from '@guildhall/core';
import { connect } from '@guildhall/core/connect';
import { createHandler } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';
import type { Wanted } from '../../packages/core/src/mentoring/finder/entry.js';
import { MentorFinder } from '../../packages/core/src/mentoring/finder/mentor-finder.js';
import { offers } from '../../packages/core/src/mentoring/model/offer.js';
import { places } from '../../packages/core/src/mentoring/model/places.js';
import { skills as catalog, units } from '../../packages/core/src/people/model.js';
import { Settings } from '../../packages/core/src/settings/model.js';

const SEED = 20_260_310;
const SKILLS = 600;
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl'];
const ZONES = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo'];
const mentors = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 100_000);
const onDisk = process.argv.includes('--sqlite');

/** A generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(SEED);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // Never empty.
const harmonic = Array.from({ length: SKILLS }, (_, rank) => 1 / (rank + 1));
const whole = harmonic.reduce((sum, share) => sum + share, 0);

/** A skill by Zipf's law: the most common one is had by one in seven. */
function zipfSkill(): string {
  let left = random() * whole;
  const rank = harmonic.findIndex((share) => (left -= share) < 0);
  return `Skill ${rank < 0 ? SKILLS - 1 : rank}`;
}

function person(n: number) {
  const known = new Set(Array.from({ length: 5 }, zipfSkill));
  return {
    id: `p${n}`,
    externalId: `e${n}`,
    name: `Person ${n}`,
    department: `Department ${n % 40}`,
    grade: `G${1 + Math.floor(random() * 9)}`,
    timeZone: pick(ZONES),
    languages: ['en', pick(LANGUAGES)],
    ...(n >= 10 && { managerExternalId: `e${Math.floor(n / 10)}` }),
    skills: [...known].map((skill) => ({ skill, level: pick(['working', 'strong', 'teaching'] as const) })),
  };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${what.padEnd(44)} ${(performance.now() - start).toFixed(0).padStart(8)} ms`);
  return result;
}

/** One call: by the clock on the wall, and what of it was work. Only the second means something on a busy machine. */
interface Time {
  wall: number;
  work: number;
}

async function measured(work: () => unknown): Promise<Time> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, work: (user + system) / 1000 };
}

function report(what: string, times: readonly Time[]): void {
  for (const kind of ['wall', 'work'] as const)
    reportOf(
      `${what} (${kind})`,
      times.map((time) => time[kind]),
    );
}

function reportOf(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);
  console.log(
    `${what.padEnd(44)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} ms  (${sorted.length} times)`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
const store = onDisk ? sqliteStore({ file: join(folder, 'bench.db'), collections }) : memoryStore();
const guildhall = createGuildhall({ store });
await guildhall.prepare();
console.log(`${mentors} mentors, ${SKILLS} skills, ${onDisk ? 'SQLite' : 'memory'}, seed ${SEED}`);

await timed('write people', async () => {
  for (let at = 0; at < mentors; at += 10_000) {
    const people = Array.from({ length: Math.min(10_000, mentors - at) }, (_, n) => person(at + n));
    await guildhall.as(systemActor).people.sync({ people });
  }
});
await timed('write offers', async () => {
  for (let at = 0; at < mentors; at += 10_000)
    await store.write(async (tx) => {
      for (let n = at; n < Math.min(mentors, at + 10_000); n++) {
        const capacity = 1 + (n % 3);
        const offer = {
          open: true,
          kinds: n % 4 === 0 ? (['mentoring', 'coaching'] as const).slice() : ['mentoring' as const],
          oneOff: n % 5 !== 0,
          direction: (['either', 'either', 'forward', 'reverse'] as const)[n % 4] ?? 'either',
        };
        const changedAt = new Date(Date.UTC(2026, 0, 1) + n).toISOString();
        await tx.insert(offers, { id: `p${n}`, ...offer, capacity, shelf: 'open', changedAt });
        await tx.insert(places, {
          id: `open p${n}`,
          scope: 'open',
          personId: `p${n}`,
          capacity,
          left: capacity,
        });
      }
    });
});

const idOf = new Map<string, string>();
await store.read(async (tx) => {
  for (let after: string | undefined; ;) {
    const step = await tx.find(catalog, { order: '+listed', limit: 1000, after });
    for (const { id, name } of step.items) idOf.set(name, id);
    if ((after = step.next) === undefined) return;
  }
});
const someSkill = () => idOf.get(zipfSkill()) ?? 'none';

const finder = new MentorFinder(Settings.parse({}), () => new Date());
await timed('build the index', () => store.read((tx) => finder.refresh(tx, 0)));
const departmentIds = await store.read(async (tx) => {
  const found = await tx.find(units, { where: { kind: 'department' }, order: '+sortName', limit: 100 });
  return found.items.map(({ id }) => id);
});
const ASKED: Record<string, () => Wanted> = {
  skill: () => ({ skill: someSkill() }),
  'skill and language': () => ({ skill: someSkill(), language: pick(LANGUAGES) }),
  language: () => ({ language: pick(LANGUAGES) }),
  department: () => ({ department: pick(departmentIds) }),
  kind: () => ({ kind: 'coaching' }),
  forward: () => ({ direction: 'forward' }),
  'reverse, a skill': () => ({ direction: 'reverse', skill: someSkill() }),
  'all of these': () => ({
    ...{ skill: someSkill(), language: pick(LANGUAGES), department: pick(departmentIds) },
    ...{ kind: 'mentoring', oneOff: true, direction: 'forward' },
  }),
  nothing: () => ({}),
};
for (const [asked, ask] of Object.entries(ASKED)) {
  const rankings: Time[] = [];
  for (let n = 0; n < 700; n++) {
    const wanted = ask();
    const mentee = {
      id: `p${Math.floor(random() * mentors)}`,
      roles: ['mentee' as const],
      languages: ['en'],
      timeZone: pick(ZONES),
      level: 1 + Math.floor(random() * 9),
      goals: wanted.skill === undefined ? [] : [{ skill: wanted.skill }],
    };
    const time = await measured(() => finder.rank(mentee, { wanted, window: 0 }));
    if (n >= 200) rankings.push(time);
  }
  report(`in the index, by ${asked}`, rankings);
}

const handler = createHandler(guildhall, {
  identify: (request) => ({ id: request.headers.get('x-bench-person') ?? '' }),
});
const clientOf = (id: string) =>
  connect('http://guildhall.test', {
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('x-bench-person', id);
      return handler(new Request(url instanceof Request ? url.url : url, { ...init, headers }));
    },
  });
await timed('first call through the server', () =>
  clientOf('p0').mentoring.findMentors({ skill: someSkill() }),
);
for (const asked of ['skill', 'skill and language', 'nothing'] as const) {
  const calls: Time[] = [];
  for (let n = 0; n < 220; n++) {
    const client = clientOf(`p${Math.floor(random() * mentors)}`);
    const input = {
      ...(asked !== 'nothing' && { skill: someSkill() }),
      ...(asked === 'skill and language' && { language: pick(LANGUAGES) }),
    };
    const time = await measured(() => client.mentoring.findMentors(input));
    if (n >= 20) calls.push(time);
  }
  report(`through the server, by ${asked}`, calls);
}
console.log(`resident memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
await guildhall.close();
await rm(folder, { recursive: true, force: true });

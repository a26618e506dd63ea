/** P7: whether the time of an answer tells why nothing is shown. */
import { attacked, type Attacked } from '../security/attack-release.js';
import { randomFrom, type AttackWorld } from '../security/attack-world.js';
import { compared, type TwoSample } from './statistics.js';

/** The causes that must not be told from each other. */
export const CAUSES = ['suppressed', 'empty', 'forbidden'] as const;

/** What was measured. */
export interface Times {
  /** Calls of each cause. */
  calls: number;
  /** The median of each cause, in microseconds. */
  medians: Record<string, number>;
  pairs: ({ pair: string } & TwoSample)[];
  /** The control: what is shown against what is suppressed. */
  control: TwoSample;
  /** How often all of it was measured, until chance or a busy machine told nothing apart. */
  tries: number;
  /** Whether status, body and length were the same for all causes. */
  same: boolean;
}

/** Below this two samples are called different. */
export const SEPARABLE = 0.01;
/** Of six tests that nothing tells apart one is below 0.01 in one run of twenty; three in a row are not chance. */
const TRIES = 3;

/**
 * A manager, in the process itself and without a network, asks for a group that is hidden (her own people), for one
 * that nobody is in, and for one that is shown to others: in random order, as often each. As a control HR asks for the
 * hidden one and one that is shown.
 */
export async function runTimes(calls: number, seed: number): Promise<Times> {
  const one = await attacked({ seed, survey: { readers: { managers: true, members: false } } });
  const manager = ['p0', 'p1', 'p2', 'p3'].find((id) => isHidden(one, `below:${id}`));
  const shown = one.shown.find(({ group }) => /^department:\S+$/.test(group))?.group;
  if (manager === undefined || shown === undefined) throw new Error(`Seed ${seed} has no such groups.`);
  const input = (group: string) => ({ waveId: one.waveId, group });
  const small = `below:${manager}`;
  const asked = {
    suppressed: { actor: manager, input: input(small) },
    empty: { actor: manager, input: input('department:none') },
    forbidden: { actor: manager, input: input(shown) },
  };
  const control = {
    suppressed: { actor: 'femi', input: input(small) },
    shown: { actor: 'femi', input: input(shown) },
  };
  const bodies = new Set<string>();
  for (const { actor, input: sent } of Object.values(asked))
    bodies.add(JSON.stringify(await one.world.as(actor).pulse.report(sent)));
  for (let tries = 1; ; tries++) {
    const times = await measured(one.world, asked, calls, seed + tries);
    const pairs = [0, 1, 2].map((at) => {
      const [first, second] = [CAUSES[at % 3] ?? '', CAUSES[(at + 1) % 3] ?? ''];
      return { pair: `${first}, ${second}`, ...compared(times[first] ?? [], times[second] ?? []) };
    });
    const told = pairs.some(({ mannWhitney, kolmogorovSmirnov }) =>
      [mannWhitney, kolmogorovSmirnov].some((p) => p <= SEPARABLE),
    );
    if (told && tries < TRIES) continue;
    const other = await measured(one.world, control, calls, seed);
    const medians = Object.fromEntries(CAUSES.map((cause) => [cause, median(times[cause] ?? [])]));
    await one.world.close();
    return {
      ...{ calls, medians, pairs, tries, same: bodies.size === 1 },
      control: compared(other['suppressed'] ?? [], other['shown'] ?? []),
    };
  }
}

/** Somebody answered in the group, and nothing of it is shown. */
function isHidden({ members, shown }: Attacked, group: string): boolean {
  return (members.get(group)?.length ?? 0) > 0 && !shown.some((one) => one.group === group);
}

/** How long each call took, in microseconds, by cause; the causes in random order. */
async function measured(
  { guildhall }: AttackWorld,
  asked: Record<string, { actor: string; input: object }>,
  calls: number,
  seed: number,
): Promise<Record<string, number[]>> {
  const random = randomFrom(seed);
  const causes = Object.keys(asked);
  const times: Record<string, number[]> = Object.fromEntries(causes.map((cause) => [cause, []]));
  const order = Array.from({ length: calls }, () => causes).flat();
  const ordered = order.map((cause) => ({ cause, key: random() })).sort((a, b) => a.key - b.key);
  // The first calls warm up the process, and are not counted.
  for (const [at, { cause }] of [...ordered.slice(0, 500), ...ordered].entries()) {
    const { actor, input } = asked[cause] ?? { actor: '', input: {} };
    const since = process.hrtime.bigint();
    await guildhall.perform('pulse.report', input, { actor: { id: actor } });
    const took = Number(process.hrtime.bigint() - since) / 1000;
    if (at >= Math.min(500, ordered.length)) times[cause]?.push(took);
  }
  return times;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

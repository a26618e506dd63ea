/** One task at the level of people, in a process of its own: `node people-child.mjs TASK NUMBER…`; prints JSON. */
import { crowd, plainProgram } from './.engine/crowd.js';
import { match, MentorIndex } from './.engine/index.js';
import { optimum } from './.engine/optimize.js';
import { planOf } from './.engine/plan.js';
import { fieldOf } from './.engine/field.js';
import { solve } from './.engine/solve.js';
import { transpose } from './.engine/transpose.js';

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The CPU time of some work in milliseconds, and what came of it. */
async function timed(work) {
  const before = cpu();
  const result = await work();
  return { spent: cpu() - before, result };
}

function finish(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))];

const tasks = {
  /** From profiles to pairs with reasons and a proof over all eligible pairs; `times` in one process. */
  async whole(mentees, mentors, skills, times) {
    const people = crowd({ seed: 1, mentees, mentors, skills, capacity: 10 });
    const spent = [];
    let last;
    for (let time = 0; time < times; time++) {
      const run = await timed(() => match(people, plainProgram));
      spent.push(run.spent);
      last = run.result;
    }
    const { pairs, certificate, fairness, total } = last;
    return { spent, matched: pairs.length, total, worst: fairness.worst, ...certificate };
  },
  /** An index, and one ranking of 20 after another. */
  async ranking(mentors, skills, queries) {
    const people = crowd({ seed: 1, mentees: queries, mentors, skills });
    const builds = [];
    let index;
    for (let time = 0; time < 4; time++) {
      const build = await timed(() => new MentorIndex(people, plainProgram));
      builds.push(build.spent);
      index = build.result;
    }
    for (const { id } of people.slice(-200)) index.rank(id, { limit: 20 });
    const spent = people.slice(mentors).map(({ id }) => {
      const begin = cpu();
      index.rank(id, { limit: 20 });
      return cpu() - begin;
    });
    return { build: Math.min(...builds), p50: quantile(spent, 0.5), p95: quantile(spent, 0.95) };
  },
  /** Mentors leave one after another: the same candidates, solved again from the last prices. */
  async events(mentees, mentors, skills, count) {
    const people = crowd({ seed: 1, mentees, mentors, skills, capacity: 10 });
    const { problem, answer } = finish(optimum(planOf(fieldOf(people, plainProgram))));
    const columns = transpose(problem);
    let start = { prices: answer.prices, match: answer.match, transpose: columns };
    const spent = [];
    for (let event = 0; event < count; event++) {
      problem.capacity[(event * 7919) % mentors] = 0;
      const begin = cpu();
      const { prices, match: now, gap } = finish(solve(problem, { start }));
      spent.push(cpu() - begin);
      if (!(gap < 1)) throw new Error(`event ${event}: gap ${gap}`);
      start = { prices, match: now, transpose: columns };
    }
    return { p50: quantile(spent, 0.5), p95: quantile(spent, 0.95), most: Math.max(...spent) };
  },
};

const [, , task, ...numbers] = process.argv;
const figures = await tasks[task](...numbers.map(Number));
console.log(JSON.stringify({ ...figures, rss: Math.round(process.resourceUsage().maxRSS / 1024) }));

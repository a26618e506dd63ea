/** One solver on one instance, in a process of its own: `node child.mjs SOLVER FILE TIMES`; prints JSON. */
import { load } from './store.mjs';
import { solvers } from './solvers.mjs';

const [, , name, file, times] = process.argv;
const { prepare, open } = solvers[name];
const solve = await open();
const instance = load(file);
const input = prepare ? prepare(instance) : instance;
const spent = [];
let result;
for (let time = 0; time < Number(times); time++) {
  const before = process.cpuUsage();
  result = solve(input);
  const { user, system } = process.cpuUsage(before);
  spent.push((user + system) / 1000);
}
const { total, matched, gap } = result;
console.log(
  JSON.stringify({ total, matched, gap, spent, rss: Math.round(process.resourceUsage().maxRSS / 1024) }),
);

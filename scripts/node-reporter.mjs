/**
 * A reporter for Node's test runner that shows what failed and what was skipped, and leaves the counts, and the
 * files of what failed, as JSON in the file that GUILDHALL_TEST_COUNTS names.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const skips = new Map();
  const files = new Set();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' || type === 'test:fail') {
      const outcome = outcomeOf(type, data);
      if (outcome) counts[outcome] += 1;
      // The outermost test names the file that was run; what is inside may come from a shared one.
      if (type === 'test:fail' && data.nesting === 0) files.add(relative(process.cwd(), data.file ?? ''));
      if (outcome === 'failed') yield describeFailure(data);
      if (outcome === 'skipped') {
        const reason = [data.skip, data.todo].find((why) => typeof why === 'string') ?? 'no reason given';
        skips.set(reason, [...(skips.get(reason) ?? []), data.name]);
      }
    }
  }
  for (const [reason, names] of skips) yield `skipped ${names.length}: ${reason} (${names[0]}, …)\n`;
  yield `node: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
  const file = process.env.GUILDHALL_TEST_COUNTS;
  if (file) writeFileSync(file, JSON.stringify({ ...counts, files: [...files] }));
}

/** What to count an event as. Suites and parents say nothing of their own, unless they broke by themselves. */
function outcomeOf(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  if (type === 'test:fail') {
    return data.details.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  }
  return data.details.type === 'suite' ? undefined : 'passed';
}

function describeFailure({ name, file, details }) {
  const where = file ? ` (${relative(process.cwd(), file)})` : ''; // Its line number is that of the compiled code.
  const cause = details.error?.cause ?? details.error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 5 });
  return `\n✖ ${name}${where}\n${text.replace(/^/gm, '    ')}\n\n`;
}

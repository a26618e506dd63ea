/**
 * A reporter for Web Test Runner that leaves the counts, and the files of what failed, as JSON in the file that
 * GUILDHALL_TEST_COUNTS names.
 * The failures themselves are shown by the runner's own reporter, beside which it runs.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const files = new Set();
      for (const session of sessions) {
        const { failed } = counts;
        for (const test of testsIn(session.testResults)) {
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        }
        // A file that broke outside of its tests, while loading for instance.
        if (session.errors.length > 0) counts.failed += 1;
        if (counts.failed > failed) files.add(relative(process.cwd(), session.testFile));
      }
      console.log(`browser: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
      const file = process.env.GUILDHALL_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ ...counts, files: [...files] }));
    },
  };
}

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}

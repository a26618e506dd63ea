/**
 * A reporter for Web Test Runner that leaves the counts as JSON in the file that GUILDHALL_TEST_COUNTS names.
 * The failures themselves are shown by the runner's own reporter, beside which it runs.
 */
import { writeFileSync } from 'node:fs';

export function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        for (const test of testsIn(session.testResults)) {
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        }
        // A file that broke outside of its tests, while loading for instance.
        if (session.errors.length > 0) counts.failed += 1;
      }
      console.log(`browser: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
      const file = process.env.GUILDHALL_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}

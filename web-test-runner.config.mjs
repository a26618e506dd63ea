/** The elements' tests, in a real Chromium, straight from the TypeScript sources. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { countingReporter } from './scripts/browser-reporter.mjs';
import { ensureBrowser } from './scripts/find-browser.mjs';

const args = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];
if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium has no sandbox for root.

/**
 * Every page in a window of its own: a tab behind another gets one animation frame in a second, which Lit and our own
 * code wait for. Each believes to be the one in use.
 */
async function createPage({ context }) {
  const page = await context.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default {
  files: ['packages/elements/src/**/*.test.ts'],
  concurrency: 2,
  nodeResolve: { exportConditions: ['guildhall-source', 'development', 'browser'] },
  plugins: [
    // Decorators and fields get their meaning from this tsconfig alone: it must be the one that the build uses.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath: await ensureBrowser(), args }, createPage })],
  // A busy machine may take its time; what hangs is still found.
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 900_000,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    countingReporter(),
  ],
  coverageConfig: { include: ['packages/*/src/**'] },
  filterBrowserLogs: (log) => !String(log.args[0]).startsWith('Lit is in dev mode'),
};

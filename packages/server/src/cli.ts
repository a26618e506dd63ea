#!/usr/bin/env node
import { runCommandLine } from './cli/main.js';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: console.log,
  error: console.error,
  env: process.env,
});

#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };

// Answered before anything is imported: a shell prompt or a bug report may ask often.
const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${manifest.version}\n`);
} else {
  const { runProgram } = await import('./commands/program.ts');
  process.exitCode = await runProgram(process.argv.slice(2), manifest.version);
}

// How quick and how frugal the built program is: `npm run build && node scripts/bench.mjs [RUNS]`. Machines differ, and so does what else
// they do: look at the ratios, which come from runs that took turns. No Kafka is started. (Linux, for processor time and memory.)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';

const program = process.env.KAFKA_LESSONS_TEST_PROGRAM ?? fileURLToPath(new URL('../dist/main.mjs', import.meta.url));
const runs = Number(process.argv[2] ?? 10);
const idleSeconds = 20;
const home = mkdtempSync(join(tmpdir(), 'kafka-lessons-bench-'));
// Without Java and Docker on its PATH the program has nothing to start.
const env = {
  KAFKA_LESSONS_HOME: home,
  KAFKA_LESSONS_ENGINE: 'native',
  LC_ALL: 'C.UTF-8',
  TERM: 'xterm-256color',
  PATH: home,
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = (args) => {
  const began = performance.now();
  execFileSync(process.execPath, args, { env, stdio: 'ignore' });
  return performance.now() - began;
};

/** Starts the app in a pty; resolves with it and the milliseconds to the frame that shows where the learner is. */
function firstFrame() {
  const began = performance.now();
  const child = pty.spawn(process.execPath, [program], { cols: 80, rows: 24, env });
  const app = { child, written: 0, ended: new Promise((resolve) => child.onExit(resolve)) };
  return new Promise((resolve) => {
    let text = '';
    child.onData((data) => {
      app.written += data.length;
      if (text.includes('step 1/')) return;
      text += data;
      if (text.includes('step 1/')) resolve({ app, child, ended: app.ended, ms: performance.now() - began });
    });
  });
}

/** Seconds of a core that a process has used so far. */
function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

try {
  const times = { node: [], version: [], frame: [] };
  for (let run = 0; run < runs; run += 1) {
    times.node.push(timed(['-e', '0']));
    times.version.push(timed([program, '--version']));
    const { child, ended, ms } = await firstFrame();
    times.frame.push(ms);
    child.kill('SIGTERM');
    await ended;
  }
  const node = median(times.node);
  for (const [what, values] of [
    ['node -e 0', times.node],
    ['--version', times.version],
    ['first frame', times.frame],
  ]) {
    const each = median(values);
    console.log(
      `${what.padEnd(12)} ${each.toFixed(0).padStart(6)} ms   ${(each / node).toFixed(2).padStart(5)} x node -e 0`,
    );
  }
  if (process.platform === 'linux') {
    const { child, app, ended } = await firstFrame();
    await pause(3_000);
    const [cpu, written] = [cpuSeconds(child.pid), app.written];
    await pause(idleSeconds * 1_000);
    const share = ((cpuSeconds(child.pid) - cpu) / idleSeconds) * 100;
    const rss = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
    console.log(
      `at rest      ${share.toFixed(2)} % of a core, ${app.written - written} bytes to the terminal in ${idleSeconds} s, ${rss.toFixed(0)} MB`,
    );
    child.kill('SIGTERM');
    await ended;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

// Makes a class data archive and puts it in place when it is whole. Runs on its own, at low priority, because it may outlive the
// program that wants it: node make-archive.mjs TARGET JAVA ARGUMENT…
import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const [target, java, ...args] = process.argv.slice(2);
const part = `${target}.${process.pid}.part`;
const note = `${target}.making`;

const remove = (path) => rmSync(path, { force: true });

try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Not allowed here: then at normal priority.
}

const child = spawn(java, [`-XX:SharedArchiveFile=${part}`, ...args], {
  stdio: ['ignore', 'ignore', 'pipe'],
  windowsHide: true,
});
let said = '';
child.stderr.on('data', (chunk) => {
  said = `${said}${chunk}`.slice(-4000);
});

let ended = false;
process.on('SIGTERM', () => {
  ended = true;
  child.kill('SIGKILL');
});
child.on('error', (error) => {
  said = error.message;
});
child.on('close', (code) => {
  try {
    if (code === 0) renameSync(part, target);
    // Remembered, so that a machine on which it cannot work does not try again at every start.
    else if (!ended) writeFileSync(`${target}.failed`, said);
  } finally {
    remove(part);
    remove(note);
  }
  process.exitCode = code === 0 ? 0 : 1;
});

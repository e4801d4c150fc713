import { expect, it } from 'vitest';
import { chosenFirst } from '../../../src/commands/doctor.ts';
import type { Finding } from '../../../src/engine/types.ts';

const port: Finding = { id: 'port', level: 'ok', what: 'Port 9092 is free.' };
const noJava: Finding = { id: 'java-missing', level: 'error', what: 'Java is missing.' };
const noDocker: Finding = { id: 'docker-not-running', level: 'error', what: 'Docker does not run.' };

it('tells the chosen engine first, what both found once, and what the other lacks as a note', () => {
  const docker = { engine: 'docker', usable: true, findings: [port] } as const;
  const native = { engine: 'native', usable: false, findings: [noJava, port] } as const;
  expect(chosenFirst([native, docker], 'docker')).toEqual([
    docker,
    { ...native, findings: [{ ...noJava, level: 'warning' }] },
  ]);
});

it('leaves the errors of both errors where none can be used', () => {
  const docker = { engine: 'docker', usable: false, findings: [noDocker] } as const;
  const native = { engine: 'native', usable: false, findings: [noJava] } as const;
  expect(chosenFirst([docker, native], 'native')).toEqual([native, docker]);
});

it('does not call a broker of the other engine a stranger at its port', () => {
  const taken: Finding = { id: 'port-taken', level: 'warning', what: 'Port 9092 is used by java (pid 7).' };
  const ours: Finding = { id: 'port', level: 'ok', what: 'Port 9092 is used by the broker of the lessons.' };
  const docker = { engine: 'docker', usable: true, findings: [taken] } as const;
  const native = { engine: 'native', usable: true, findings: [ours] } as const;
  for (const chosen of ['native', 'docker'] as const) {
    const told = chosenFirst([docker, native], chosen).flatMap(({ findings }) => findings);
    expect(told).toEqual([ours]);
  }
  expect(chosenFirst([docker], 'docker')).toEqual([docker]);
});

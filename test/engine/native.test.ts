import { execa } from 'execa';
import { expect, it } from 'vitest';
import { drain, startTestBroker } from '../support/broker.ts';

it('starts a broker and runs a tool', async () => {
  let t = performance.now();
  const lap = (what: string) => {
    console.log(what, Math.round(performance.now() - t));
    t = performance.now();
  };
  const broker = await startTestBroker();
  lap('cold');
  try {
    console.log(await drain(broker.engine.ensure(['broker'])));
    lap('warm1');
    await drain(broker.engine.ensure(['broker']));
    lap('warm2');
    const spawnable = await broker.engine.spawnable({
      tool: 'kafka-topics',
      args: ['--bootstrap-server', 'localhost:9092', '--create', '--topic', 'a'],
    });
    lap('spawnable');
    const { env } = spawnable;
    const r = await execa(spawnable.file, spawnable.args, { env });
    lap('tool');
    console.log(r.stdout, r.stderr, spawnable.shown);
    expect(r.stdout).toContain('Created topic a');
    console.log(await broker.engine.status());
  } finally {
    t = performance.now();
    await broker.stop();
    lap('stop');
  }
});

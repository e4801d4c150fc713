import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeCommand, untilOver } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/** The command line on a real broker: completed, pasted into, mended, and there again after a restart. */

const at = '--bootstrap-server localhost:9092';
const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
  await stage.run(['up']);
});
afterAll(() => stage.remove());

async function open(): Promise<void> {
  app.type('/');
  await app.until('Enter run');
}

/** Until the line that is typed is this; long ones are not seen whole. */
const untilLine = (line: string): Promise<void> =>
  app.until((screen) => screen.includes(line.length < 70 ? ` $ ${line}` : line.slice(-40)));

/** The names are read while the line is open: they may come a moment after the key. */
async function completeName(wanted: string): Promise<void> {
  for (;;) {
    app.type(keys.tab);
    await app.until((screen) => screen.includes(wanted) || screen.includes('wants a value'));
    if (app.screen().includes(wanted)) return;
    // Any key takes the remark away.
    app.type('x\u007f');
    await app.until((screen) => !screen.includes('wants a value'));
  }
}

describe('the command line in 80x24', () => {
  beforeAll(async () => {
    app = stage.start();
    await app.until('broker up');
  });

  it('completes a tool, an option with what it is, and a topic that was just made', async () => {
    await typeCommand(app, `kafka-topics.sh ${at} --create --topic orders-of-today`);
    await open();
    app.type(`kafka-top${keys.tab}`);
    await untilLine('kafka-topics.sh');
    app.type(`--b${keys.tab}${keys.tab}`);
    await untilLine(`kafka-topics.sh ${at}`);
    app.type(`--de${keys.tab}`);
    await app.until('List details for the given topics');
    app.type(`sc${keys.tab}--topic `);
    await untilLine(`kafka-topics.sh ${at} --describe --topic`);
    await completeName('--topic orders-of-today');
    app.type(keys.enter);
    await app.until(/Topic: orders-of-today\s+TopicId/);
    await untilOver(app);
  });

  it('tells of the topic that was probably meant, and runs the line', async () => {
    await typeCommand(app, `kafka-topics.sh ${at} --describe --topic order-of-today`);
    await app.until('ended with exit code 1');
    // What the tool prints of it is long; this still stands below.
    await app.until('There was no topic order-of-today when this began; there is a topic orders-of-today');
  });

  it('says at once that an address is missing, and mends the line', async () => {
    await open();
    app.type(`kafka-topics.sh --list${keys.enter}`);
    await app.until('was not told where Kafka is');
    expect(app.screen()).toContain(`Tab  kafka-topics.sh ${at} --list`);
    app.type(keys.tab);
    await untilLine(`kafka-topics.sh ${at} --list`);
    app.type(keys.enter);
    await app.until((screen) => !screen.includes('Enter run ') && screen.includes('orders-of-today'));
    await untilOver(app);
  });

  it('brings pasted lines one after the other, and runs none by itself', async () => {
    await open();
    app.type(paste('$ echo first \\\n>   line\nfirst line\n$ echo second\n'));
    await untilLine('echo first line');
    await app.until('1 more line waits: Enter runs this one');
    app.type(keys.enter);
    await untilLine('echo second');
    expect(app.screen()).not.toMatch(/^ *second$/m);
    app.type(keys.ctrlC);
    await app.until((screen) => !screen.includes(' $ echo second'));
  });

  it('sends pasted lines to a producer as they were typed', async () => {
    await open();
    app.type(`kafka-console-producer.sh ${at} --topic orders-of-today${keys.enter}`);
    await app.until('Enter send');
    app.type(paste('one\ntwo\nthr'));
    await app.until((screen) => screen.includes(' > thr'));
    app.type(`ee${keys.enter}${keys.ctrlD}`);
    await untilOver(app);
    await typeCommand(app, `kafka-console-consumer.sh ${at} --topic orders-of-today --from-beginning --max-messages 3`);
    await app.until(/one\s+two\s+three/);
  });

  it('has its lines again after kill -TERM, those that begin as what is typed', async () => {
    app.kill('SIGTERM');
    await app.ended;
    app = stage.start();
    await app.until('broker up');
    await open();
    app.type(`kafka-topics${keys.up}`);
    await untilLine(`kafka-topics.sh ${at} --list`);
    app.type(keys.up);
    await untilLine(`kafka-topics.sh ${at} --describe --topic order-of-today`);
    app.type(`${keys.ctrlC}q`);
    await app.ended;
  });
});

describe('the command line in 60x16', () => {
  it('shows candidates above it, and nothing is wider or higher than the window', async () => {
    app = stage.start({ columns: 60, rows: 16 }, ['--lang', 'ko']);
    await app.until('브로커 켜짐');
    app.type('/');
    await app.until('Enter 실행');
    app.type(`kafka-console-consumer.sh --${keys.tab}`);
    await app.until('더 있습니다');
    const rows = app.rows();
    expect(rows[13]).toContain('$ kafka-console-consumer.sh --');
    expect(rows.slice(8, 13).join('\n')).toContain('--bootstrap-server');
    app.type(`${keys.escape}`);
    await app.until((screen) => !screen.includes('더 있습니다'));
    app.type(keys.ctrlC);
    await app.until((screen) => !screen.includes('$ kafka'));
    app.type('q');
    await app.ended;
  });
});

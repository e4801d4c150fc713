import { describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { partition, snapshot, topic } from '../live/support.ts';
import { filesPack } from './support/course.ts';
import { type Script, startPlain } from './support/plain-app.ts';
import { ended, phase, ref, runOf } from './support/states.ts';

const passing: Script = {
  perform: (session) => {
    session.emit(
      phase('create', 'running'),
      ...runOf(1, 'create', ['Created topic quickstart-events.']),
      ended(1),
      {
        type: 'check',
        ref: ref('create'),
        index: 0,
        label: 'topic quickstart-events',
        state: { status: 'waiting', expected: 'exists', actual: 'nothing', ms: 100 },
      },
      {
        type: 'check',
        ref: ref('create'),
        index: 0,
        label: 'topic quickstart-events',
        state: { status: 'waiting', expected: 'exists', actual: 'nothing', ms: 200 },
      },
      {
        type: 'check',
        ref: ref('create'),
        index: 0,
        label: 'topic quickstart-events',
        state: { status: 'pass', expected: 'exists', actual: 'exists' },
      },
    );
    session.finish('passed');
    return 'passed';
  },
};

describe('plain mode', () => {
  it('prints the step and the keys, and only ever adds lines', async () => {
    const { text, untilText, type, end } = startPlain();
    await untilText('[Enter run | ? keys | q quit]');
    expect(text()).toContain('step 1/5');
    expect(text()).toContain('A topic is a named log.');
    type('?', 'q');
    await end;
    expect(text()).toContain('have the step done for you');
    expect(text()).not.toMatch(/[\u001b\r]/);
  });

  it('looks at Kafka once for v, and prints it', async () => {
    const { session, text, untilText, type } = startPlain();
    await untilText('[Enter run | ? keys | q quit]');
    type('v');
    await vi.waitFor(() => expect(session.asked).toContain('look-live'));
    session.emit({ type: 'live', snapshot: snapshot({ topics: [topic('orders', partition(0, { high: 3n }))] }) });
    await untilText('brokers  ✓ 1  ✓ 2  ✓ 3');
    expect(text()).toMatch(/^ {2}0 \|=+> 0\.\.2 {2}leader 1 {2}isr ✓1 ✓2 ✓3$/m);
    expect(session.asked).not.toContain('watch-live true');
  });

  it('performs a step on Enter and goes on', async () => {
    const { session, text, untilText, type } = startPlain({ script: passing });
    type('');
    await untilText('[Enter next | ? keys | q quit]');
    expect(text()).toContain('Created topic quickstart-events.');
    expect(text()).toContain('✓ ok       topic quickstart-events');
    expect(text().match(/- waiting/g)).toHaveLength(1);
    type('');
    await untilText('Partitions are how Kafka shares work.');
    expect(session.asked).toEqual(['open topics/create', 'perform', 'open topics/why']);
  });

  it('plays a course from lines that are all there at once, and ends with them', async () => {
    const { session, stdin, text, end } = startPlain({ script: passing });
    stdin.end(['', '', '', '1', '2', '', 's', '', 'n', 'q'].join('\n'));
    await expect(end).resolves.toMatchObject({ reason: 'quit' });
    expect(text()).toContain('✗ not this one');
    expect(text()).toContain('✓ right');
    expect(session.asked).toEqual([
      'open topics/create',
      'perform',
      'open topics/why',
      'perform',
      'open topics/quiz',
      'answer 0',
      'answer 1',
      'open topics/mine',
      'skip',
      'open topics/produce',
    ]);
  });

  it('ends when the input ends', async () => {
    const { stdin, end } = startPlain();
    stdin.end();
    await expect(end).resolves.toMatchObject({ reason: 'quit' });
  });

  it('sends lines to the command that reads them', async () => {
    let finish: () => void = () => {};
    const { session, type, untilText } = startPlain({
      done: { 'topics/create': 'passed', 'topics/why': 'passed', 'topics/quiz': 'passed', 'topics/mine': 'passed' },
      script: {
        perform: (asked) => {
          asked.emit(phase('produce', 'running'), ...runOf(1, 'produce', [], { kind: 'interactive' }));
          return new Promise((resolve) => {
            finish = () => resolve('open');
          });
        },
      },
    });
    type('');
    await untilText('[every line you type is sent');
    type('hello', 'q', '.');
    await vi.waitFor(() => expect(session.asked.slice(2)).toEqual(['send hello', 'send q', 'end-input']));
    finish();
  });

  it('stops what runs', async () => {
    const { session, type, untilText } = startPlain({
      script: {
        perform: (asked) => {
          asked.emit(phase('create', 'running'), ...runOf(1, 'create', ['out']));
          return new Promise(() => {});
        },
      },
    });
    type('');
    await untilText('out');
    type('x');
    await vi.waitFor(() => expect(session.asked).toContain('stop'));
  });

  it('runs commands, shows hints, lessons and the command itself', async () => {
    const { session, type, untilText } = startPlain();
    type('/kafka-topics.sh --list', 'h', 'l', 'l 4', 'y', 'zz');
    await untilText('with an s.');
    await untilText('   4  locked   A topic of your own');
    await untilText('Locked. First comes: Topics / Create a topic.');
    await untilText('\nkafka-topics.sh --bootstrap-server localhost:9092 --create');
    await untilText('"zz" is no key here.');
    expect(session.asked).toContain('type kafka-topics.sh --list');
  });

  it('says why a line was refused only once', async () => {
    const { session, text, untilText } = startPlain();
    await untilText('[Enter run');
    const problem = 'There is no tool "x" here.';
    session.emit(
      ...runOf(1, 'create', [problem, 'Did you mean y?'], { line: 'x', typed: true }),
      { type: 'run-ended', run: 1, end: { exit: undefined, timedOut: false, stopped: false, ms: 0, problem } },
      { type: 'notice', level: 'warning', text: problem },
      { type: 'notice', level: 'info', text: 'Something else.' },
    );
    await untilText('Something else.');
    expect(text().split(problem)).toHaveLength(2);
  });

  it('does not skip what is not confirmed', async () => {
    const { session, type, untilText } = startPlain();
    type('s', 'n');
    await untilText('Enter skips, n does not.');
    type('zz');
    await untilText('is no key here');
    expect(session.asked).not.toContain('skip');
  });

  it('says the right answer of a quiz that was skipped', async () => {
    const done = { 'topics/create': 'passed', 'topics/why': 'passed' } as const;
    const { text, untilText, type } = startPlain({ done });
    await untilText('its place in the whole topic');
    type('s', 's');
    await untilText('Done for you');
    expect(text()).toMatch(/2 \( \) its place in its partition\n +✓ right\n +It starts at 0 and never changes\./);
    expect(text()).not.toContain('not this one');
  });

  it('names background output', async () => {
    const { session, untilText } = startPlain();
    await untilText('[Enter run');
    session.emit(...runOf(3, 'create', ['one record'], { kind: 'background', id: 'reader' }));
    await untilText('[reader] one record');
  });

  it('says each phase of a service once', async () => {
    const { session, text, untilText } = startPlain();
    await untilText('[Enter run');
    for (const done of [1e6, 2e6, 3e6]) {
      session.emit({
        type: 'service',
        service: 'broker',
        state: { state: 'starting', progress: { service: 'broker', phase: 'downloading', done, total: 9e6 } },
      });
    }
    session.emit({ type: 'service', service: 'broker', state: { state: 'up', address: '127.0.0.1:9092' } });
    await untilText('The broker is ready.');
    expect(text().match(/Downloading/g)).toHaveLength(1);
  });

  it('rejects when the session fails although it should not', async () => {
    const { type, end } = startPlain({
      script: {
        perform: () => {
          throw new Error('a fault of ours');
        },
      },
    });
    type('');
    await expect(end).rejects.toThrow('a fault of ours');
  });

  it('says where the file of the step is, and opens it', async () => {
    let close: () => void = () => {};
    const onEdit = vi.fn(async () => {
      await new Promise<void>((resolve) => {
        close = resolve;
      });
    });
    const { session, type, text, untilText } = startPlain({ pack: filesPack(), app: { onEdit } });
    await untilText('[Enter run');
    session.emit({ type: 'opened', ref: ref('mend', 'files'), folder: '/w/files' });
    type('e');
    await untilText('The file of this step: /w/files/compose.yaml');
    await vi.waitFor(() => expect(onEdit).toHaveBeenCalledOnce());
    // For the editor, not for us; and what happens meanwhile would stand in its text.
    type('t');
    session.emit({ type: 'notice', level: 'info', text: 'Meanwhile.' });
    expect(text()).not.toContain('Meanwhile.');
    expect(text().match(/Text of Mend it/g)).toHaveLength(1);
    close();
    await untilText('Meanwhile.');
    await vi.waitFor(() => expect(text().match(/Text of Mend it/g)).toHaveLength(2));
  });

  it('says where it is also without an editor, and what to set', async () => {
    const missing = new EnvironmentError({ what: 'No editor was found.', next: 'Set VISUAL or EDITOR.' });
    const { session, type, untilText } = startPlain({
      pack: filesPack(),
      app: { onEdit: () => Promise.reject(missing) },
    });
    await untilText('[Enter run');
    session.emit({ type: 'opened', ref: ref('mend', 'files'), folder: '/w/files' });
    type('e');
    await untilText('The file of this step: /w/files/compose.yaml');
    await untilText('No editor was found.\nSet VISUAL or EDITOR.');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { partition, snapshot, topic } from '../live/support.ts';
import { filesPack, lesson, packOf, step } from './support/course.ts';
import { type Script, startPlain } from './support/plain-app.ts';
import { ended, phase, ref, runOf } from './support/states.ts';

/** Where the only step is a quiz, one resumes on it. */
const quizPack = () =>
  packOf(
    lesson('topics', 'Topics', [
      step('quiz', 'First', {
        kind: 'quiz',
        quiz: {
          options: [
            { text: '1', correct: false },
            { text: '0', correct: true },
          ],
        },
      }),
    ]),
  );

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
    expect(text()).toContain('Topics, lesson 1 of 2, step 1 of 5, 0 % of the course');
    expect(text()).toContain('A topic is a named log.');
    type('?', 'q');
    await end;
    expect(text()).toContain('have the step done for you');
    expect(text()).not.toMatch(/[\u001b\r]/);
  });

  it('looks at Kafka once for v, and prints it', async () => {
    const { session, text, untilText, type } = startPlain();
    await untilText('[Enter run | ? keys | q quit]');
    const seen = {
      type: 'live',
      snapshot: snapshot({ topics: [topic('orders', partition(0, { high: 3n }))] }),
    } as const;
    session.emit(seen);
    type('v');
    await vi.waitFor(() => expect(session.asked).toContain('look-live'));
    session.emit({ type: 'live', snapshot: snapshot({ topics: [topic('orders', partition(0, { high: 3n }))] }) });
    await untilText('broker 1 up, broker 2 up, broker 3 up');
    expect(text().match(/broker 1 up/g)).toHaveLength(1);
    // What a picture shows is said in words.
    expect(text()).toMatch(/^ {4}partition 0, offsets 0 to 2, leader broker 1, in sync: 1, 2, 3$/m);
    expect(session.asked).not.toContain('watch-live true');
  });

  it('performs a step on Enter and goes on', async () => {
    const { session, text, untilText, type } = startPlain({ script: passing });
    type('');
    await untilText('[Enter next | ? keys | q quit]');
    expect(text()).toContain('Created topic quickstart-events.');
    expect(text()).toContain('✓ ok       topic quickstart-events');
    // It was there as soon as it was looked for.
    expect(text()).not.toContain('- waiting');
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
    const { session, type, text, untilText } = startPlain({
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
    expect(text()).not.toContain('Running.');
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
    type(
      '/kafka-topics.sh --bootstrap-server localhost:9092 --list',
      'h',
      'l',
      'l 4',
      'n',
      'y',
      'l 3',
      'y',
      'l 4',
      'l 5 !',
      'zz',
    );
    await untilText('with an s.');
    await untilText('   4  locked   A topic of your own');
    await untilText('Locked: 3 earlier steps are not done yet. The first of them is Topics / Create a\ntopic.');
    await untilText('\nkafka-topics.sh --bootstrap-server localhost:9092 --create');
    await untilText('"zz" is no key here.');
    expect(session.asked).toContain('type kafka-topics.sh --bootstrap-server localhost:9092 --list');
    // `!` answers the question before it is asked; a command typed at one is done.
    expect(session.asked.filter((each) => each.endsWith('ahead'))).toEqual([
      'open topics/quiz ahead',
      'open topics/produce ahead',
    ]);
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
    await untilText('[Enter or y skips it | n or any other line does not]');
    type('zz');
    await untilText('is no key here');
    expect(session.asked).not.toContain('skip');
  });

  it('says the right answer of a quiz that was skipped', async () => {
    const done = { 'topics/create': 'passed', 'topics/why': 'passed' } as const;
    const { text, untilText, type } = startPlain({ done });
    await untilText('its place in the whole topic');
    type('s', '');
    await untilText('Skipped: the right answers');
    expect(text()).toMatch(/2\. its place in its partition\n +✓ right\n +It starts at 0 and never changes\./);
    expect(text()).toMatch(/✗ not this one\s+Each partition counts for itself\./);
  });

  it('says at a step that was done before how it stands, and which answer was right', async () => {
    const done = { 'topics/create': 'passed', 'topics/why': 'passed', 'topics/quiz': 'passed' } as const;
    const answered =
      /2\. its place in its partition\n +your answer: ✓ right\n[\s\S]*✓ Passed\. Enter goes on\.\n\[Enter next/;
    const { text, untilText, type } = startPlain({ done });
    await untilText('[Enter check');
    type('l 1');
    await untilText('✓ Passed. Enter goes on.\n[Enter next');
    const before = text().length;
    type('l 3');
    await vi.waitFor(() => expect(text().slice(before)).toMatch(answered));
    expect(
      text()
        .slice(before)
        .match(/its place in its partition/g),
    ).toHaveLength(1);
    // As one resumes on it.
    const resumed = startPlain({ pack: quizPack(), done: { 'topics/quiz': 'passed' } });
    await resumed.untilText('[Enter');
    expect(resumed.text()).toMatch(/2\. 0\n +your answer: ✓ right[\s\S]*✓ Passed\./);
  });

  it('says which answer was chosen, and which numbers there are', async () => {
    const done = { 'topics/create': 'passed', 'topics/why': 'passed' } as const;
    const { session, text, untilText, type } = startPlain({ done });
    await untilText('3. how old it is\n[type the number');
    type('9');
    await untilText('There is no answer "9". The answers have the numbers 1 to 3.\n[type the number');
    type('1 2');
    await untilText('Only one answer is right. Type one number.');
    expect(session.asked).not.toContain(expect.stringContaining('answer'));
    type('1');
    await untilText('1. its place in the whole topic\n     your answer: ✗ not this one\n');
    type('2');
    await untilText('2. its place in its partition\n     your answer: ✓ right\n');
    expect(text()).toMatch(/1\. its place in the whole topic\n {5}✗ not this one/);
  });

  it('says at the beginning, and where a key is unknown, that Enter sends a key', async () => {
    const { text, untilText, type } = startPlain();
    await untilText('[Enter run');
    expect(text()).toMatch(/^Type a key and press Enter\.\n/);
    type('help');
    await untilText('"help" is no key here. Type one key and press Enter; ? shows the keys.');
  });

  it('says what can be typed at an exercise once, below what a look has found', async () => {
    const done = { 'topics/create': 'passed', 'topics/why': 'passed', 'topics/quiz': 'passed' } as const;
    const { session, text, untilText, type } = startPlain({ done });
    const found = (actual: string) =>
      session.emit({
        type: 'check',
        ref: ref('mine'),
        index: 0,
        label: 'topic orders',
        state: { status: 'fail', expected: '3 partitions', actual },
      });
    await untilText('called orders');
    session.emit(phase('mine', 'watching'));
    found('no such topic');
    session.emit(phase('mine', 'watching'));
    await untilText('[Enter check');
    expect(text()).toMatch(/Watching[^[]*no such topic\n\[Enter check now \| [^[]*$/);
    const before = text().length;
    type('/kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders');
    await vi.waitFor(() => expect(session.asked.at(-1)).toContain('type'));
    found('1 partition');
    await vi.waitFor(() => expect(text().slice(before)).toMatch(/1 partition\n\[Enter check now/), { timeout: 5_000 });
    expect(
      text()
        .slice(before)
        .match(/\[Enter/g),
    ).toHaveLength(1);
  });

  it('tells what really runs only where that is more than another address', async () => {
    const { session, text, untilText } = startPlain();
    await untilText('[Enter run');
    const line = 'bin/kafka-topics.sh --bootstrap-server localhost:9092 --topic "my orders"';
    session.emit(
      ...runOf(1, 'create', ['one'], {
        line,
        shown: "kafka-topics --bootstrap-server 127.0.0.1:19092 --topic 'my orders'",
      }),
      ...runOf(2, 'create', ['two'], { line, shown: 'docker exec b kafka-topics.sh --topic x' }),
    );
    await untilText(`$ ${line}\n  runs as: docker exec b kafka-topics.sh --topic x\ntwo`);
    expect(text()).toContain(`$ ${line}\none`);
  });

  it('runs a solution on Enter alone, and tells it for y', async () => {
    const { session, text, untilText, type } = startPlain();
    type('a');
    await untilText('[Enter runs them | any other line does not]');
    const before = text().length;
    type('y');
    await vi.waitFor(() => expect(text().slice(before)).toMatch(/^kafka-topics\.sh .*\n\[Enter run/));
    expect(session.asked).not.toContain('perform');
    type('a', '');
    await vi.waitFor(() => expect(session.asked).toContain('perform'));
  });

  it('names no keys once it is left', async () => {
    let finish: () => void = () => {};
    const { end, text, type } = startPlain({
      script: { perform: () => new Promise((resolve) => (finish = () => resolve('open'))) },
    });
    type('', 'q');
    await end;
    const before = text();
    finish();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(text()).toBe(before);
  });

  it('names background output', async () => {
    const { session, untilText } = startPlain();
    await untilText('[Enter run');
    session.emit(...runOf(3, 'create', ['one record'], { kind: 'background', id: 'reader' }));
    await untilText('[reader] one record');
  });

  it('says each phase of a service once, and each quarter of a download', async () => {
    const { session, text, untilText } = startPlain();
    await untilText('[Enter run');
    for (let done = 0; done < 9e6; done += 1e5) {
      session.emit({
        type: 'service',
        service: 'broker',
        state: { state: 'starting', progress: { service: 'broker', phase: 'downloading', done, total: 9e6 } },
      });
    }
    session.emit({ type: 'service', service: 'broker', state: { state: 'up', address: '127.0.0.1:9092' } });
    await untilText('The broker is ready.');
    expect(text().match(/Downloading .*$/gm)).toEqual(
      [0, 2, 5, 7].map((megabytes) => `Downloading Kafka, once. ${megabytes} of 9 MB`),
    );
  });

  it('says that a service has stopped', async () => {
    const { session, untilText } = startPlain();
    await untilText('[Enter run');
    session.emit({ type: 'service', service: 'broker', state: { state: 'up', address: '127.0.0.1:9092' } });
    session.emit({ type: 'service', service: 'broker', state: { state: 'down' } });
    await untilText('The broker has stopped. The next step that needs the broker starts it again.');
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

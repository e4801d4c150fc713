import { describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../src/messages/index.ts';
import type { CheckState } from '../../../src/session/events.ts';
import { letterOf } from '../../../src/terminal/hangul.ts';
import { keymap } from '../../../src/ui/keymap.ts';
import { readLine } from '../../../src/ui/plain-line.ts';
import { lesson, packOf, prose, step } from './support/course.ts';
import { startPlain } from './support/plain-app.ts';
import { ended, phase, ref, runOf } from './support/states.ts';

/** Keys that only move over the screen, or put the cursor somewhere: lines that are only ever added need none. */
const ofTheScreen = ['g', 'G', 'i', 'j', 'k'];

describe('the keys of plain mode', () => {
  it.each(['en', 'ko'] as const)('are all those of the screen, and explained, in %s', async (language) => {
    setLanguage(language);
    try {
      const { type, text, untilText } = startPlain();
      await untilText('[Enter');
      const before = text().length;
      type('?');
      await vi.waitFor(() => expect(text().length).toBeGreaterThan(before + 500));
      const explained = new Set(
        text()
          .slice(before)
          .match(/^ {2}\S(?=[\s,A-Z])|(?<=^ {2}\w, )\w/gm)
          ?.map((key) => key.trim()),
      );
      const keys = keymap
        .filter(({ modes }) => modes.includes('keys'))
        .flatMap((binding) => binding.keys)
        .filter((key) => key.length === 1 && !/\d/.test(key) && !ofTheScreen.includes(key));
      expect(keys.length).toBeGreaterThan(10);
      expect(keys.filter((key) => key !== '?' && !explained.has(key))).toEqual([]);
    } finally {
      setLanguage('en');
    }
  });

  it.each([
    ['l', { key: 'l', rest: '' }],
    ['L', { key: 'l', rest: '' }],
    ['l5', { key: 'l', rest: '5' }],
    ['l 5', { key: 'l', rest: '5' }],
    ['l  consumer group ', { key: 'l', rest: 'consumer group' }],
    ['ㅣ 그룹', { key: 'l', rest: '그룹' }],
    ['!', { key: '!', rest: '' }],
    ['ls', undefined],
    ['help', undefined],
    ['', undefined],
  ])('read %j as %j', (line, read) => expect(readLine(line)).toEqual(read));

  it('are heard in Hangul mode', async () => {
    const { session, type, untilText } = startPlain();
    await untilText('[Enter run');
    type('ㅗ');
    await untilText('with an s.');
    expect(letterOf('ㅗ')).toBe('h');
    type('ㅂ');
    await vi.waitFor(() => expect(session.asked.length).toBeGreaterThan(0));
  });
});

describe('plain mode', () => {
  it('finds steps by words of their titles, and says where there are none', async () => {
    const { type, text, untilText } = startPlain();
    type('l own TOPIC', 'l zebra', 'l 99', 'l 0');
    await untilText('No lesson and no step is about "zebra".');
    await untilText('There is no step 99; the last one is 6.');
    expect(text()).toContain(
      '1  Topics\n     4  locked   A topic of your own\nl and a number opens a step: l 4\n[Enter run |',
    );
    expect(text()).not.toContain('Why partitions');
    await untilText('There is no step 0;');
  });

  it('tells all steps of a lesson that has the words, and the own place below the list of all', async () => {
    const { type, text, untilText } = startPlain();
    type('l topics');
    await untilText('l and a number opens a step');
    for (const title of ['Why partitions', 'A topic of your own', 'Write records']) expect(text()).toContain(title);
    expect(text()).not.toContain('You are at');
    type('l');
    await untilText('A group\nYou are at 1, Create a topic.\nl and a number');
  });

  it('keeps the commands that were run, tells the last ones, and runs one again', async () => {
    const saved: (readonly string[])[] = [];
    const { session, type, untilText } = startPlain({
      app: {
        loadHistory: async () => ['kafka-groups.sh --bootstrap-server localhost:9092 --list'],
        saveHistory: async (history) => void saved.push(history),
      },
    });
    await untilText('[Enter run');
    type('/kafka-topics.sh --bootstrap-server localhost:9092 --list', '/');
    await untilText(
      '  /1  kafka-topics.sh --bootstrap-server localhost:9092 --list\n  /2  kafka-groups.sh --bootstrap-server localhost:9092 --list',
    );
    type('/2', '/9');
    await untilText('There is no command 9.');
    expect(session.asked.filter((each) => each.startsWith('type'))).toEqual([
      'type kafka-topics.sh --bootstrap-server localhost:9092 --list',
      'type kafka-groups.sh --bootstrap-server localhost:9092 --list',
    ]);
    expect(saved).toEqual([
      [
        'kafka-groups.sh --bootstrap-server localhost:9092 --list',
        'kafka-topics.sh --bootstrap-server localhost:9092 --list',
      ],
      [
        'kafka-groups.sh --bootstrap-server localhost:9092 --list',
        'kafka-topics.sh --bootstrap-server localhost:9092 --list',
        'kafka-groups.sh --bootstrap-server localhost:9092 --list',
      ],
    ]);
  });

  it('finds steps by a command in them, and marks where the learner is', async () => {
    const { type, untilText } = startPlain();
    type('l console-producer');
    await untilText('5  locked   Write records  $ kafka-console-producer.sh');
    type('l createA');
    await untilText(' >   1  open     Create a topic  (you are here)\n');
  });

  it('asks before it runs a line that is doubted, and runs the same line', async () => {
    const { session, type, untilText } = startPlain();
    const line = '/kafka-topics.sh --list';
    type(line);
    await untilText('! kafka-topics.sh was not told where Kafka is.');
    await untilText(
      'Perhaps this was meant: /kafka-topics.sh --bootstrap-server localhost:9092 --list\nIt has not run.',
    );
    expect(session.asked).not.toContain('type kafka-topics.sh --list');
    type(line);
    await vi.waitFor(() => expect(session.asked).toContain('type kafka-topics.sh --list'));
  });

  it('tells what can be typed after each answer', async () => {
    const { type, text, untilText } = startPlain();
    await untilText('[Enter run');
    for (const line of ['?', 'h', 'y', 'l', '/', 'zz', 't']) {
      const before = text().length;
      type(line);
      await vi.waitFor(() => expect(text().slice(before)).toMatch(/\n\[Enter run \| \? keys \| q quit\]\n$/));
    }
  });

  it('stops a background command by its name', async () => {
    const { session, type, untilText } = startPlain();
    type('x reader', 'x');
    await untilText('No background command runs.');
    await untilText('Nothing runs that could be stopped.');
    session.emit(...runOf(3, 'create', ['one record'], { kind: 'background', id: 'reader' }));
    type('x writer');
    await untilText('These run in the background: reader.');
    type('x reader');
    await vi.waitFor(() => expect(session.asked).toContain('stop-background reader'));
  });

  it('opens a shell, and says afterwards what came meanwhile', async () => {
    let leave: () => void = () => {};
    const onShell = vi.fn(() => new Promise<void>((resolve) => (leave = resolve)));
    const { session, type, text, untilText } = startPlain({ app: { onShell } });
    await untilText('[Enter run');
    type('!');
    await vi.waitFor(() => expect(onShell).toHaveBeenCalledOnce());
    session.emit({ type: 'notice', level: 'info', text: 'Meanwhile.' });
    expect(text()).not.toContain('Meanwhile.');
    leave();
    await untilText('Meanwhile.');
  });

  it('tells now and then what a check waits for, and its end at once', async () => {
    const { session, text, untilText } = startPlain();
    await untilText('[Enter run');
    const check = (state: CheckState) =>
      session.emit({ type: 'check', ref: ref('create'), index: 0, label: 'records in orders', state });
    for (let count = 0; count < 50; count += 1) {
      check({ status: 'waiting', expected: '50 records', actual: `${count} records`, ms: 1_000 + count * 100 });
    }
    check({ status: 'pass', expected: '50 records', actual: '50 records' });
    await untilText('ok       records in orders');
    expect(text().match(/waiting/g)).toHaveLength(1);
  });

  it('reads tables cell by cell, and draws no lines', async () => {
    const table = '| Term | Meaning |\n|---|---|\n| topic | a named log |\n\n---\n\n> quoted';
    const pack = packOf(
      lesson('words', 'Words', [step('table', 'A table', { body: [prose(table)] })], { intro: [prose('Hello.')] }),
    );
    const { text, untilText } = startPlain({ pack });
    await untilText('[Enter');
    expect(text()).toContain('Hello.\n\nA table\n\nTerm: topic\nMeaning: a named log\n\n  quoted\n');
    expect(text()).not.toMatch(/--|[─│|]\s*$/m);
  });
});

describe('Ctrl+C in plain mode', () => {
  const withInterrupt = (script: Parameters<typeof startPlain>[0] = {}) => {
    let interrupt: () => void = () => {};
    const started = startPlain({
      ...script,
      app: {
        ...script?.app,
        onInterrupt: (listener) => {
          interrupt = listener;
          return () => {};
        },
      },
    });
    return { ...started, interrupt: () => interrupt() };
  };

  it('quits where nothing runs', async () => {
    const { end, interrupt, untilText } = withInterrupt();
    await untilText('[Enter run');
    interrupt();
    await expect(end).resolves.toMatchObject({ reason: 'quit' });
  });

  it('stops what runs and gives up what was typed ahead; the next one quits', async () => {
    const { session, end, interrupt, type, untilText, text } = withInterrupt({
      script: {
        perform: (asked) => {
          asked.emit(phase('create', 'running'), ...runOf(1, 'create', ['out']));
          return new Promise(() => {});
        },
      },
    });
    type('', 'h');
    await untilText('out');
    interrupt();
    await untilText('Stopping. Ctrl+C once more quits.');
    expect(session.asked).toContain('stop');
    interrupt();
    await expect(end).resolves.toMatchObject({ reason: 'quit' });
    expect(text()).not.toContain('with an s.');
  });

  it('is the shell’s while that has the terminal', async () => {
    let leave: () => void = () => {};
    const { session, end, interrupt, type, untilText } = withInterrupt({
      app: { onShell: () => new Promise<void>((resolve) => (leave = resolve)) },
    });
    type('!');
    await untilText('[Enter run');
    const isOver = vi.fn();
    void end.then(isOver);
    interrupt();
    leave();
    session.emit(...runOf(2, 'create', ['still here']), ended(2));
    await untilText('still here');
    expect(isOver).not.toHaveBeenCalled();
  });
});

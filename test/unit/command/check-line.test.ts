import { describe, expect, it } from 'vitest';
import { checkLine } from '../../../src/command/check-line.ts';
import { museumToolNames } from '../../../src/command/known-tools.ts';

describe('checkLine', () => {
  it('finds nothing wrong with a good line', () => {
    expect(checkLine('echo a | kafka-console-producer.sh --topic t')).toBeUndefined();
  });

  it('gives place and advice for an operator', () => {
    expect(checkLine('echo a > f')).toMatchObject({
      column: 8,
      message: expect.stringContaining('">"'),
      suggestion: expect.stringContaining('kafka-lessons shell'),
    });
  });

  const near: readonly (readonly [line: string, column: number, suggestion: string])[] = [
    ['kafka-topic.sh --list', 1, 'kafka-topics.sh'],
    ['echo a | kafka-console-prodcer.sh', 10, 'kafka-console-producer.sh'],
    ['topics --list', 1, 'kafka-topics.sh'],
    ['ecoh a', 1, 'echo'],
    ['dokcer ps', 1, 'docker'],
    ['  $ kafka-tpics.sh', 5, 'kafka-topics.sh'],
  ];
  for (const [line, column, suggestion] of near) {
    it(`${line} → ${suggestion}`, () => {
      expect(checkLine(line)).toMatchObject({ column, suggestion: expect.stringContaining(suggestion) });
    });
  }

  for (const line of ['ls', 'cd kafka', 'java -version', 'rm -rf x', 'export', './x.sh', 'tra']) {
    it(`${line}: no wild guess`, () => {
      expect(checkLine(line)).toMatchObject({
        column: 1,
        suggestion: expect.stringMatching(/kafka-lessons shell|tar/),
      });
    });
  }

  it('knows the tools of the museum there only', () => {
    const line = 'zookeeper-shell.sh localhost:2181 ls /brokers/ids';
    expect(checkLine(line, museumToolNames)).toBeUndefined();
    expect(checkLine(line)).toMatchObject({ column: 1, suggestion: expect.stringContaining('at=museum') });
    expect(checkLine('kafka-groups.sh --list', museumToolNames)?.message).toContain('"kafka-groups"');
    expect(checkLine('zookeper-shell.sh', museumToolNames)?.suggestion).toContain('zookeeper-shell.sh');
  });

  it('knows only the tools it is given', () => {
    expect(checkLine('kafka-topics.sh --list', ['kafka-configs'])?.message).toContain('"kafka-topics"');
  });
});

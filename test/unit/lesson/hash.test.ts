import { describe, expect, test } from 'vitest';
import { check, fence, frontMatter, lessonOf, run, stepHead, stepOf } from './support.ts';

const hashOf = (content: string) => stepOf(content).hash;
const check1 = check('- topic: t', '  partitions: 1', '  replicas: 1');

describe('the hash of a step', () => {
  const base = hashOf(run + check1);

  test.each([
    ['prose', `More prose.\n\n${run}${check1}`],
    ['a hint', `${run}${check1}<details>\n<summary>H</summary>\nx\n</details>\n`],
    ['what was learned', run + check1 + fence('text learned', 'It is there.')],
    ['mistakes', run + check1 + fence('yaml mistakes', '- { when: { exit: 1 }, say: Oh. }')],
    ['the order of keys', run + check('- replicas: 1', '  partitions: 1', '  topic: t')],
    ['a comment in the block', fence('sh run', '# list', 'kafka-topics.sh --list') + check1],
  ])('does not change with %s', (_name, content) => {
    expect(hashOf(content)).toBe(base);
  });

  test('does not change with CRLF, a byte order mark or the place in the file', () => {
    const text = frontMatter + stepHead + run + check1;
    expect(lessonOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`).steps[0]?.hash).toBe(base);
    expect(lessonOf(text.replace('## A step', '\n\n## Another title')).steps[0]?.hash).toBe(base);
  });

  test.each([
    ['the command', fence('sh run', 'kafka-topics.sh') + check1],
    ['a flag', fence('sh run expect=fail', 'kafka-topics.sh --list') + check1],
    ['the place', fence('sh run at=museum', 'kafka-topics.sh --list') + check1],
    ['the check', run + check('- topic: t')],
    ['input', run + fence('text stdin', 'a') + check1],
    ['a file', run + fence('text file=a', 'a') + check1],
    ['a quiz', '- [x] a\n- [ ] b\n'],
    ['another quiz', '- [ ] a\n- [x] b\n'],
  ])('changes with %s', (_name, content) => {
    expect(hashOf(content)).not.toBe(base);
  });

  test('what a check of a file is called does not count', () => {
    const called = (as: string) => hashOf(run + check(`- { file: a, contains: b, as: ${as} }`));
    expect(called('it is mended')).toBe(called('고쳐졌다'));
  });

  test('a quiz is told from another, its feedback does not count', () => {
    expect(hashOf('- [x] a\n- [ ] b\n')).not.toBe(hashOf('- [ ] a\n- [x] b\n'));
    expect(hashOf('- [x] a\n- [ ] b\n')).toBe(hashOf('- [x] a\n  > Yes.\n- [ ] b\n'));
  });
});

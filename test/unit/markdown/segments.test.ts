import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/lesson/types.ts';
import { layoutSegments, plainText } from '../../../src/markdown/index.ts';

const code = (role: 'run' | 'file' | 'shown', language: string, text: string, file?: string): Segment => ({
  kind: 'code',
  role,
  language,
  text,
  ...(file !== undefined && { file }),
});
const fileLabel = (name: string): string => `file ${name}`;
const lay = (segments: readonly Segment[], width = 60): string[] =>
  plainText(layoutSegments(segments, { width, fileLabel })).split('\n');

describe('layoutSegments', () => {
  it('marks the first line of each command that runs', () => {
    const text = '# make it\nkafka-topics.sh --create \\\n  --topic a\n\nkafka-topics.sh --list\n';
    expect(lay([code('run', 'sh', text)])).toEqual([
      '    # make it',
      '  $ kafka-topics.sh --create \\',
      '      --topic a',
      '',
      '  $ kafka-topics.sh --list',
    ]);
  });

  it('marks only the first of the lines a long command takes', () => {
    expect(lay([code('run', 'sh', 'kafka-topics.sh --list --topic x')], 24)).toEqual([
      '  $ kafka-topics.sh',
      '      --list --topic x',
    ]);
  });

  it('has no prompt for what is not typed into a shell', () => {
    expect(lay([code('run', 'sql', 'select 1;')])).toEqual(['  select 1;']);
    expect(lay([code('shown', 'sh', 'ls')])).toEqual(['  ls']);
  });

  it('names the file in the words it is given', () => {
    expect(lay([code('file', 'properties', 'a=1', 'a.properties')])).toEqual(['  file a.properties', '  a=1']);
  });

  it('puts an empty line between segments, none for those without text', () => {
    const segments: readonly Segment[] = [
      { kind: 'markdown', source: 'one\n' },
      { kind: 'markdown', source: '<!-- step: a -->' },
      code('shown', '', 'two'),
      { kind: 'markdown', source: 'three' },
    ];
    expect(lay(segments)).toEqual(['one', '', '  two', '', 'three']);
    expect(layoutSegments([], { width: 60, fileLabel })).toEqual([]);
  });

  it.each([1, 4, 11, 12, 20])('stays inside %s cells', (width) => {
    const lines = lay(
      [code('run', 'sh', 'kafka-topics.sh --list'), code('file', '', 'abc', 'long-name.properties')],
      width,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });
});

import { expect, it } from 'vitest';
import { pastedCommands } from '../../../src/command/paste-lines.ts';

it.each([
  ['one line', 'kafka-topics.sh --list\n', ['kafka-topics.sh --list']],
  [
    'a continued line',
    'kafka-topics.sh \\\n  --list \\\n --exclude-internal',
    ['kafka-topics.sh --list --exclude-internal'],
  ],
  ['a continued line of cmd', 'kafka-topics.bat ^\r\n  --list', ['kafka-topics.bat --list']],
  ['a continued line of PowerShell', 'kafka-topics `\n  --list', ['kafka-topics --list']],
  ['prompts of a continued line', '$ kafka-topics.sh \\\n> --list', ['kafka-topics.sh --list']],
  ['several', 'echo a\n\n  echo b\n', ['echo a', 'echo b']],
  ['prompts, and what was printed', '$ kafka-topics.sh --list\norders\n$ echo b', ['kafka-topics.sh --list', 'echo b']],
  ['the prompt of root', '# kafka-topics.sh --list\n# echo b', ['kafka-topics.sh --list', 'echo b']],
  ['comments', '# first the topic\necho a # b', ['echo a # b']],
  [
    'what was typed into a producer',
    '$ kafka-console-producer.sh --topic a\n>first\n>second',
    ['kafka-console-producer.sh --topic a'],
  ],
  ['a prompt of Windows', 'C:\\kafka> kafka-topics.bat --list', ['kafka-topics.bat --list']],
  ['nothing', '\n  \n', []],
])('makes commands of %s', (_, text, commands) => {
  expect(pastedCommands(text)).toEqual(commands);
});

import { describe, expect, test } from 'vitest';
import { lessonOf, path } from './support.ts';

/** The lesson that the description of the format shows. */
const example = `---
id: topics
title: Topics
summary: Create a topic, list it, look inside.
minutes: 10
services: [broker]
owns: { topics: [quickstart-events, orders] }
---

# Topics

Prose before the first step is the lesson's introduction.

## Create a topic
<!-- step: create -->

Prose …

\`\`\`sh run
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic quickstart-events --partitions 1
\`\`\`

\`\`\`yaml check
- topic: quickstart-events
  partitions: 1
\`\`\`

\`\`\`yaml mistakes
- when: { topic: quickstart-event }
  say: The topic is called quickstart-events, with an s; you created quickstart-event.
  try: kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic quickstart-event
\`\`\`

<details>
<summary>Hint</summary>

A hint. Several \`<details>\` hints are shown one at a time.

</details>
`;

const command = 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic quickstart-events --partitions 1';

describe('the example lesson', () => {
  const lesson = lessonOf(example);
  const [create] = lesson.steps;

  test('front matter', () => {
    expect(lesson).toMatchObject({
      id: 'topics',
      title: 'Topics',
      summary: 'Create a topic, list it, look inside.',
      minutes: 10,
      services: ['broker'],
      owns: { topics: ['quickstart-events', 'orders'], groups: [], connectors: [], tables: [], files: [] },
      path,
    });
  });

  test('the introduction is the prose without the title', () => {
    expect(lesson.intro).toEqual([
      { kind: 'markdown', source: "Prose before the first step is the lesson's introduction." },
    ]);
  });

  test('its one step', () => {
    expect(lesson.steps).toHaveLength(1);
    expect(create).toEqual({
      id: 'create',
      title: 'Create a topic',
      kind: 'run',
      position: { path, line: 14, column: 1 },
      body: [
        { kind: 'markdown', source: 'Prose …' },
        { kind: 'code', language: 'sh', role: 'run', text: command },
      ],
      files: [],
      runs: [
        {
          kind: 'sh',
          commands: [command],
          background: false,
          interactive: false,
          timeoutMs: 60_000,
          expectFail: false,
          position: { path, line: 19, column: 1 },
        },
      ],
      checks: [{ subject: 'topic', topic: 'quickstart-events', partitions: 1 }],
      mistakes: [
        {
          when: [{ subject: 'topic', topic: 'quickstart-event', exists: true }],
          say: 'The topic is called quickstart-events, with an s; you created quickstart-event.',
          try: 'kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic quickstart-event',
        },
      ],
      solution: [],
      hints: [{ title: 'Hint', source: 'A hint. Several `<details>` hints are shown one at a time.' }],
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });
});

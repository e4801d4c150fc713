import type { CourseState, StepKey, StepRecord } from '../../../../src/course/types.ts';
import type { FileBlock, Lesson, Pack, Segment, ShellBlock, Step } from '../../../../src/lesson/types.ts';
import { lesson as bareLesson, step as bareStep } from '../../course/support.ts';

const position = { path: '/pack/lesson.md', line: 1, column: 1 };

export const prose = (source: string): Segment => ({ kind: 'markdown', source });
export const command = (text: string): Segment => ({ kind: 'code', language: 'sh', role: 'run', text });

export const shellBlock = (line: string, flags: Partial<ShellBlock> = {}): ShellBlock => ({
  kind: 'sh',
  commands: [line],
  background: false,
  interactive: false,
  timeoutMs: 20_000,
  expectFail: false,
  position,
  ...flags,
});

export const step = (id: string, title: string, parts: Partial<Step> = {}): Step =>
  bareStep(id, { title, hash: '0123456789abcdef', body: [prose(`Text of ${title}.`)], ...parts });

export const lesson = (id: string, title: string, steps: readonly Step[], parts: Partial<Lesson> = {}): Lesson =>
  bareLesson(id, steps, { title, minutes: 10, services: ['broker'], ...parts });

export const packOf = (...lessons: readonly Lesson[]): Pack => ({
  name: 'test',
  title: { en: 'Kafka in your terminal' },
  languages: ['en'],
  folder: '/pack',
  lessons,
});

export const record = (status: StepRecord['status']): StepRecord => ({
  status,
  at: '2025-01-01T00:00:00.000Z',
  attempts: 1,
  hints: 0,
  hash: '0123456789abcdef',
});

export const courseOf = (pack: Pack, done: Readonly<Record<StepKey, StepRecord['status']>> = {}): CourseState => ({
  pack,
  steps: Object.fromEntries(Object.entries(done).map(([key, status]) => [key, record(status)])) as CourseState['steps'],
});

export const createLine =
  'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic quickstart-events --partitions 1';
const produceLine = 'kafka-console-producer.sh --bootstrap-server localhost:9092 --topic orders';

/** A small course with every kind of step. */
export const topicsPack = (): Pack =>
  packOf(
    lesson(
      'topics',
      'Topics',
      [
        step('create', 'Create a topic', {
          kind: 'run',
          body: [
            prose('A **topic** is a named log. Ask the broker for one with a single partition:'),
            command(createLine),
            prose(
              'It answers when the topic has a leader, so the next command may use it at once.\n\nA partition is a log of its own: records in it keep their order, and each has a number, its *offset*. With more partitions more consumers can share the work, but the order holds only inside each of them.',
            ),
          ],
          runs: [shellBlock(createLine)],
          hints: [
            { title: 'Hint', source: 'The name is `quickstart-events`, with an s.' },
            { title: 'The whole command', source: `\`\`\`sh\n${createLine}\n\`\`\`` },
          ],
        }),
        step('why', 'Why partitions', { body: [prose('Partitions are how Kafka shares work.')] }),
        step('quiz', 'What is an offset', {
          kind: 'quiz',
          body: [prose('What does the number of a record, its offset, tell you?')],
          quiz: {
            options: [
              { text: 'its place in the whole topic', correct: false, feedback: 'Each partition counts for itself.' },
              { text: 'its place in its partition', correct: true, feedback: 'It starts at 0 and never changes.' },
              { text: 'how old it is', correct: false },
            ],
          },
        }),
        step('mine', 'A topic of your own', {
          kind: 'exercise',
          body: [prose('Create a topic called `orders` with three partitions.')],
          hints: [{ title: 'Hint', source: 'Use `--partitions 3`.' }],
        }),
        step('produce', 'Write records', {
          kind: 'run',
          body: [prose('Type some lines:'), command(produceLine)],
          runs: [shellBlock(produceLine, { interactive: true })],
        }),
      ],
      { intro: [prose('Everything in Kafka lies in a topic. In this lesson you make some.')] },
    ),
    lesson('groups', 'Consumer groups', [step('group', 'A group', { body: [prose('The end.')] })]),
  );

/** The same in Korean, as long as Korean is. */
export const koreanPack = (): Pack =>
  packOf(
    lesson(
      'topics',
      '토픽과 파티션, 그리고 카프카가 일을 나누는 방법',
      [
        step('create', '토픽 만들기', {
          kind: 'run',
          body: [
            prose('**토픽**은 이름이 있는 로그입니다. 파티션이 하나인 토픽을 브로커에 요청해 봅시다:'),
            command(createLine),
            prose(
              '토픽에 리더가 정해지면 응답이 옵니다. 따라서 다음 명령에서 곧바로 사용할 수 있습니다. 파티션은 그 자체로 하나의 로그이며 레코드는 순서를 유지합니다.',
            ),
          ],
          runs: [shellBlock(createLine)],
          hints: [{ title: '힌트', source: '이름 끝에 s가 있습니다.' }],
        }),
        step('why', '왜 파티션인가'),
      ],
      { intro: [prose('카프카의 모든 것은 토픽 안에 있습니다.')] },
    ),
  );

export const fileBlock = (name: string, parts: Partial<FileBlock> = {}): FileBlock => ({
  name,
  text: `${name}\n`,
  edit: false,
  language: 'text',
  position,
  ...parts,
});

/** One lesson whose steps have files: to be run, to be changed, to be mended, and none. */
export const filesPack = (): Pack =>
  packOf(
    lesson('files', 'Files', [
      step('up', 'Up', { kind: 'run', files: [fileBlock('notes.txt'), fileBlock('compose.yaml', { edit: true })] }),
      step('mend', 'Mend it', {
        kind: 'exercise',
        solution: [shellBlock('echo done'), { ...fileBlock('compose.yaml', { text: 'mended\n' }), kind: 'file' }],
      }),
      step('own', 'Your own', {
        kind: 'exercise',
        files: [fileBlock('lines.txt', { edit: true }), fileBlock('own.json', { edit: true })],
        solution: [{ ...fileBlock('own.json', { text: '{}\n' }), kind: 'file' }],
      }),
      step('look', 'Look', { kind: 'run', files: [fileBlock('packed/a.txt'), fileBlock('packed/b.txt')] }),
      step('none', 'None', { kind: 'run', runs: [shellBlock('echo none')] }),
    ]),
  );

/** A pack in two languages with everything a lesson can have, and nothing to mend: file → text. */

const alpha = (said: Readonly<Record<string, string>>) => `---
id: alpha
title: ${said['title']}
summary: ${said['summary']}
minutes: 10
services: [broker, connect, shop]
owns: { topics: [parcels, orders], files: [client.properties] }
---

# ${said['title']}

${said['intro']}

## ${said['make']}
<!-- step: make -->

${said['makeText']}

\`\`\`sh run
kafka-topics.sh --bootstrap-server localhost:9092 \\
  --create --topic parcels --partitions 2
kafka-topics.sh --bootstrap-server localhost:9092 --list
\`\`\`

\`\`\`yaml check
- topic: parcels
  partitions: 2
  config: { cleanup.policy: delete }
- output:
    contains: parcels
\`\`\`

\`\`\`yaml mistakes
- when: { topic: parcel }
  say: ${said['mistake']}
  try: kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic parcel
\`\`\`

<details>
<summary>${said['hint']}</summary>

${said['hintText']}

</details>

## ${said['watch']}
<!-- step: watch -->

${said['watchText']}

\`\`\`sh run background id=reader
kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic parcels
\`\`\`

\`\`\`sh run interactive timeout=20s
kafka-console-producer.sh --bootstrap-server localhost:9092 --topic parcels
\`\`\`

\`\`\`text stdin
one
two
\`\`\`

\`\`\`yaml check
- records: parcels
  at-least: 2
  values: [one, two]
- background: reader
  running: true
\`\`\`

<details>
<summary>${said['hint']}</summary>

${said['hintText']}

</details>

## ${said['write']}
<!-- step: write -->

${said['writeText']}

\`\`\`properties file=client.properties edit
acks=0
\`\`\`

\`\`\`yaml check
- file: client.properties
  properties: { acks: all }
\`\`\`

\`\`\`properties solution file=client.properties
acks=all
\`\`\`

<details>
<summary>${said['hint']}</summary>

${said['hintText']}

</details>

## ${said['ask']}
<!-- step: ask -->

${said['askText']}

\`\`\`sh run stop=reader
\`\`\`

\`\`\`http run
PUT http://localhost:8083/connectors/c/config
Content-Type: application/json

{ "connector.class": "FileStreamSource" }
\`\`\`

\`\`\`sql run at=shop
SELECT 1;
\`\`\`

\`\`\`yaml check
- connector: c
  state: RUNNING
- sql: SELECT 1 AS one
  at: shop
  rows: [{ one: 1 }]
- group: readers
  lag: 0
\`\`\`

<details>
<summary>${said['hint']}</summary>

${said['hintText']}

</details>
`;

const beta = (said: Readonly<Record<string, string>>) => `---
id: beta
title: ${said['title']}
summary: ${said['summary']}
minutes: 5
services: [broker]
---

# ${said['title']}

${said['intro']}

## ${said['choose']}
<!-- step: choose -->

${said['chooseText']}

- [ ] ${said['wrong']}

  > ${said['wrongFeedback']}

- [x] ${said['right']}

  > ${said['rightFeedback']}

## ${said['again']}
<!-- step: again -->

${said['againText']}

\`\`\`yaml check
- topic: orders
  partitions: 3
\`\`\`

\`\`\`sh solution
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders --partitions 3
\`\`\`

<details>
<summary>${said['hint']}</summary>

${said['hintText']}

</details>

## ${said['read']}
<!-- step: read -->

${said['readText']}

\`\`\`text
parcels -> orders
\`\`\`
`;

const english = {
  alpha: alpha({
    title: 'The first lesson',
    summary: 'Make something and look at it.',
    intro: 'What comes now, in one sentence.',
    make: 'Make it',
    makeText: 'A **topic** is a log with a name.',
    mistake: 'It is called parcels, with an s.',
    hint: 'Hint',
    hintText: 'Look at the line above.',
    watch: 'Watch it',
    watchText: 'Type two lines.',
    write: 'Write it',
    writeText: 'Every replica has to answer.',
    ask: 'Ask for it',
    askText: 'Ask Connect and the shop.',
  }),
  beta: beta({
    title: 'The second lesson',
    summary: 'Think about what was made.',
    intro: 'You know [the first lesson](../01-alpha/lesson.md).',
    choose: 'Choose',
    chooseText: 'What stays?',
    wrong: 'Nothing.',
    wrongFeedback: 'A queue works like that.',
    right: 'The records.',
    rightFeedback: 'Right, for a week.',
    again: 'Do it again',
    againText: 'Make another one, as in [Make it](../01-alpha/lesson.md#make-it).',
    hint: 'Hint',
    hintText: 'The tool is the same.',
    read: 'Read on',
    readText: 'That is all.',
  }),
};

const korean = {
  alpha: alpha({
    title: '첫 레슨',
    summary: '만들고 들여다봅니다.',
    intro: '이제 올 것을 한 문장으로.',
    make: '만들기',
    makeText: '**토픽**은 이름이 있는 로그입니다.',
    mistake: '이름은 parcels입니다.',
    hint: '힌트',
    hintText: '위의 줄을 보세요.',
    watch: '지켜보기',
    watchText: '두 줄을 입력하세요.',
    write: '쓰기',
    writeText: '모든 복제본이 답해야 합니다.',
    ask: '묻기',
    askText: 'Connect와 shop에 물어보세요.',
  }),
  beta: beta({
    title: '둘째 레슨',
    summary: '만든 것을 생각합니다.',
    intro: '[첫 레슨](../01-alpha/lesson.md)을 마쳤습니다.',
    choose: '고르기',
    chooseText: '무엇이 남을까요?',
    wrong: '아무것도.',
    wrongFeedback: '큐가 그렇습니다.',
    right: '레코드.',
    rightFeedback: '맞습니다. 일주일 동안.',
    again: '다시 하기',
    againText: '하나 더 만드세요.',
    hint: '힌트',
    hintText: '도구는 같습니다.',
    read: '읽기',
    readText: '끝입니다.',
  }),
};

export const validPack: Readonly<Record<string, string>> = {
  'pack.yaml': `format: 1
name: small-pack
title: { en: A small pack, ko: 작은 팩 }
languages: [en, ko]
lessons: [01-alpha, 02-beta]
`,
  '01-alpha/lesson.md': english.alpha,
  '01-alpha/lesson.ko.md': korean.alpha,
  '02-beta/lesson.md': english.beta,
  '02-beta/lesson.ko.md': korean.beta,
  'glossary.yaml': `- { en: topic, ko: 토픽, avoid: { ko: [주제] } }
- { en: replica, ko: 복제본, avoid: { en: [copy], ko: [레플리카] } }
`,
  'released.yaml': `alpha:
  - make
  - watch
  - write
  - ask
beta:
  - choose
  - again
  - read
`,
};

import { validPack } from './valid-pack.ts';

/** One way to break the pack: the files that change, and the line at which it has to be told. */
export type Mutation = {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array | undefined>>;
  /** `file:line` */
  readonly told: string;
};

const originals = ['01-alpha/lesson.md', '02-beta/lesson.md'];
const translations = ['01-alpha/lesson.ko.md', '02-beta/lesson.ko.md'];
/** What is wrong by itself is told in a translation as well; one of them is enough to show it. */
const lessons = [...originals, '02-beta/lesson.ko.md'];
const linesOf = (file: string): readonly string[] => (validPack[file] ?? '').split('\n');

/** Changes one line; undefined deletes it. Told at that line if not said otherwise. */
function changed(
  file: string,
  index: number,
  line: string | undefined,
  told = index,
  name = line ?? 'deleted',
): Mutation {
  const lines = [...linesOf(file)];
  const former = lines[index] ?? '';
  lines.splice(index, 1, ...(line === undefined ? [] : [line]));
  return {
    name: `${file}:${index + 1} ${JSON.stringify(former)}: ${name}`,
    files: { [file]: lines.join('\n') },
    told: `${file}:${told + 1}`,
  };
}

/** One mutation for each line that the pattern is true of. */
function each(
  files: readonly string[],
  pattern: RegExp,
  make: (file: string, index: number, line: string) => readonly Mutation[],
): readonly Mutation[] {
  return files.flatMap((file) =>
    linesOf(file).flatMap((line, index) => (pattern.test(line) ? make(file, index, line) : [])),
  );
}

const replaced = (files: readonly string[], pattern: RegExp, by: string): readonly Mutation[] =>
  each(files, pattern, (file, index, line) => [changed(file, index, line.replace(pattern, by))]);

/** Index of the last line before or at an index for which the pattern is true. */
const lastBefore = (file: string, index: number, pattern: RegExp): number =>
  linesOf(file).findLastIndex((line, at) => at <= index && pattern.test(line));
const nextFrom = (file: string, index: number, pattern: RegExp): number =>
  linesOf(file).findIndex((line, at) => at >= index && pattern.test(line));

const opening = /^```\S/;
const heading = /^## /;

/** Keys: deleted, misspelt, twice, without their value. */
function keys(): readonly Mutation[] {
  const pack = each(['pack.yaml'], /^\w+:/, (file, index, line) => [
    changed(file, index, undefined, 0),
    changed(file, index, line.replace(/^(\w)(\w)/, '$2$1')),
    changed(file, index, `${line}\n${line}`, index + 1),
    changed(file, index, line.replace(/:.*/, ': {}')),
  ]);
  const front = each(lessons, /^(?:id|title|summary|minutes|services): /, (file, index, line) => [
    changed(file, index, undefined, 1),
    changed(file, index, line.replace(/^(\w)(\w)/, '$2$1')),
    changed(file, index, `${line}\n${line}`, index + 1),
    changed(file, index, line.replace(/:.*/, ': {}')),
  ]);
  return [...pack, ...front, ...replaced(lessons, /\bowns:/, 'own:'), ...replaced(lessons, /\btopics: \[/, 'topic: [')];
}

/** Ids of steps: gone, misplaced, unreadable, twice, renamed. */
function ids(): readonly Mutation[] {
  return each(originals, /^<!-- step: /, (file, index, line) => [
    changed(file, index, undefined, index - 1),
    changed(file, index, line.replace('step:', 'stpe:'), index - 1),
    changed(file, index, `A line.\n\n${line}`, index + 2, 'below a line'),
    changed(
      file,
      index,
      line.replace(/step: (\w)/, (_, letter: string) => `step: ${letter.toUpperCase()}`),
    ),
    changed(file, index, line.replace(' -->', 'x -->')),
    changed(file, index, line.replace(/step: \w+/, 'step: other')),
  ]).concat(
    each(translations, /^<!-- step: /, (file, index, line) => [
      changed(file, index, line.replace(' -->', 'x -->')),
      changed(file, index, undefined, index - 1),
    ]),
  );
}

/** Fences: never closed, never opened, swapped words, unknown words. */
function fences(): readonly Mutation[] {
  const closed = each(lessons, opening, (file, index) => {
    const end = nextFrom(file, index + 1, /^```$/);
    return [
      changed(file, end, undefined, index, 'never closed'),
      changed(file, index, undefined, end - 1, 'never opened'),
    ];
  });
  const words = each(lessons, /^```\w+ \w/, (file, index, line) => [
    changed(file, index, line.replace(/^```(\w+) (\S+)/, '```$2 $1')),
    changed(file, index, line.replace(/^```(\w+) (\w)(\w)/, '```$1 $3$2')),
    changed(file, index, `${line} colour=red`),
    changed(file, index, `    ${line}`),
  ]);
  return [...closed, ...words];
}

/** YAML of checks and mistakes: keys, values, tabs, indentation. */
function assertions(): readonly Mutation[] {
  const nested = each(
    originals,
    /^ {2}(?:partitions|config|try|say|at-least|values|running|properties|state|rows|at|lag): /,
    (file, index, line) => [
      changed(file, index, line.replace(/^ {2}(\w)(\w)/, '  $2$1')),
      changed(file, index, line.replace(/^ {2}/, '\t')),
      changed(file, index, ` ${line.slice(2)}`),
      changed(file, index, line.replace(/: .*/, ': { a: { b: c } }')),
    ],
  );
  const subjects = each(
    originals,
    /^- (?:topic|records|file|connector|sql|group|background): /,
    (file, index, line) => [
      changed(file, index, line.replace(/^- \w+/, '- subject')),
      changed(file, index, line.replace(/: .*/, ': []')),
    ],
  );
  return [
    ...nested,
    ...subjects,
    ...replaced(originals, /partitions: \d/, 'partitions: some'),
    ...replaced(originals, /lag: 0/, 'lag: -1'),
  ];
}

/** Commands, requests and statements. */
function blocks(): readonly Mutation[] {
  const commands = each(lessons, /^kafka-[\w-]+\.sh .*[^\\]$/, (file, index, line) => [
    changed(file, index, line.replace(/^kafka-/, 'kafak-')),
    changed(file, index, `${line} && echo done`),
    changed(file, index, `${line} > out.txt`),
    changed(file, index, `${line} "`),
    changed(file, index, `/opt/evil/${line.replace(/^\S+/, 'run')}`),
  ]);
  return [
    ...commands,
    ...replaced(lessons, /^PUT /, 'PUTT '),
    ...replaced(lessons, /^PUT /, 'GET '),
    ...replaced(lessons, /localhost:8083/, 'example.org:8083'),
    ...replaced(lessons, /^Content-Type: /, 'Content Type '),
    ...replaced(lessons, / at=shop$/, ''),
    ...replaced(lessons, / at=shop$/, ' at=shpo'),
    ...replaced(lessons, /id=reader$/, ''),
    ...replaced(lessons, /stop=reader$/, 'stop=raeder'),
    ...replaced(lessons, /timeout=20s$/, 'timeout=soon'),
    ...replaced(lessons, /(?<=^```.*)file=client\.properties/, 'file=../client.properties'),
    ...replaced(lessons, /(?<=^```.*)file=client\.properties/, 'file=/etc/client.properties'),
  ];
}

/** Quizzes and hints. */
function help(): readonly Mutation[] {
  const quiz = each(originals, /^- \[[ x]\] /, (file, index, line) => [
    changed(file, index, line.replace(/\[.\]/, '[?]').replace('[?] ', '[]'), index),
    changed(file, index, line.replace(/\[.\] .*/, '[ ]')),
    changed(file, index + 2, '', index, 'without feedback'),
    changed(file, index + 2, (linesOf(file)[index + 2] ?? '').trim(), index, 'feedback not indented'),
  ]);
  const right = each(originals, /^- \[x\]/, (file, index, line) => [
    changed(file, index, line.replace('[x]', '[ ]'), lastBefore(file, index - 1, /^- \[/)),
  ]);
  const hints = each(lessons, /^<details>/, (file, index) => {
    const end = nextFrom(file, index, /^<\/details>/);
    return [
      changed(file, index, '', end),
      changed(file, end, '', index),
      changed(file, index + 1, '', index, 'without a title'),
      changed(file, index + 3, '', index, 'empty'),
    ];
  });
  const none = each(originals, /^<details>/, (file, index) => {
    const lines = [...linesOf(file)];
    lines.splice(index, 6);
    const at = lastBefore(file, index, heading);
    return [
      { name: `${file}:${at + 1} without a hint`, files: { [file]: lines.join('\n') }, told: `${file}:${at + 1}` },
    ];
  });
  return [...quiz, ...right, ...hints, ...none];
}

/** Translations that do other things, or are made of an older text. */
function translated(): readonly Mutation[] {
  let inside = false;
  const lines = translations.flatMap((file) =>
    linesOf(file).flatMap((line, index) => {
      const before = inside;
      if (line.startsWith('```')) inside = line !== '```' && !line.startsWith('```text');
      const isBlock = (before || inside) && !line.startsWith('```') && !/^ {2}say:/.test(line) && line !== '';
      return isBlock && inside ? [changed(file, index, line.replace(/(?<=\w)(\w)/, '$1$1'))] : [];
    }),
  );
  const front = replaced(translations, /^minutes: /, 'minutes: 1');
  const stale = each(originals, /^[A-Z][^|#]*[.?]$/, (file, index, line) => {
    const other = file.replace('.md', '.ko.md');
    const isIntro = lastBefore(file, index, heading) < 0;
    const id = linesOf(file)[lastBefore(file, index, /^<!-- step/)] ?? '';
    const at = isIntro ? 0 : linesOf(other).indexOf(id) - 1;
    return [{ ...changed(file, index, `${line} And more.`), told: `${other}:${at + 1}` }];
  });
  const gone = each(translations, heading, (file, index) => {
    const lines = [...linesOf(file)];
    const next = lines.findIndex((line, at) => at > index && heading.test(line));
    lines.splice(index, (next < 0 ? lines.length : next) - index);
    return [
      {
        name: `${file}:${index + 1} without this step`,
        files: { [file]: lines.join('\n') },
        told: `${file}:${Math.min(index + 1, lines.length)}`,
      },
    ];
  });
  const files = translations.map((file, index) => ({
    name: `${file} gone`,
    files: { [file]: undefined },
    told: `pack.yaml:5`,
    index,
  }));
  return [...lines, ...front, ...stale, ...gone, ...files];
}

/** Words, links, ids of the last release, checks that cannot fail. */
function rest(): readonly Mutation[] {
  const words = each(translations, /^[가-힣].*[.?]$/, (file, index, line) => [
    changed(file, index, `${line} 주제입니다.`),
    changed(file, index, `레플리카는 ${line}`),
  ]);
  const english = each(originals, /^[A-Z][^|#]*[.?]$/, (file, index, line) => [
    changed(file, index, `${line} A copy.`),
    changed(file, index, `${line} [There](../03-gamma/lesson.md)`),
    changed(file, index, `${line} [There](#nowhere)`),
    changed(file, index, `${line} ![Here](picture.png)`),
    changed(file, index, `${line} [Out](../../../etc/passwd)`),
  ]);
  const links = [
    ...replaced(['02-beta/lesson.md'], /01-alpha\/lesson/, '01-alhpa/lesson'),
    ...replaced(['02-beta/lesson.md'], /#make-it/, '#make-them'),
  ];
  const released = each(['released.yaml'], /^ {2}- /, (file, index, line) => {
    const [lesson] = originals.filter((name) => linesOf(name).includes(`<!-- step: ${line.slice(4)} -->`));
    const at = linesOf(lesson ?? '').indexOf(`<!-- step: ${line.slice(4)} -->`);
    return [
      { ...changed(file, index, `${line}-then`), told: `${lesson}:${at + 1}` },
      changed(file, index, `${line}\n  - zebra`, index + 1),
    ];
  }).concat(changed('released.yaml', 5, 'gamma: [a]\nbeta:'), changed('released.yaml', 0, 'alpha: 3'));
  const glossary = [
    changed('glossary.yaml', 0, '- topic'),
    changed('glossary.yaml', 1, '- { en: [replica], ko: 복제본 }'),
    changed('glossary.yaml', 1, '- { english: replica }'),
    changed('glossary.yaml', 1, '- { en: replica, avoid: { ko: 레플리카 } }'),
    { ...changed('glossary.yaml', 0, '- { en: topic, ko: 주제어 }'), told: '01-alpha/lesson.ko.md:14' },
  ];
  const file = '01-alpha/lesson.md';
  const at = (text: string) => linesOf(file).indexOf(text);
  const weak = [
    changed(file, at('    contains: parcels'), '    matches: .*'),
    changed(file, at('    contains: parcels'), "    matches: ['parcels', 'x?']"),
    changed(file, at('  at-least: 2'), '  at-least: 0', at('- records: parcels')),
    changed(file, at('  properties: { acks: all }'), '  properties: { acks: 0 }', at('- file: client.properties')),
    changed(file, at('  properties: { acks: all }'), undefined, at('- file: client.properties')),
  ];
  return [...words, ...english, ...links, ...released, ...glossary, ...weak];
}

/** Bytes that are no text. */
function bytes(): readonly Mutation[] {
  return Object.keys(validPack).flatMap((file) =>
    ['\u0000', '\u001b', '\u009b', undefined].map((character) => {
      const text = Buffer.from(`${validPack[file]}`);
      const bad = character === undefined ? Buffer.of(0xff) : Buffer.from(character);
      const line = (validPack[file] ?? '').split('\n').length;
      return {
        name: `${file} ends with ${bad.toString('hex')}`,
        files: { [file]: Buffer.concat([text, bad]) },
        told: `${file}:${line}`,
      };
    }),
  );
}

export const mutations: readonly Mutation[] = [
  ...keys(),
  ...ids(),
  ...fences(),
  ...assertions(),
  ...blocks(),
  ...help(),
  ...translated(),
  ...rest(),
  ...bytes(),
];

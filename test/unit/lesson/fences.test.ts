import { describe, expect, test } from 'vitest';
import { check, fence, path, run, stepErrors, stepOf } from './support.ts';

const exercise = check('- topic: t');
const at = (line: number) => ({ position: { path, line: line + 11, column: 1 } });
const shell = { kind: 'sh', background: false, interactive: false, timeoutMs: 60_000, expectFail: false };

describe('run blocks', () => {
  const cases: readonly (readonly [info: string, content: string, block: object])[] = [
    ['sh run', 'ls', { ...shell, commands: ['ls'] }],
    ['sh run timeout=20s', 'ls', { ...shell, commands: ['ls'], timeoutMs: 20_000 }],
    ['sh run timeout=500ms', 'ls', { ...shell, commands: ['ls'], timeoutMs: 500 }],
    ['sh run timeout=1.5m', 'ls', { ...shell, commands: ['ls'], timeoutMs: 90_000 }],
    ['sh run expect=fail id=x-1', 'ls', { ...shell, commands: ['ls'], expectFail: true, id: 'x-1' }],
    ['sh run background id=c', 'ls', { ...shell, commands: ['ls'], background: true, id: 'c' }],
    ['sh run interactive timeout=2m', 'cat', { ...shell, commands: ['cat'], interactive: true, timeoutMs: 120_000 }],
    ['  sh   run  ', 'a\n\n# b\n  c', { ...shell, commands: ['a', 'c'] }],
    [
      'sql run at=shop',
      'SELECT 1;',
      { kind: 'sql', at: 'shop', sql: 'SELECT 1;', timeoutMs: 60_000, expectFail: false },
    ],
    [
      'sql run at=warehouse timeout=5s expect=fail id=q',
      'SELECT\n  1',
      { kind: 'sql', at: 'warehouse', sql: 'SELECT\n  1', timeoutMs: 5000, expectFail: true, id: 'q' },
    ],
    [
      'http run',
      'GET http://localhost:8083/connectors',
      {
        kind: 'http',
        method: 'GET',
        url: 'http://localhost:8083/connectors',
        headers: [],
        body: '',
        timeoutMs: 60_000,
        expectFail: false,
      },
    ],
    [
      'http run timeout=1s expect=fail id=h',
      '# a comment\nPOST http://127.0.0.1:8083/connectors HTTP/1.1\nContent-Type: application/json\nX-Empty:\n\n{\n\n  "a": 1\n}\n',
      {
        kind: 'http',
        method: 'POST',
        url: 'http://127.0.0.1:8083/connectors',
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Empty', ''],
        ],
        body: '{\n\n  "a": 1\n}',
        timeoutMs: 1000,
        expectFail: true,
        id: 'h',
      },
    ],
  ];
  test.each(cases)('%s', (info, content, block) => {
    const step = stepOf(fence(info, content));
    expect(step.runs).toEqual([{ ...block, ...at(1) }]);
    expect(step.kind).toBe('run');
    expect(step.body).toEqual([{ kind: 'code', language: info.trim().split(' ')[0], role: 'run', text: content }]);
  });

  test('stop=ID ends a background block; the block may be empty and then shows nothing', () => {
    const step = stepOf(`${fence('sh run background id=c', 'x')}${fence('sh run stop=c')}`);
    expect(step.runs[1]).toEqual({ ...shell, commands: [], stop: 'c', ...at(4) });
    expect(step.body).toHaveLength(1);
  });

  test('stdin goes to the run block before it', () => {
    const step = stepOf(run + fence('sh run interactive', 'cat') + fence('text stdin', 'a', '', 'b') + fence('text'));
    expect(step.runs.map((block) => 'stdin' in block && block.stdin)).toEqual([false, 'a\n\nb\n']);
    expect(step.body.map(({ kind }) => kind)).toEqual(['code', 'code', 'code']);
  });
});

describe('files', () => {
  test('are written and shown', () => {
    const step = stepOf(fence('properties file=conf/a.properties edit', 'a=1', 'b=2') + fence('text file=empty'));
    expect(step.files).toEqual([
      { name: 'conf/a.properties', text: 'a=1\nb=2\n', edit: true, language: 'properties', ...at(1) },
      { name: 'empty', text: '', edit: false, language: 'text', ...at(5) },
    ]);
    expect(step.body).toEqual([
      { kind: 'code', language: 'properties', role: 'file', text: 'a=1\nb=2', file: 'conf/a.properties' },
      { kind: 'code', language: 'text', role: 'file', text: '', file: 'empty' },
    ]);
    expect(step.kind).toBe('reading');
  });

  test.each([
    ['/etc/passwd', 'is not inside the folder; write a relative path'],
    ['~/x', 'is not inside the folder; write a relative path'],
    ['C:x', 'is not inside the folder; write a relative path'],
    ['../x', 'leaves the folder; .. is not allowed'],
    ['a/../../x', 'leaves the folder; .. is not allowed'],
    ['a\\b', 'has a backslash; separate folders with /'],
    ['a//b', 'has an empty part; write names with / between them'],
    ['./a', 'has an empty part; write names with / between them'],
    ['a/', 'has an empty part; write names with / between them'],
    ['ab:c', 'has a character that a file name cannot have on every system'],
    ['a"b', 'has a character that a file name cannot have on every system'],
    ['nul.txt', 'is a name that Windows cannot use'],
    ['a.', 'is a name that Windows cannot use'],
    ['x'.repeat(201), 'is too long; stay under 200 characters'],
  ])('%s is refused', (name, fault) => {
    const shown = name.length > 60 ? `${name.slice(0, 60)}...` : name;
    expect(stepErrors(fence(`text file=${name}`, 'x'))).toEqual([`1:14 The path "${shown}" ${fault}.`]);
  });
});

describe('exercises', () => {
  test.each(['sh', 'http', 'sql'])('solved by %s commands', (language) => {
    const content = { sh: 'ls', http: 'GET http://localhost:1/', sql: 'SELECT 1' }[language] ?? '';
    const step = stepOf(exercise + fence(`${language} solution${language === 'sql' ? ' at=shop' : ''}`, content));
    expect(step).toMatchObject({ kind: 'exercise', body: [], runs: [], solution: [{ kind: language }] });
  });

  test('solved by a finished file, and with input', () => {
    const step = stepOf(
      exercise +
        fence('sh solution interactive timeout=9s', 'cat') +
        fence('text stdin', 'a') +
        fence('sh solution file=bin/x.sh', 'echo'),
    );
    expect(step.solution).toEqual([
      { ...shell, commands: ['cat'], interactive: true, timeoutMs: 9000, stdin: 'a\n', ...at(4) },
      { kind: 'file', name: 'bin/x.sh', text: 'echo\n', edit: false, language: 'sh', ...at(10) },
    ]);
  });

  test('a run block with a finished file is a run', () => {
    const step = stepOf(fence('text file=f edit', 'a') + run + exercise + fence('text solution file=f', 'b'));
    expect(step.kind).toBe('run');
  });
});

describe('what is wrong in a fence', () => {
  const cases: readonly (readonly [name: string, content: string, errors: readonly string[]])[] = [
    ['unknown role', fence('sh rnu', 'x'), ['1:7 "rnu" is not a role. [Did you mean run?]']],
    [
      'far from any role',
      fence('js {1,3}', 'x'),
      [
        '1:7 "{1,3}" is not a role. [Known here: run, stdin, check, mistakes, solution, setup, board, learned, file=NAME.]',
      ],
    ],
    [
      'no language',
      fence('run', 'x'),
      ['1:4 The language comes first, then "run"; write for example "sh run" or "yaml check".'],
    ],
    [
      'file without a language',
      fence('file=x', 'x'),
      ['1:4 The language comes first, then "file=x"; write for example "sh run" or "yaml check".'],
    ],
    [
      'role too late',
      fence('sh timeout=3s run', 'x'),
      ['1:7 The role comes right after the language, before "timeout=3s".'],
    ],
    [
      'run in bash',
      fence('bash run', 'x'),
      ['1:4 A run block is written in sh, http or sql, not in "bash". [Did you mean sh?]'],
    ],
    ['run in java', fence('java run', 'x'), ['1:4 A run block is written in sh, http or sql, not in "java".']],
    [
      'check in yml',
      fence('yml check', '- exit: 0'),
      ['1:4 A check block is written in yaml, not in "yml". [Did you mean yaml check?]'],
    ],
    [
      'mistakes in json',
      fence('json mistakes', '[]'),
      ['1:4 A mistakes block is written in yaml, not in "json". [Did you mean yaml mistakes?]'],
    ],
    [
      'solution in java',
      fence('java solution', 'x'),
      ['1:4 A solution in "java" has to say which file it is: file=NAME. Commands are sh, http or sql.'],
    ],
    [
      'unknown flag',
      fence('sh run backgroud id=c', 'x'),
      ['1:11 The option "backgroud" is unknown here. [Did you mean background?]'],
    ],
    [
      'unknown key',
      fence('sh run timout=3s', 'x'),
      ['1:11 The option "timout=3s" is unknown here. [Did you mean timeout=?]'],
    ],
    [
      'background sql',
      fence('sql run at=shop background', 'x'),
      ['1:20 The option "background" is unknown here. [Known here: at=, timeout=, expect=, id=.]'],
    ],
    [
      'option of a check',
      run + fence('yaml check strict', '- exit: 0'),
      ['4:15 The option "strict" is unknown here. [This block takes no options.]'],
    ],
    [
      'option of stdin',
      run + fence('text stdin x', 'x'),
      ['4:15 The option "x" is unknown here. [This block takes no options.]'],
    ],
    [
      'edit without file',
      fence('text edit', 'x'),
      [
        '1:9 "edit" is not a role. [Known here: run, stdin, check, mistakes, solution, setup, board, learned, file=NAME.]',
      ],
    ],
    [
      'edit of a run',
      fence('sh run edit', 'x'),
      [
        '1:11 The option "edit" is unknown here. [Known here: background, interactive, timeout=, expect=, id=, stop=, at=.]',
      ],
    ],
    [
      'edit of a solution',
      exercise + fence('text solution file=x edit', 'x'),
      ['4:25 The option "edit" is unknown here. [Known here: file=, crlf.]'],
    ],
    ['flag twice', fence('sh run id=a id=b', 'x'), ['1:16 id stands here twice.']],
    ['flag with a value', fence('sh run interactive=yes', 'x'), ['1:11 interactive takes no value.']],
    ['key without a value', fence('sh run timeout', 'x'), ['1:11 timeout needs a value: timeout=...']],
    ['key with an empty value', fence('text file=', 'x'), ['1:9 file needs a value: file=...']],
    [
      'timeout without a unit',
      fence('sh run timeout=20', 'x'),
      ['1:19 The timeout "20" is not a time from 1ms to 60m, such as 500ms, 20s or 2m. [Did you mean timeout=20s?]'],
    ],
    [
      'timeout of nothing',
      fence('sh run timeout=0s', 'x'),
      ['1:19 The timeout "0s" is not a time from 1ms to 60m, such as 500ms, 20s or 2m.'],
    ],
    [
      'timeout too long',
      fence('sh run timeout=2000m', 'x'),
      ['1:19 The timeout "2000m" is not a time from 1ms to 60m, such as 500ms, 20s or 2m.'],
    ],
    [
      'expect=ok',
      fence('sh run expect=ok', 'x'),
      ['1:18 Only expect=fail is known; without it a command has to end well.'],
    ],
    ['ill-formed id', fence('sh run id=My_Id', 'x'), ['1:14 The id "My_Id" may only have a-z, 0-9 and -.']],
    [
      'id twice',
      fence('sh run id=a', 'x') + fence('sql run at=shop id=a', 'x'),
      ['4:23 Another block of this lesson has the id a already.'],
    ],
    [
      'background and interactive',
      fence('sh run background interactive id=a', 'x'),
      ['1:22 A block is either background or interactive.'],
    ],
    [
      'background without id',
      fence('sh run background', 'x'),
      ['1:11 A background block needs id=NAME, so that it can be stopped and checked.'],
    ],
    [
      'background with two commands',
      fence('sh run background id=a', 'x', 'y'),
      ['1:11 A block that is background has exactly one command.'],
    ],
    [
      'interactive with two commands',
      fence('sh run interactive', 'x', 'y'),
      ['1:11 A block that is interactive has exactly one command.'],
    ],
    [
      'background with a timeout',
      fence('sh run background id=a timeout=3s expect=fail', 'x'),
      [
        '1:27 A background block stays until it is stopped; timeout does not apply.',
        '1:38 A background block stays until it is stopped; expect does not apply.',
      ],
    ],
    ['nothing to run', fence('sh run', '# only a comment', ''), ['1:1 There is no command in this block.']],
    ['nothing to run in the background', fence('sh run background id=a'), ['1:1 There is no command in this block.']],
    [
      'stop of nothing',
      fence('sh run background id=listen', 'x') + fence('sh run stop=lister'),
      ['4:16 No background block before this has the id "lister". [Did you mean listen?]'],
    ],
    [
      'stop before it starts',
      fence('sh run stop=a', 'y') + fence('sh run background id=a', 'x'),
      ['1:16 No background block before this has the id "a".'],
    ],
    [
      'stop of a foreground block',
      fence('sh run id=a', 'x') + fence('sh run stop=a'),
      ['4:16 No background block before this has the id "a".'],
    ],
    [
      'stdin without run',
      fence('text stdin', 'x') + run,
      ['1:1 There is no run block before this that it could feed.'],
    ],
    [
      'stdin for sql',
      fence('sql run at=shop', 'x') + fence('text stdin', 'x'),
      ['4:1 Only a sh block can be fed; the block before this is sql.'],
    ],
    [
      'stdin twice',
      run + fence('text stdin', 'x') + fence('text stdin', 'x'),
      ['7:1 The block before this is fed by another stdin block already.'],
    ],
    [
      'sql without at',
      fence('sql run', 'x'),
      ['1:1 A sql block says which database it is for. [Known here: at=shop, at=warehouse.]'],
    ],
    ['sql at nowhere', fence('sql run at=shoop', 'x'), ['1:15 There is no database "shoop". [Did you mean shop?]']],
    [
      'sh at nowhere',
      fence('sh run at=musuem', 'x'),
      ['1:14 There is no place "musuem" where commands can run. [Did you mean museum?]'],
    ],
    [
      'sh at a database',
      fence('sh run at=shop', 'x'),
      ['1:14 There is no place "shop" where commands can run. [Known here: museum.]'],
    ],
    ['at without a value', fence('sh run at', 'x'), ['1:11 at needs a value: at=...']],
    ['sql without a statement', fence('sql run at=shop', ''), ['1:1 There is no statement in this block.']],
    ['a file twice', fence('text file=a', 'x') + fence('text file=a', 'y'), ['4:14 This step writes "a" twice.']],
    [
      'http without a request',
      fence('http run', '# nothing'),
      ['1:1 There is no request in this block; write for example GET http://localhost:8083/connectors.'],
    ],
    [
      'http method',
      fence('http run', 'GTE http://localhost/'),
      ['2:1 "GTE" is not a request method. [Did you mean GET?]'],
    ],
    ['http without URL', fence('http run', 'GET'), ['2:4 The URL is missing.']],
    [
      'http to a path',
      fence('http run', 'GET /connectors'),
      ['2:5 "/connectors" is not a URL; write for example http://localhost:8083/connectors.'],
    ],
    ['http to ftp', fence('http run', 'GET ftp://localhost/'), ['2:5 "ftp://localhost/" is not an http URL.']],
    [
      'http to elsewhere',
      fence('http run', '', 'GET http://localhost.example.com/'),
      ['3:5 "http://localhost.example.com/" is on another machine; lessons talk to localhost only.'],
    ],
    [
      'http with more words',
      fence('http run', 'GET http://localhost/ now'),
      ['2:23 "now" is too much; a request is METHOD URL.'],
    ],
    [
      'http header',
      fence('http run', 'PUT http://localhost/', 'A: b', '{"a": 1}', '', 'x'),
      ['4:1 A header is written Name: value. An empty line comes before the body.'],
    ],
    ['http body of GET', fence('http run', 'GET http://localhost/', '', 'x'), ['2:1 GET has no body.']],
  ];
  test.each(cases)('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });
});

describe('fences that are not where they seem to be', () => {
  test.each([
    ['never closed', '```sh run\nls\n', ['1:1 This block is never closed; end it with a line ```.']],
    ['closed by too few marks', '````text\nls\n```\n', ['1:1 This block is never closed; end it with a line ````.']],
    ['closed by other marks', '~~~text\nls\n```\n', ['1:1 This block is never closed; end it with a line ~~~.']],
    [
      'never closed in a list',
      `- a\n  \`\`\`sh\n  ls\n\n${run}`,
      ['2:3 This block is never closed; end it with a line ```.'],
    ],
    ['opening line at the end of the file', 'a\n\n```sh', ['3:1 This block is never closed; end it with a line ```.']],
    [
      'next one opens inside',
      '```sh run\nls\n\n```yaml check\n- exit: 0\n```\n',
      ['1:1 This block is not closed before the next one opens at line 15; end it with a line ```.'],
    ],
    [
      'role in a list',
      `- a\n\n  \`\`\`sh run\n  ls\n  \`\`\`\n`,
      ['3:3 A block with a role cannot stand inside a list or a quote. Move it to the left margin.'],
    ],
    [
      'role in a quote',
      '> ```yaml check\n> - exit: 0\n> ```\n',
      ['1:3 A block with a role cannot stand inside a list or a quote. Move it to the left margin.'],
    ],
    [
      'indented',
      'a\n\n    ```sh run\n    ls\n    ```\n',
      ['3:5 This block is indented by four columns or more, so it would only be shown. Move it to the left margin.'],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });

  test('longer marks hold shorter ones', () => {
    expect(stepOf('````markdown\n```sh run\nls\n```\n````\n').body).toEqual([
      { kind: 'code', language: 'markdown', role: 'shown', text: '```sh run\nls\n```' },
    ]);
  });

  test('tildes, and a fence in a list that is only shown', () => {
    const step = stepOf('~~~\n```\n~~~\n\n- a\n\n  ```sh\n  ls\n  ```\n');
    expect(step.body).toEqual([
      { kind: 'code', language: '', role: 'shown', text: '```' },
      { kind: 'markdown', source: '- a\n\n  ```sh\n  ls\n  ```' },
    ]);
  });
});

describe('file blocks', () => {
  test('a name with a space stands in quotes', () => {
    const { files } = stepOf(fence('bat file="My Tools/x y.bat" edit crlf', 'rem'));
    expect(files).toEqual([
      { name: 'My Tools/x y.bat', text: 'rem\n', edit: true, crlf: true, language: 'bat', ...at(1) },
    ]);
  });

  test('one that is copied is not for reading', () => {
    const step = stepOf(`Prose.\n\n${fence('text file=a/b.jar from=b.jar')}`);
    expect(step.files).toMatchObject([{ name: 'a/b.jar', from: 'b.jar', text: '' }]);
    expect(step.body.map(({ kind }) => kind)).toEqual(['markdown']);
  });

  test.each(['text file="My Tools', 'text file=a from=../b', 'text file=a from=', 'text file=a crlf=yes'])(
    '%s is refused',
    (info) => {
      expect(stepErrors(fence(info)).length).toBeGreaterThan(0);
    },
  );

  test('what is wrong in quotes is shown at its place', () => {
    expect(stepErrors(fence('text file="../a b" edit'))).toEqual([expect.stringMatching(/^1:15 .*\.\.\/a b/)]);
  });

  test('one that is copied has no text of its own', () => {
    expect(stepErrors(`${fence('text file=a from=b', 'text')}\nProse.\n`)).toEqual([
      expect.stringContaining('Leave this block empty'),
    ]);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/lesson/types.ts';
import { plainText } from '../../../src/markdown/index.ts';
import { setLanguage } from '../../../src/messages/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { retold } from '../../../src/ui/retold.ts';
import { reduce } from '../../../src/ui/state.ts';
import type { ViewState } from '../../../src/ui/view-state.ts';
import { start } from './support/app.ts';
import { koreanPack, lesson, packOf, step, topicsPack } from './support/course.ts';
import { key, started } from './support/keyboard.ts';
import { startPlain } from './support/plain-app.ts';
import { ref, viewOf } from './support/states.ts';

afterEach(() => setLanguage('en'));

describe('the key for the other language', () => {
  it.each(['o', 'O', 'ㅐ'])('is %s', (typed) => {
    const { effects, press } = started([]);
    press(typed);
    expect(effects.switchLanguage).toHaveBeenCalledOnce();
  });

  it('is a letter like any other while a line is typed', () => {
    const { store, effects, press } = started([]);
    press('/', 'o');
    expect(effects.switchLanguage).not.toHaveBeenCalled();
    expect(store.get().command.text).toBe('o');
  });

  it('works over the map and the help', () => {
    const { effects, press } = started([]);
    press('l', 'o', key('escape'), '?', 'o');
    expect(effects.switchLanguage).toHaveBeenCalledTimes(2);
  });

  it('is named in the language it leads to, also in the footer of a wide window', async () => {
    const { terminal } = await start({ columns: 160 });
    expect(terminal.screen().join('\n')).toContain('o 한국어');
  });
});

describe('switching in the app', () => {
  it('changes the header, the lesson, the footer at once, and back', async () => {
    const english = topicsPack();
    const app = await start({
      app: {
        speak: async (language) => {
          setLanguage(language);
          return language === 'ko' ? koreanPack() : english;
        },
      },
    });
    await app.terminal.untilText('A topic is a named log');
    app.terminal.type('o');
    await app.terminal.untilText('토픽은 이름이 있는 로그입니다');
    const korean = app.terminal.screen().join('\n');
    expect(korean).toContain('단계 1/2');
    expect(korean).toContain('? 도움말');
    expect(korean).not.toMatch(/help|skip|lessons/);
    expect(app.session.asked).toContain('retell');
    app.terminal.type('o');
    await app.terminal.untilText('A topic is a named log');
    // Who did not mean to leave a language is told in it how to come back; the next key takes that away.
    const told = '이제 영어로 표시합니다. o를 누르면 한국어로 돌아옵니다.';
    expect(app.terminal.screen().join('\n').replace(told, '')).not.toMatch(/[가-힣]/);
  });

  it('prints the step anew in plain mode', async () => {
    const { type, untilText } = startPlain();
    await untilText('[Enter run');
    type('o');
    await untilText('[Enter 실행');
    type('?');
    await untilText('다른 언어: English');
  });
});

describe('what was said already', () => {
  const checks = [{ subject: 'topic', topic: 'orders' } as const];
  const mistakes = (say: string) => [{ when: checks, say }];
  const packWith = (say: string) =>
    packOf(lesson('topics', 'Topics', [step('create', 'Create', { kind: 'run', checks, mistakes: mistakes(say) })]));
  const check = (index: number, label: string, actual: string) =>
    ({
      type: 'check',
      ref: ref('create'),
      index,
      label,
      state: { status: 'pass', expected: actual, actual },
    }) as const;

  it('is said again as far as it can be', () => {
    const pack = packWith('One s.');
    const before = viewOf(
      [
        check(0, 'the command ended well', 'the command ended well'),
        check(1, 'topic orders', 'exists'),
        { type: 'mistake', ref: ref('create'), say: 'One s.', tryNext: 'kafka-topics.sh' },
        { type: 'said', level: 'info', text: 'This is the last step.' },
      ],
      { pack },
    );
    setLanguage('ko');
    const after = retold(before, { pack: packWith('s는 하나입니다.'), from: 'en', to: 'ko' });
    expect(after.checks.map(({ label, state }) => [label, 'actual' in state && state.actual])).toEqual([
      ['명령이 잘 끝났습니다', '명령이 잘 끝났습니다'],
      ['토픽 orders', '있음'],
    ]);
    expect(after.mistake).toEqual({ say: 's는 하나입니다.', tryNext: 'kafka-topics.sh' });
    expect(after.notices).toEqual([]);
  });

  it('stays where it cannot be said again', () => {
    const pack = packWith('One s.');
    const before = viewOf([check(0, 'topic orders', 'exists, 3 partitions')], { pack });
    setLanguage('ko');
    const after = reduce(before, { type: 'language-switched', pack, from: 'en', to: 'ko' });
    expect(after.checks[0]).toMatchObject({ label: '토픽 orders', state: { actual: 'exists, 3 partitions' } });
  });
});

describe('a board', () => {
  const panel = { id: 'mail', title: 'No mail', symptom: 'Nobody writes.', report: 'It was shut.', checks: [0] };
  const packWith = (title: string) =>
    packOf(lesson('topics', 'Night', [step('create', 'Calls', { kind: 'exercise', board: [{ ...panel, title }] })]));
  const seen = (actual: string) =>
    [
      {
        type: 'check',
        ref: ref('create'),
        index: 0,
        label: 'box',
        panel: 'mail',
        state: { status: 'fail', expected: 'open', actual },
      },
      { type: 'panel', ref: ref('create'), panel: 'mail', state: 'broken' },
    ] as const;
  const screen = (state: ViewState): string => plainText(drawFrame(state).rows);

  it('that is as it was at first does not look like one that was tried, in either language', () => {
    const pack = packWith('No mail');
    const before = viewOf(seen('shut'), { pack });
    setLanguage('ko');
    const switched = reduce(before, { type: 'language-switched', pack: packWith('편지 없음'), from: 'en', to: 'ko' });
    const after = seen('닫힘').reduce((state, event) => reduce(state, event), switched);
    expect(screen(after)).toContain('편지 없음');
    expect(screen(after)).not.toContain('닫힘');
  });

  it('still shows what came of a repair', () => {
    const pack = packWith('No mail');
    const before = viewOf([...seen('shut'), ...seen('stuck')], { pack });
    expect(screen(before)).toContain('stuck');
    setLanguage('ko');
    const switched = reduce(before, { type: 'language-switched', pack: packWith('편지 없음'), from: 'en', to: 'ko' });
    const after = seen('끼임').reduce((state, event) => reduce(state, event), switched);
    expect(screen(after)).toContain('끼임');
  });
});

describe('that earlier steps are performed', () => {
  const shown = (state: ViewState): string => plainText(drawFrame(state).rows);

  it('is told in the language in use, and only as long as it is so', () => {
    const state = viewOf([{ type: 'earlier', steps: 2 }]);
    expect(shown(state)).toContain('The 2 steps of this lesson before this one are performed for you.');
    setLanguage('ko');
    expect(shown({ ...state })).toContain('앞에 있는 단계 2개를 대신 실행합니다');
    expect(shown(reduce(state, { type: 'earlier', steps: 0 }))).not.toContain('대신 실행합니다');
  });
});

it('names a file of the step in the language in use', () => {
  const file: Segment = { kind: 'code', role: 'file', language: 'text', text: 'one', file: 'tours.txt' };
  const pack = packOf(lesson('files', 'Files', [step('up', 'Up', { kind: 'run', body: [file] })]));
  const shown = () => plainText(drawFrame(viewOf([{ type: 'opened', ref: ref('up', 'files') }], { pack })).rows);
  expect(shown()).toContain('file tours.txt');
  setLanguage('ko');
  expect(shown()).toContain('파일 tours.txt');
});

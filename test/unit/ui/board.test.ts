import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { footerLine } from '../../../src/ui/footer.ts';
import { createPlainPrinter } from '../../../src/ui/plain-print.ts';
import { reduce } from '../../../src/ui/state.ts';
import type { ViewState } from '../../../src/ui/view-state.ts';
import { fileBlock, lesson, packOf, shellBlock, step } from './support/course.ts';
import { ended, phase, ref, runOf, textOf, viewOf } from './support/states.ts';

const panel = (id: string, title: string, ...checks: readonly number[]) => ({
  id,
  title,
  symptom: `People say: ${id}.`,
  report: 'It was broken.',
  checks,
});
const pack = packOf(
  lesson('topics', 'Night', [
    step('create', 'Calls', {
      kind: 'exercise',
      board: [panel('mail', 'No mail comes', 0, 1), panel('door', 'The door is shut', 2)],
      solution: [shellBlock('mend')],
      hints: [
        { title: 'Mail', source: 'Look into the box.', panel: 'mail' },
        { title: 'Door', source: 'Push.', panel: 'door' },
      ],
    }),
  ]),
);

const at = ref('create');
const check = (index: number, of: string, actual: string): SessionEvent => ({
  type: 'check',
  ref: at,
  index,
  label: `thing ${index}`,
  panel: of,
  state:
    actual === 'right'
      ? { status: 'pass', expected: 'right', actual }
      : { status: 'fail', expected: 'right', actual, because: 'of the wind' },
});
const stands = (id: string, state: 'broken' | 'mended' | 'blocked'): SessionEvent => ({
  type: 'panel',
  ref: at,
  panel: id,
  state,
});
const said = (id: string, say?: string): SessionEvent => ({
  type: 'mistake',
  ref: at,
  panel: id,
  ...(say !== undefined && { say }),
});
const broken: readonly SessionEvent[] = [
  phase('create', 'watching'),
  check(0, 'mail', 'right'),
  check(1, 'mail', 'empty'),
  check(2, 'door', 'shut'),
  stands('mail', 'broken'),
  said('mail'),
  stands('door', 'broken'),
  said('door'),
];
const command = (run: number): SessionEvent[] => [...runOf(run, 'create', [`output ${run}`]), ended(run)];
const text = (events: readonly SessionEvent[], size: { columns?: number; rows?: number } = {}): string =>
  textOf(events, { pack, ...size });

it('names the lessons and the live view before the editor', () => {
  const [found] = pack.lessons[0]?.steps ?? [];
  if (!found) throw new Error('no step');
  const files = packOf(lesson('topics', 'Night', [{ ...found, files: [fileBlock('a.txt', { edit: true })] }]));
  const footer = (columns: number) =>
    plainText([footerLine(viewOf([{ type: 'opened', ref: at, folder: '/w' }], { pack: files }), columns)]);
  expect(footer(200)).toMatch(/s skip {3}l lessons {3}v live {3}e edit/);
  expect(footer(90)).toMatch(/l lessons {3}v live {3}\? help/);
});

describe('a board on the screen', () => {
  it.each([
    [80, 24],
    [120, 40],
    [60, 16],
  ])('shows what is seen of each panel, and not what is missing, at %ix%i', (columns, rows) => {
    const shown = text(broken, { columns, rows });
    expect(shown).toContain('✗ broken  1. No mail comes');
    expect(shown).toContain('  People say: mail.');
    expect(shown).toContain('✗ broken  2. The door is shut');
    expect(shown).toContain('mended 0/2  ✗ 1. No mail comes  ✗ 2. The door is shut');
    expect(shown).not.toMatch(/expected|found|because|thing 1/);
  });

  it('turns to mended, and back', () => {
    const mended = [...broken, check(2, 'door', 'right'), stands('door', 'mended')];
    expect(text(mended)).toContain('✓ mended  2. The door is shut');
    expect(text(mended)).toContain('mended 1/2  ✗ 1. No mail comes  ✓ 2. The door is shut');
    expect(text(mended)).not.toContain('People say: door.');
    expect(text([...mended, stands('door', 'broken')])).toContain(
      'mended 0/2  ✗ 1. No mail comes  ✗ 2. The door is shut',
    );
  });

  it('tells a panel that cannot be looked at from a broken one', () => {
    const shown = text([...broken, stands('mail', 'blocked')]);
    expect(shown).toContain('! blocked 1. No mail comes');
    expect(shown).toContain('mended 0/2  ! 1. No mail comes  ✗ 2. The door is shut');
  });

  it('says what is missing once something was changed, under the command that did it', () => {
    const after = [...broken, ...command(1), check(1, 'mail', 'a letter'), ...command(2)];
    const shown = text(after, { columns: 120, rows: 40 });
    expect(shown).toMatch(/output 1[\s\S]*expected {2}thing 1: right[\s\S]*found {5}a letter[\s\S]*output 2/);
    const mended = text([...after, stands('mail', 'mended')], { columns: 120, rows: 40 });
    expect(mended).not.toContain('expected');
    expect(mended).toMatch(/output 2[\s\S]*✓ mended {2}1\. No mail comes/);
  });

  it('tells the mistake of each panel, in place of what is missing', () => {
    const wrong = [...broken, ...command(1), said('mail', 'That was the wrong box.'), check(1, 'mail', 'bills')];
    expect(text(wrong)).toContain('because   That was the wrong box.');
    expect(text(wrong)).not.toContain('expected');
    const both = text([...wrong, said('door', 'Pull.')], { columns: 120, rows: 40 });
    expect(both).toMatch(/wrong box\.[\s\S]*because {3}Pull\./);
    expect(text([...wrong, said('mail')])).not.toContain('wrong box');
  });

  it('shows hints in the order in which they were given', () => {
    const door: SessionEvent = { type: 'hint', ref: at, shown: 1, hint: 1 };
    const mail: SessionEvent = { type: 'hint', ref: at, shown: 2, hint: 0 };
    expect(text([...broken, door])).toContain('Hint 1 of 2 - Door');
    const both = text([...broken, door, mail], { columns: 120, rows: 40 });
    expect(both).toMatch(/Hint 1 of 2 - Door[\s\S]*Hint 2 of 2 - Mail/);
  });

  it('says how far a setup is, and that one went wrong', () => {
    const preparing: SessionEvent[] = [phase('create', 'preparing'), { type: 'setup', ref: at, done: 3, total: 9 }];
    expect(text(preparing)).toContain('Preparing this step, 3 of 9');
    expect(text(preparing)).toContain('Ctrl+C stop');
    const failed = text([...preparing, phase('create', 'blocked')]);
    expect(failed).toContain('! The step is not prepared yet. Enter tries again.');
    expect(failed).toContain('Enter try again');
    expect(failed).not.toContain('does not answer');
    expect(text([...preparing, { type: 'setup', ref: at, done: 9, total: 9 }, ...broken])).not.toContain('Preparing');
  });
});

describe('a board in lines', () => {
  it('says each change once', () => {
    const printer = createPlainPrinter(80);
    let view: ViewState = viewOf([], { pack });
    const lines = (events: readonly SessionEvent[]): readonly string[] =>
      events.flatMap((event) => {
        view = reduce(view, event, 2000);
        return printer(view, event);
      });
    const first = lines(broken).join('\n');
    expect(first).toContain('✗ broken  1. No mail comes\n  People say: mail.');
    expect(first.match(/mended 0\/2\./g)).toHaveLength(1);
    expect(first).not.toContain('expected');
    expect(lines(broken)).toEqual([]);
    expect(lines([check(1, 'mail', 'a letter')]).join('\n')).toMatch(/thing 1\n.*expected.*right\n.*found.*a letter/);
    expect(lines([said('mail', 'Wrong box.'), said('mail', 'Wrong box.')])).toEqual([
      'No mail comes',
      'because   Wrong box.',
    ]);
    expect(lines([check(1, 'mail', 'right'), stands('mail', 'mended')])).toEqual([
      '✓ mended  1. No mail comes',
      'mended 1/2. It is looked at all the time. /COMMAND runs a command, h shows a',
      'hint.',
    ]);
  });
});

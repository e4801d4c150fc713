import { layoutText, padLine } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { wrapSpans } from '../../markdown/wrap.ts';
import { messages } from '../../messages/index.ts';
import { editorKeys } from '../../terminal/editor-action.ts';
import type { NamedKey } from '../../terminal/key-events.ts';
import type { LineAction } from '../../terminal/line-editor.ts';
import { keymap } from '../keymap.ts';
import type { Binding, Category } from '../keys/binding.ts';
import type { Content } from '../scroll.ts';
import { bold, span } from '../spans.ts';
import type { ViewState } from '../view-state.ts';
import { rowsSection } from './run.ts';

const categories: readonly Category[] = ['step', 'look', 'map', 'type', 'program'];
/** The longest name of a key, Alt+Backspace, and two blanks. */
const keyCells = 15;

/** What the line editor does, in the order in which it is told. */
const editing = [
  'left',
  'right',
  'word-left',
  'word-right',
  'home',
  'end',
  'backspace',
  'delete',
  'kill-word',
  'kill-part',
  'kill-part-right',
  'kill-to-start',
  'kill-to-end',
  'yank',
] as const satisfies readonly LineAction['type'][];

/** All keys, by what they are for. Drawn from the keymap and the editor's table, so that it cannot differ from what the keys do. */
export function helpContent(state: ViewState): Content {
  return [
    ...categories.map((category) => rowsSection(category, (width) => categoryRows(category, width))),
    rowsSection('editing', editingRows),
    rowsSection('notes', (width) => noteRows(state, width)),
  ];
}

function categoryRows(category: Category, width: number): readonly StyledLine[] {
  const bindings = keymap.filter((binding) => binding.help?.category === category);
  return [[bold(messages().ui.help.categories[category])], ...bindings.flatMap((each) => bindingRows(each, width)), []];
}

const bindingRows = (binding: Binding, width: number): readonly StyledLine[] =>
  keyRows(binding.helpName?.() ?? binding.name(), [span(binding.help?.text() ?? '')], width);

/** A key, and what it does beside it; a text that is wrapped goes on under its beginning. */
function keyRows(key: string, text: StyledLine, width: number): readonly StyledLine[] {
  const lines = wrapSpans(text, width - keyCells - 2);
  return lines.map((line, index) => [
    span('  '),
    ...padLine(index === 0 ? [span(key, 'accent')] : [], keyCells),
    ...line,
  ]);
}

/** Keys that change a line while it is typed: what each does, and which others do the same. */
function editingRows(width: number): readonly StyledLine[] {
  const say = messages().ui.help;
  const rows = editing.flatMap((type) => {
    const [key = '', ...others] = editorKeys(type).map(keyLabel);
    const also = others.length === 0 ? [] : [span(` ${say.alsoKeys({ keys: others.join(', ') })}`, 'dim')];
    return keyRows(key, [span(say.editing[type]), ...also], width);
  });
  return [[bold(say.editingTitle)], ...rows, []];
}

/** `ctrl-left` as it stands on the keyboard: `Ctrl+Left`. */
const keyLabel = (key: NamedKey): string =>
  key
    .split('-')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('+');

function noteRows({ engine }: ViewState, width: number): readonly StyledLine[] {
  const say = messages().ui.help;
  const notes = [
    say.hangul,
    say.mouse,
    ...(engine ? [say.engine({ engine: engine.kind, because: engine.because })] : []),
  ];
  return notes.flatMap((note) => layoutText(note, { width, tone: 'dim' }));
}

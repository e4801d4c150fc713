import { layoutText, padLine } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { keymap } from '../keymap.ts';
import type { Binding, Category } from '../keys/binding.ts';
import type { Content } from '../scroll.ts';
import { bold, span } from '../spans.ts';
import type { ViewState } from '../view-state.ts';
import { rowsSection } from './run.ts';

const categories: readonly Category[] = ['step', 'look', 'type', 'program'];
const keyCells = 13;

/** All keys, by what they are for. Drawn from the keymap, so that it cannot differ from what the keys do. */
export function helpContent(state: ViewState): Content {
  return [
    ...categories.map((category) => rowsSection(category, (width) => categoryRows(category, width))),
    rowsSection('notes', (width) => noteRows(state, width)),
  ];
}

function categoryRows(category: Category, width: number): readonly StyledLine[] {
  const bindings = keymap.filter((binding) => binding.help?.category === category);
  return [[bold(messages().ui.help.categories[category])], ...bindings.flatMap((each) => bindingRows(each, width)), []];
}

function bindingRows(binding: Binding, width: number): readonly StyledLine[] {
  const lines = layoutText(binding.help?.text() ?? '', { width: width - keyCells - 2 });
  return lines.map((line, index) => [
    span('  '),
    ...padLine(index === 0 ? [span(binding.helpName?.() ?? binding.name(), 'accent')] : [], keyCells),
    ...line,
  ]);
}

function noteRows({ engine }: ViewState, width: number): readonly StyledLine[] {
  const say = messages().ui.help;
  const notes = [
    say.hangul,
    say.mouse,
    ...(engine ? [say.engine({ engine: engine.kind, because: engine.because })] : []),
  ];
  return notes.flatMap((note) => layoutText(note, { width, tone: 'dim' }));
}

import { doubtLine } from '../command/doubt/doubt-line.ts';
import { pastedCommands } from '../command/paste-lines.ts';
import { loadToolTable, type ToolTable } from '../command/tools/tool-table.ts';
import { messages } from '../messages/index.ts';
import { editLine } from '../terminal/line-editor.ts';
import { type Handler, say } from './effects.ts';
import { type Completed, complete, isMuseum, offerNow, walk } from './line-aid.ts';
import type { Store } from './store.ts';
import { suggestedLine } from './suggested-line.ts';
import { isBusy } from './view.ts';

/** What is done with the command line, but for typing. */

function show(store: Store, { line, aid }: Completed): void {
  store.act({ type: 'line-aided', aid, line: { ...store.get().command, ...line } });
}

/** Tab: completes, then walks through what can stand here; takes the mended line where one is offered. */
export const completeLine =
  (by: 1 | -1): Handler =>
  (context) => {
    const { store, effects } = context;
    const state = store.get();
    const { aid, command } = state;
    if (!state.tools) {
      // Pressed in the moment before they are read.
      const retry = (tools: ToolTable): void => {
        store.act({ type: 'tools-known', tools });
        completeLine(by)(context);
      };
      effects.guard(loadToolTable().then(retry));
      return;
    }
    if (aid?.kind === 'offer') {
      show(store, walk(aid, by));
      return;
    }
    if (aid?.kind === 'doubt' && aid.doubt.mended !== undefined) {
      store.act({ type: 'command-edited', line: editLine(command, { type: 'set', text: aid.doubt.mended }) });
      return;
    }
    const completed = complete(state, command);
    if (completed) show(store, completed);
    else {
      const wanted = offerNow(state, command)?.wanted;
      const text = wanted ? messages().typing.wanted(wanted) : messages().typing.nothing;
      store.act({ type: 'line-aided', aid: { kind: 'note', text } });
    }
  };

/** An empty line takes what it suggests. */
export const takeSuggestion: Handler = ({ store }) => {
  const state = store.get();
  const line = editLine(state.command, { type: 'set', text: suggestedLine(state) });
  store.act({ type: 'command-edited', line });
};

/** Walks through the lines sent before, or through the candidates. */
export const recall =
  (type: 'older' | 'newer'): Handler =>
  ({ store }) => {
    const { aid, command } = store.get();
    if (aid?.kind === 'offer') show(store, walk(aid, type === 'newer' ? 1 : -1));
    else store.act({ type: 'command-edited', line: editLine(command, { type }) });
  };

/** Esc in the command line: what stands above it goes first. True if there was something. */
export function closeAid(store: Store): boolean {
  const { aid, waiting } = store.get();
  if (aid) {
    // What was put there to be looked at goes again.
    const former = aid.kind === 'offer' && aid.chosen !== undefined ? aid.line : {};
    show(store, { line: { ...store.get().command, ...former } });
  } else if (waiting.length > 0) dropWaiting(store);
  return aid !== undefined || waiting.length > 0;
}

/** Pasted lines that wait are not run any more. */
export function dropWaiting(store: Store): void {
  const count = store.get().waiting.length;
  if (count === 0) return;
  store.act({ type: 'lines-waiting', lines: [] });
  say(store, messages().typing.dropped({ count }));
}

/** Pasted text: the first command goes into the line, the others wait. Nothing runs by itself. */
export function pasteCommands(store: Store, text: string): void {
  const [first, ...others] = pastedCommands(text);
  if (first === undefined) return;
  const { command, waiting } = store.get();
  store.act({ type: 'command-edited', line: editLine(command, { type: 'insert', text: first }) });
  if (others.length > 0) store.act({ type: 'lines-waiting', lines: [...others, ...waiting] });
}

/** Runs the command line, where there is nothing to say against it. While another command runs it stays, to be sent later. */
export const submitCommand: Handler = ({ store, effects }) => {
  const state = store.get();
  const line = state.command.text.trim();
  if (isBusy(state) && line !== '') {
    say(store, messages().ui.notices.stillRunning);
    return;
  }
  // Whoever sends it once more means it; what cannot be run at all is not prepared for.
  const wasDoubted = state.aid?.kind === 'doubt' && state.aid.line === line && !state.aid.doubt.isHopeless;
  const doubt =
    state.tools && line !== '' && !wasDoubted ? doubtLine(line, state.tools, { isMuseum: isMuseum(state) }) : undefined;
  if (doubt) {
    store.act({ type: 'line-aided', aid: { kind: 'doubt', line, doubt } });
    return;
  }
  store.act({ type: 'command-submitted' });
  if (line === '') return;
  effects.saveHistory(store.get().command.history);
  effects.guard(effects.session.type(line).finally(() => store.act({ type: 'command-over' })));
};

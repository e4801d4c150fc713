import { messages } from '../messages/index.ts';
import { serverFileAccess } from './confined.ts';
import { defined } from './defined.ts';
import type { Fence } from './fence.ts';
import type { Option, Options, RoleFence } from './fence-role.ts';
import { readHttpRequest } from './http-request.ts';
import type { LessonContext } from './lesson-context.ts';
import { readDatabase, readPlace, readRunFlags, valuePlace } from './run-options.ts';
import { readShellLines } from './shell-lines.ts';
import { didYouMean } from './suggest.ts';
import type { Museum, RunBlock, ShellBlock } from './types.ts';

/** A run block, or a solution or setup that is commands. undefined: it is wrong, and was told. */
export function readRunBlock(
  { fence, language, options }: Extract<RoleFence, { readonly role: 'run' | 'solution' | 'setup' }>,
  context: LessonContext,
): RunBlock | undefined {
  const { problems, source } = context;
  const before = problems.count;
  const flags = { ...readRunFlags(options, problems), position: { path: source.path, ...fence.place } };
  const block = ((): RunBlock | undefined => {
    switch (language) {
      case 'sh':
        return { kind: 'sh', ...flags, ...readShell(fence, options, context) };
      case 'http': {
        const request = readHttpRequest(fence, problems);
        return request && { kind: 'http', ...flags, ...request };
      }
      case 'sql': {
        const at = readDatabase(options, fence.place, problems);
        if (fence.text.trim() === '') problems.add(fence.place, messages().lesson.sqlEmpty);
        refuseServerFiles(fence, context);
        return at && { kind: 'sql', ...flags, at, sql: fence.text.trimEnd() };
      }
    }
  })();
  declareId(options.get('id'), options.has('background'), context);
  return problems.count > before ? undefined : block;
}

/** A statement has the rights of the server on this machine's files. */
function refuseServerFiles(fence: Fence, { problems }: LessonContext): void {
  const found = serverFileAccess(fence.text);
  if (!found) return;
  const before = fence.text.slice(0, found.index).split('\n');
  const place = fence.inFile({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  problems.add(place, messages().command.lesson.sqlFiles({ text: found.text }));
}

function declareId(option: Option | undefined, background: boolean, context: LessonContext): void {
  if (option?.value === undefined) return;
  const { blockIds, backgroundIds, problems } = context;
  if (blockIds.has(option.value))
    problems.add(valuePlace(option), messages().lesson.blockIdTwice({ id: option.value }));
  blockIds.add(option.value);
  if (background) backgroundIds.add(option.value);
}

function readShell(
  fence: Fence,
  options: Options,
  context: LessonContext,
): Pick<ShellBlock, 'commands' | 'background' | 'interactive' | 'stop' | 'at'> {
  const { problems } = context;
  const m = messages().lesson;
  const at = readPlace(options, problems);
  const commands = readCommands(fence, at, context);
  const background = options.get('background');
  const interactive = options.get('interactive');
  const stop = options.get('stop');
  const lasting = background ?? interactive;
  if (background && interactive) problems.add(interactive.word.place, m.backgroundInteractive);
  if (background && !options.has('id')) problems.add(background.word.place, m.backgroundNeedsId);
  if (commands.length === 0 && (lasting || !stop)) problems.add(fence.place, m.runEmpty);
  if (lasting && commands.length > 1) problems.add(lasting.word.place, m.oneCommandOnly({ flag: lasting.word.text }));
  for (const name of ['timeout', 'expect']) {
    const option = background && options.get(name);
    if (option) problems.add(option.word.place, m.notForBackground({ name }));
  }
  if (stop?.value !== undefined && !context.backgroundIds.has(stop.value)) {
    const suggestion = didYouMean(stop.value, context.backgroundIds);
    problems.add(valuePlace(stop), m.unknownBackground({ id: stop.value }), suggestion);
  }
  return {
    commands,
    background: background !== undefined,
    interactive: interactive !== undefined,
    ...defined({ stop: stop?.value, at }),
  };
}

function readCommands(
  fence: Fence,
  at: Museum | undefined,
  { checkCommand, problems }: LessonContext,
): readonly string[] {
  const { lines, faults } = readShellLines(fence.text);
  for (const { fault, place } of faults) {
    const m = messages().lesson;
    problems.add(fence.inFile(place), fault === 'nothing-follows' ? m.nothingFollows : m.spaceAfterBackslash);
  }
  for (const { line, placeOf } of lines) {
    const wrong = checkCommand?.(line, at);
    if (wrong) problems.add(fence.inFile(placeOf((wrong.column ?? 1) - 1)), wrong.message, wrong.suggestion);
  }
  return lines.map(({ line }) => line);
}

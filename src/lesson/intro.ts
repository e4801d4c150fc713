import { messages } from '../messages/index.ts';
import { readFence, refuseUnclosedFence } from './fence.ts';
import { readRole } from './fence-role.ts';
import { findHtml, type Stretch } from './hints.ts';
import { type Block, blockPlace } from './markdown-blocks.ts';
import { refuseHiddenParts } from './prose-rules.ts';
import { isTaskList } from './quiz.ts';
import { type Cut, readSegments } from './segments.ts';
import { lineOffset, type Problems, placeAt, type Source } from './source.ts';
import type { Segment } from './types.ts';

/** The prose before the first step: shown, nothing of it runs. A title at its top is left out, details stay markdown. */
export function readIntro(
  source: Source,
  stretch: Stretch,
  blocks: readonly Block[],
  problems: Problems,
): readonly Segment[] {
  const m = messages().lesson;
  const { comments, hints } = findHtml(source, blocks, problems);
  const cuts: Cut[] = comments.map(({ start, end }) => ({ start, end }));
  for (const comment of comments) {
    if (/^step\s*:/.test(comment.text)) problems.add(placeAt(source, comment.start), m.stepIdMisplaced);
  }
  const title = blocks.find((block) => block.type !== 'html');
  for (const block of blocks) {
    const cut = { start: lineOffset(source, block.startLine), end: lineOffset(source, block.endLine) };
    if (block === title && block.tokens[0].tag === 'h1') {
      cuts.push(cut);
      continue;
    }
    if (block.type === 'list' && isTaskList(block)) problems.add(blockPlace(source, block), m.introQuiz);
    if (block.type !== 'fence') refuseHiddenParts(source, block, problems);
    else if (!refuseUnclosedFence(source, block.tokens[0], problems)) {
      const fence = readRole(readFence(source, block), problems);
      const inHint = hints.some((hint) => hint.start <= cut.start && cut.start < hint.end);
      if (fence && fence.role !== 'shown') problems.add(fence.fence.place, m.introRole);
      else if (fence && !inHint) {
        const text = fence.fence.text.replace(/\n$/, '');
        cuts.push({ ...cut, segment: { kind: 'code', language: fence.language, role: 'shown', text } });
      }
    }
  }
  return readSegments(source, stretch, cuts);
}

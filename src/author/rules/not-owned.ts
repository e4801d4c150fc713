import { readLine } from '../../command/parse-line.ts';
import type { ParsedCommand } from '../../command/types.ts';
import type { RunBlock, Step } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * Topics that a lesson's own commands make and that no lesson says it owns: they would stay when it is begun anew. One that
 * another lesson owns is removed with that.
 */
export function notOwned(pack: AuthoredPack): readonly Finding[] {
  const say = messages().author;
  const owned = new Set(pack.lessons.flatMap(({ parsed }) => parsed?.lesson?.owns.topics ?? []));
  // What a lesson with errors owns is not known.
  if (pack.lessons.some(({ parsed }) => !parsed?.lesson)) return [];
  return pack.lessons.flatMap(({ parsed }) => {
    const { lesson, source, outline = [] } = parsed ?? {};
    if (!lesson || !source) return [];
    return outline.flatMap(({ step, place }) =>
      topicsMadeBy(step)
        .filter((topic) => !owned.has(topic))
        .map((topic) => finding('not-owned', source, place, say.topicNotOwned({ topic }), say.ownTopic({ topic }))),
    );
  });
}

const topicsMadeBy = ({ setup, runs, solution }: Step): readonly string[] =>
  [...(setup?.blocks ?? []), ...runs, ...solution].flatMap((block) => (block.kind === 'file' ? [] : madeBy(block)));

/** The museum begins anew with every lesson, and a command that has to fail makes nothing. */
function madeBy(block: RunBlock): readonly string[] {
  if (block.kind !== 'sh' || block.at !== undefined || block.expectFail) return [];
  return block.commands.flatMap((line) => {
    const read = readLine(line);
    return read.ok ? read.line.commands.flatMap(topicOf) : [];
  });
}

function topicOf({ tool, args }: ParsedCommand): readonly string[] {
  if (tool !== 'kafka-topics' || !args.includes('--create')) return [];
  const topic = args[args.indexOf('--topic') + 1];
  return args.includes('--topic') && topic !== undefined ? [topic] : [];
}

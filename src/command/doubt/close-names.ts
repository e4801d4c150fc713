import { similarSentence } from '../../check/similar-name.ts';
import { messages } from '../../messages/index.ts';
import { givenValue } from '../complete/option-place.ts';
import type { LiveNames } from '../complete/types.ts';
import { readLine } from '../parse-line.ts';
import type { ParsedCommand } from '../types.ts';

type Named = { readonly what: 'topic' | 'group' | 'connector'; readonly name: string };

/** Whether a line speaks of something that may have a name close to it; only then it is worth a look at the cluster. */
export const speaksOfNames = (line: string): boolean => namedIn(line).length > 0;

/** Told beside the run of a line: names in it that are nowhere, but close to one that is. It may all be meant as it stands. */
export function closeNames(line: string, names: LiveNames): readonly string[] {
  const known = { topic: names.topics, group: names.groups, connector: names.connectors };
  return namedIn(line).flatMap(({ what, name }) => {
    if (known[what].includes(name)) return [];
    const similar = similarSentence(what, name, known[what]);
    return similar === undefined ? [] : [messages().typing.noSuch({ what, name, similar })];
  });
}

function namedIn(line: string): readonly Named[] {
  const read = readLine(line);
  return read.ok ? read.line.commands.flatMap(namedBy).filter(({ name }) => /^[\w.-]+$/.test(name)) : [];
}

/** What a command speaks of as something that is there already. */
function namedBy({ tool, args }: ParsedCommand): readonly Named[] {
  if (tool === 'curl') return connectorIn(args);
  if (!tool.startsWith('kafka-') || args.some((arg) => /^--?(?:create|if-exists)$/.test(arg))) return [];
  const topic = givenValue(args, '--topic');
  const isOfTopic = givenValue(args, '--entity-type') === 'topics';
  const entity = isOfTopic ? givenValue(args, '--entity-name') : undefined;
  // Others make a group by naming it.
  const group = tool === 'kafka-consumer-groups' ? givenValue(args, '--group') : undefined;
  return [
    ...[topic, entity].flatMap((name) => (name === undefined ? [] : [{ what: 'topic' as const, name }])),
    ...(group === undefined ? [] : [{ what: 'group' as const, name: group }]),
  ];
}

function connectorIn(args: readonly string[]): readonly Named[] {
  for (const arg of args) {
    const [, name, part] = /\/connectors\/([^/?#]+)(?:\/(\w+))?/.exec(arg) ?? [];
    // Giving a new connector its settings makes it.
    if (name !== undefined && part !== 'config') return [{ what: 'connector', name }];
  }
  return [];
}

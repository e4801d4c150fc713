import { otherTools, writtenTool } from '../known-tools.ts';
import { optionsOf, type ToolHelp, type ToolTable } from '../tools/tool-table.ts';
import { curlCandidates } from './curl.ts';
import { type LinePlace, placeIn } from './line-place.ts';
import { awaitedOption, knownOption } from './option-place.ts';
import { ownCandidates } from './own-words.ts';
import type { Candidate, LiveNames, Offer } from './types.ts';
import { optionValues } from './values.ts';

/** What a line can speak of. */
export type Known = {
  readonly tools: ToolTable;
  readonly names: LiveNames;
  /** the museum's tools are meant: they know other options than those of the table */
  readonly isMuseum?: boolean;
};

type Found = Pick<Offer, 'candidates' | 'wanted'> & {
  /** what of the word the candidates begin behind: `--topic=` */
  readonly front?: string;
};

/** What can stand at the cursor (in UTF-16 units); undefined where nothing can be said for certain. */
export function offerAt(line: string, cursor: number, known: Known): Offer | undefined {
  const place = placeIn(line, cursor);
  if (!place) return undefined;
  const { front = '', candidates, wanted } = found(place, known);
  const typed = place.word.slice(front.length);
  // Kafka's own topics are offered to who asks for them.
  const fitting = candidates.filter(({ text }) => text.startsWith(typed) && !(typed === '' && text.startsWith('__')));
  return {
    start: place.start + (place.quote === '' ? front.length : 0),
    typed,
    quote: place.quote,
    candidates: front !== '' && place.quote !== '' ? [] : fitting,
    ...(wanted && { wanted }),
  };
}

function found(place: LinePlace, known: Known): Found {
  const { tool, args, word } = place;
  if (tool === undefined) return toolNames(word, known.tools);
  if (tool === 'curl') return { candidates: curlCandidates(args, word, known.names) };
  if (tool === 'kafka-lessons') return { candidates: ownCandidates(args, known.names) };
  const help = known.tools[tool];
  return help && known.isMuseum !== true ? ofKafkaTool(help, place, known) : { candidates: [] };
}

/** Also behind a path, as notes write it. */
function toolNames(word: string, tools: ToolTable): Found {
  const front = /^(?:[\w.-]+\/)+|^\.?\//.exec(word)?.[0] ?? '';
  const kafka = Object.entries(tools).map(([name, { about }]) => ({ text: writtenTool(name), about }));
  return { front, candidates: front === '' ? [...kafka, ...otherTools.map((text) => ({ text }))] : kafka };
}

function ofKafkaTool(help: ToolHelp, { args, rest, word }: LinePlace, { names }: Known): Found {
  const options = optionsOf(help, args);
  const awaited = awaitedOption(options, args);
  const others = [...args, ...rest];
  if (awaited) {
    const { name, option } = awaited;
    const wanted = { option: name, value: option.value ?? '', about: option.about };
    return { candidates: optionValues(name, option, others, names), wanted };
  }
  const joined = /^(--[\w.-]+)=/.exec(word);
  const option = joined?.[1] === undefined ? undefined : options[joined[1]];
  if (joined?.[1] !== undefined && option?.value !== undefined) {
    return { front: joined[0], candidates: optionValues(joined[1], option, others, names) };
  }
  const verb = help.verbs && !args.some((arg) => help.verbs?.[arg]) && !word.startsWith('-') ? help.verbs : {};
  const verbs = Object.entries(verb).map(([text, { about }]) => ({ text, about }));
  const used = others.flatMap((arg) => knownOption(options, arg) ?? []);
  const free = Object.entries(options).filter(([name]) => !used.includes(name) || isRepeated(name));
  const current = free.filter(([, { about }]) => !/deprecated|no longer supported/i.test(about));
  // An old option is offered where nothing else begins like that.
  const offered = current.some(([name]) => name.startsWith(word)) ? current : free;
  // What the tool does nothing without comes first.
  const sorted = [...offered.filter(([, each]) => each.isRequired), ...offered.filter(([, each]) => !each.isRequired)];
  return { candidates: [...verbs, ...sorted.map(([text, { about }]): Candidate => ({ text, about }))] };
}

/** Options that a line may have several times. */
const isRepeated = (name: string): boolean => /(?:property|config)$/.test(name);

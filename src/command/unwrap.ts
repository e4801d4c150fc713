import { messages } from '../messages/index.ts';
import { isKafkaName, writtenTool } from './known-tools.ts';
import type { Word } from './scan-word.ts';
import { isKafkaTool, toolName } from './tool-name.ts';

export type Unwrapped = { readonly words: readonly Word[]; readonly remarks: readonly string[] };

/** Takes away what notes put in front of a tool: `sudo`, `winpty`, `bash`, a whole `docker exec …`. */
export function unwrap(words: readonly Word[]): Unwrapped {
  const front = frontOf(words);
  if (front === undefined) return { words, remarks: [] };
  const rest = unwrap(words.slice(front.length));
  return { words: rest.words, remarks: [front.remark, ...rest.remarks] };
}

type Front = { readonly length: number; readonly remark: string };

function frontOf(words: readonly Word[]): Front | undefined {
  const [head, second] = words;
  if (!head || !second) return undefined;
  const say = messages().command;
  const name = head.text.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
  const wrapper = (length: number): Front | undefined =>
    length < words.length
      ? { length, remark: say.wrapperLeftOut({ wrapper: textOf(words.slice(0, length)) }) }
      : undefined;
  switch (name) {
    case 'winpty':
    case 'npx':
      return wrapper(1);
    case 'sudo':
      return wrapper(afterOptions(words, 1, /^-[a-zA-Z]*[ughpCDRT]$|^--(?:user|group|host|prompt|chdir)$/));
    case 'sh':
    case 'bash':
    case 'call':
      return isKafkaTool(second) ? wrapper(1) : undefined;
    case 'docker':
    case 'docker-compose': {
      const length = containerFront(words, name);
      const tool = innerTool(words.slice(length));
      if (tool === undefined) return undefined;
      return { length, remark: say.containerLeftOut({ tool, wrapper: textOf(words.slice(0, length)) }) };
    }
    default:
      return undefined;
  }
}

/** Options of docker, docker compose and their exec that take a value as the next word. */
const valueOptions =
  /^(?:-[a-zA-Z]*[euwHclfp]|--(?:env|env-file|user|workdir|detach-keys|index|host|context|config|log-level|file|project-name|project-directory|profile|ansi|progress|parallel))$/;

/** How many words `docker exec -it CONTAINER` takes; words.length where it is something else. */
function containerFront(words: readonly Word[], name: string): number {
  let at = afterOptions(words, 1, valueOptions);
  if (name === 'docker' && words[at]?.text === 'compose') at = afterOptions(words, at + 1, valueOptions);
  else if (words[at]?.text === 'container') at += 1;
  if (words[at]?.text !== 'exec') return words.length;
  return afterOptions(words, at + 1, valueOptions) + 1;
}

/** The index of the first word from `at` on that is neither an option nor an option's value. */
function afterOptions(words: readonly Word[], at: number, takesValue: RegExp): number {
  let index = at;
  for (let word = words[index]; word?.text.startsWith('-'); word = words[index]) {
    index += takesValue.test(word.text) ? 2 : 1;
    if (word.text === '--') break;
  }
  return index;
}

/** The Kafka tool that would run inside, as it is written here; undefined for anything else. */
function innerTool(words: readonly Word[]): string | undefined {
  const [word] = unwrap(words).words;
  if (!word) return undefined;
  const { tool } = toolName(word);
  return isKafkaName(tool) ? writtenTool(tool) : undefined;
}

const textOf = (words: readonly Word[]): string => words.map((word) => word.source).join(' ');

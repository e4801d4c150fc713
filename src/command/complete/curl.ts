import type { Candidate, LiveNames } from './types.ts';

const rest = 'http://localhost:8083';

/** What the lessons use of curl; it has some 250 options. */
const options: readonly Candidate[] = [
  { text: '-s', about: 'no progress meter' },
  { text: '-i', about: 'the answer with its headers' },
  { text: '-X', about: 'the method of the request' },
  { text: '-H', about: 'a header of the request' },
  { text: '-d', about: 'the body of the request' },
];
const methods: readonly Candidate[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((text) => ({ text }));
const headers: readonly Candidate[] = [{ text: 'Content-Type: application/json' }];

/** What can stand behind these words of curl. */
export function curlCandidates(args: readonly string[], word: string, names: LiveNames): readonly Candidate[] {
  const last = args.at(-1) ?? '';
  if (/^(?:-[a-zA-Z]*X|--request)$/.test(last)) return methods;
  if (/^(?:-[a-zA-Z]*H|--header)$/.test(last)) return headers;
  if (/^(?:-[a-zA-Z]*[dowmAu]|--(?:data(?:-\w+)?|json|output|write-out|max-time|user))$/.test(last)) return [];
  if (word.startsWith('-')) return options;
  if (args.some((arg) => arg.includes('://') || arg.startsWith('localhost:'))) return options;
  return urls(word, names);
}

/** Kafka Connect's REST interface, one level after the other. */
function urls(word: string, { connectors }: LiveNames): readonly Candidate[] {
  const front = word.startsWith('localhost') ? rest.replace('http://', '') : rest;
  const one = new RegExp(`^${front}/connectors/[^/]+/`).exec(word)?.[0];
  if (one !== undefined) {
    return ['status', 'config', 'tasks', 'topics', 'offsets', 'pause', 'resume', 'restart', 'stop'].map((part) => ({
      text: one + part,
    }));
  }
  if (word.startsWith(`${front}/connectors/`)) {
    return connectors.map((name) => ({ text: `${front}/connectors/${encodeURIComponent(name)}`, goesOn: true }));
  }
  return [
    { text: `${front}/connectors`, about: 'the connectors', goesOn: true },
    { text: `${front}/connector-plugins`, about: 'what connectors can be made of' },
  ];
}

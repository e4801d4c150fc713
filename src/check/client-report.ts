import { padText, textWidth } from '../markdown/cells.ts';
import { messages } from '../messages/index.ts';
import { obstacle } from './client.ts';
import type { ClientFacts, ToldBroker } from './client-facts.ts';

export type ClientReport = { readonly lines: readonly string[]; readonly exitCode: 0 | 1 };

/** between the columns */
const gap = 3;

type Row = readonly [what: string, how: string];

/** What `kafka-lessons probe ADDRESS` prints, in two columns and a conclusion; exit code 0: a client works. */
export function clientReport(address: string, facts: ClientFacts): ClientReport {
  const say = messages().client;
  if (facts.kind === 'no-answer') {
    const conclusion = say.soNoAnswer({ reason: say.reason[facts.why] });
    return { lines: [...columns([[address, say.problem[facts.why]]]), conclusion], exitCode: 1 };
  }
  const { clusterId, brokers } = facts;
  const places = brokers.length === 0 ? [say.nobody] : brokers.map(say.toldBroker);
  const rows: readonly Row[] = [
    [address, say.clusterAnswers({ clusterId, count: brokers.length })],
    ...places.map((place, index): Row => [index === 0 ? say.sendsTo : '', place]),
    ...brokers.map((broker): Row => [broker.address, outcome(broker)]),
  ];
  return { lines: [...columns(rows), ...conclusion(address, brokers)], exitCode: works(brokers) ? 0 : 1 };
}

function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([what]) => textWidth(what))) + gap;
  return rows.map(([what, how]) => `${padText(what, width)}${how}`);
}

function outcome({ reached }: ToldBroker): string {
  const say = messages().client;
  if (reached.kind !== 'works') return obstacle(reached);
  return reached.read ? say.read(reached.read) : say.nothingToRead;
}

const works = (brokers: readonly ToldBroker[]): boolean =>
  brokers.length > 0 && brokers.every(({ reached }) => reached.kind === 'works');

function conclusion(address: string, brokers: readonly ToldBroker[]): readonly string[] {
  const say = messages().client;
  if (brokers.length === 0) return [say.soNoBrokers];
  if (works(brokers)) return [say.soWorks({ address })];
  const kinds = new Set(brokers.map(({ reached }) => reached.kind));
  if (kinds.has('other-cluster')) return [say.soOtherCluster, say.mendAdvertised];
  const lost = [...kinds].some((kind) => kind !== 'works' && kind !== 'no-read');
  if (!lost) return [say.soNoRead];
  return [kinds.has('works') ? say.soHangsInPart : say.soHangs, say.mendAdvertised];
}

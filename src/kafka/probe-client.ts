import { lookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientFacts, DialProblem, ToldBroker } from '../check/client-facts.ts';
import { type BrokerAddress, type BrokerConnection, brokerConnection } from './broker-connection.ts';
import { dialProblem } from './dial-problem.ts';
import { parseAddress } from './parse-address.ts';
import { errorCode, errorName } from './protocol-errors.ts';
import { fetchRecords, isolation, latest, listOffsets, type Metadata, metadata } from './requests.ts';

/** How long a name may take to be looked up, and a request to be answered, in milliseconds. */
const lookupTimeoutMs = 1500;
const requestTimeoutMs = 1500;

type Place = { readonly topic: string; readonly partition: number };
type MetBroker = Metadata['brokers'][number];

/**
 * Goes a client's way: connects to `host:port`, asks for metadata, then connects to each broker at the address it was
 * told and reads from a partition that broker leads. Single attempts; brokers are visited side by side. Never throws for
 * what it meets on the way: that is the answer.
 */
export async function probeClient(address: string): Promise<ClientFacts> {
  const asked = await visit(parseAddress(address), (connection) => connection.call(metadata([])));
  if (!asked.ok) return { kind: 'no-answer', why: asked.why };
  const met = asked.value;
  const brokers = met.brokers.toSorted((a, b) => a.nodeId - b.nodeId);
  return {
    kind: 'told',
    clusterId: met.clusterId,
    brokers: await Promise.all(brokers.map((broker) => follow(broker, met))),
  };
}

async function follow(broker: MetBroker, met: Metadata): Promise<ToldBroker> {
  const { nodeId: id, host, port } = broker;
  const visited = await visit({ host, port }, (connection) => readFrom(connection, broker, met));
  return { id, address: `${host}:${port}`, reached: visited.ok ? visited.value : { kind: visited.why } };
}

async function readFrom(
  connection: BrokerConnection,
  broker: MetBroker,
  met: Metadata,
): Promise<ToldBroker['reached']> {
  const { clusterId } = await connection.call(metadata([]));
  if (clusterId !== met.clusterId) return { kind: 'other-cluster', clusterId };
  const place = ledBy(broker.nodeId, met);
  if (!place) return { kind: 'works' };
  const code = await readAt(connection, place);
  return code === errorCode.none ? { kind: 'works', read: place } : { kind: 'no-read', error: errorName(code) };
}

function ledBy(nodeId: number, { topicMetadata }: Metadata): Place | undefined {
  const places = topicMetadata.flatMap(({ topic, partitionMetadata }) =>
    partitionMetadata
      .filter(({ leader }) => leader === nodeId)
      .map(({ partitionId }) => ({ topic, partition: partitionId })),
  );
  return places[0];
}

/** Reads at the end of the partition, as a waiting consumer does; nothing has to be unpacked. The first error code other than 0. */
async function readAt(connection: BrokerConnection, { topic, partition }: Place): Promise<number> {
  const [end] = await connection.call(listOffsets([{ topic, partitions: [partition] }], latest, isolation.uncommitted));
  if (end === undefined) return errorCode.unknownTopicOrPartition;
  if (end.errorCode !== errorCode.none) return end.errorCode;
  const [read] = await connection.call(fetchRecords(topic, [{ partition, offset: end.offset }], isolation.uncommitted));
  return read?.errorCode ?? errorCode.unknownTopicOrPartition;
}

type Visit<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: DialProblem };

/** A connection of its own, closed afterwards. */
async function visit<T>(address: BrokerAddress, look: (connection: BrokerConnection) => Promise<T>): Promise<Visit<T>> {
  // A resolver that asks around for seconds would else look like a broker that is silent.
  if (!(await isKnown(address.host))) return { ok: false, why: 'unknown-name' };
  const connection = brokerConnection(address, { requestTimeoutMs });
  try {
    return { ok: true, value: await look(connection) };
  } catch (error) {
    return { ok: false, why: dialProblem(error) };
  } finally {
    connection.close();
  }
}

async function isKnown(host: string): Promise<boolean> {
  const late = new AbortController();
  try {
    const found = lookup(host).then(
      () => true,
      () => false,
    );
    return await Promise.race([found, delay(lookupTimeoutMs, false, { signal: late.signal })]);
  } finally {
    late.abort();
  }
}

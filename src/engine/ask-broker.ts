import { connect } from 'node:net';

/** What a broker says of its cluster. */
export type ClusterAnswer = {
  readonly clusterId: string | null;
  /** brokers that are registered and not fenced; one that has just started is not among them yet */
  readonly brokers: readonly { readonly id: number; readonly host: string; readonly port: number }[];
};

/**
 * Asks a broker for its cluster with one Metadata request, version 2, for no topic. An open port proves nothing; even an answer to
 * ApiVersions comes before the broker is unfenced, when topics cannot be made yet. Resolves to undefined if nothing, or something
 * that is not Kafka, is there. Wire format: «Kafka protocol guide», Metadata API (key 3); every Kafka since 0.10.1 knows it.
 */
export function askBroker(host: string, port: number, timeoutMs: number): Promise<ClusterAnswer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const chunks: Buffer[] = [];
    const end = (answer?: ClusterAnswer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, timeoutMs);
    socket.on('connect', () => socket.write(metadataRequest));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.length < 4) return;
      const size = bytes.readInt32BE(0);
      if (size < 8 || size > largestAnswer) end();
      else if (bytes.length >= size + 4) end(parseMetadata(bytes.subarray(4, size + 4)));
    });
    socket.on('error', () => end());
    socket.on('close', () => end());
  });
}

const largestAnswer = 65_536;
const correlationId = 0x6b6c;

/** size, api key 3, version 2, correlation id, client id `kafka-lessons`, an empty array of topics. */
const metadataRequest = ((): Buffer => {
  const client = Buffer.from('kafka-lessons');
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + client.length + 4);
  request.writeInt32BE(request.length - 4, 0);
  request.writeInt16BE(3, 4);
  request.writeInt16BE(2, 6);
  request.writeInt32BE(correlationId, 8);
  request.writeInt16BE(client.length, 12);
  client.copy(request, 14);
  return request;
})();

/** correlation id, brokers (id, host, port, rack), cluster id, …; undefined if it is something else. */
export function parseMetadata(bytes: Buffer): ClusterAnswer | undefined {
  let at = 0;
  const int32 = (): number => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const text = (): string | null => {
    const length = bytes.readInt16BE(at);
    at += 2 + Math.max(length, 0);
    return length < 0 ? null : bytes.toString('utf8', at - length, at);
  };
  try {
    if (int32() !== correlationId) return undefined;
    const brokers = Array.from({ length: Math.min(int32(), 1000) }, () => {
      const broker = { id: int32(), host: text() ?? '', port: int32() };
      text();
      return broker;
    });
    return { clusterId: text(), brokers };
  } catch {
    // Shorter than it says: not Kafka.
    return undefined;
  }
}

import { connect as dial, type Socket } from 'node:net';
import Connection from 'kafkajs/src/network/connection.js';
import { type Call, chooseVersion, type VersionRanges } from './call.ts';
import { repairRequestQueue } from './request-queue-repair.ts';
import { apiVersions } from './requests.ts';
import { silentLogger } from './silent-logger.ts';
import { refuseStrangeAnswers } from './strange-answers.ts';

repairRequestQueue();

const connectTimeoutMs = 1000;
const defaultRequestTimeoutMs = 5000;

/** A broker could not be reached, or went away before it answered. */
export class ConnectionFailed extends Error {
  override readonly name = 'ConnectionFailed';
}

/** Something answered that is not Kafka; the cause of a ConnectionFailed. */
export class NotKafka extends Error {
  override readonly name = 'NotKafka';
}

export type BrokerAddress = { readonly host: string; readonly port: number };

/** A connection that is made when it is needed and made anew after it was lost. Requests may overlap. */
export type BrokerConnection = {
  /** One attempt, no retry. Throws ConnectionFailed. */
  readonly call: <T>(call: Call<T>) => Promise<T>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

type Open = {
  readonly connection: Connection;
  readonly versions: VersionRanges;
  readonly requestTimeoutMs: number;
  readonly drop: (why: Error) => void;
  readonly whenClosed: (listener: () => void) => void;
};

export type ConnectionOptions = {
  /** how long an answer may take once it is connected */
  readonly requestTimeoutMs?: number;
  /** The other side closed a connection that was open. */
  readonly onLost?: () => void;
};

/** Nothing is dialled before the first call. */
export function brokerConnection(
  address: BrokerAddress,
  { requestTimeoutMs = defaultRequestTimeoutMs, onLost }: ConnectionOptions = {},
): BrokerConnection {
  let current: Promise<Open> | undefined;
  let opened: Open | undefined;

  const ensureOpen = async (): Promise<Open> => {
    if (opened && !opened.connection.isConnected()) forget(new ConnectionFailed('closed by the broker'));
    if (!current) {
      const attempt = open(address, requestTimeoutMs);
      current = attempt;
      attempt.then(
        (value) => {
          if (current !== attempt) return value.drop(new ConnectionFailed('closed'));
          opened = value;
          value.whenClosed(() => {
            if (opened === value) onLost?.();
          });
        },
        () => {
          if (current === attempt) current = undefined;
        },
      );
    }
    return current;
  };

  const forget = (why: Error): void => {
    opened?.drop(why);
    opened = undefined;
    current = undefined;
  };

  return {
    call: async (call) => {
      const target = await ensureOpen();
      try {
        return await send(target, call);
      } catch (error) {
        if (error instanceof ConnectionFailed && opened === target) forget(error);
        throw error;
      }
    },
    isOpen: () => opened?.connection.isConnected() ?? false,
    close: () => forget(new ConnectionFailed('closed')),
  };
}

async function open({ host, port }: BrokerAddress, requestTimeoutMs: number): Promise<Open> {
  let socket: Socket | undefined;
  let strange = false;
  const connection = new Connection({
    host,
    port,
    clientId: 'kafka-lessons',
    logger: silentLogger,
    connectionTimeout: connectTimeoutMs,
    requestTimeout: requestTimeoutMs,
    // kafkajs would wake up every 100 ms to look for late requests; `send` keeps the time instead.
    enforceRequestTimeout: false,
    socketFactory: ({ onConnect }) => {
      socket = dial({ host, port, noDelay: true }, onConnect);
      return socket;
    },
  });
  const drop = (why: Error): void => {
    connection.rejectRequests(why);
    void connection.disconnect();
    socket?.destroy();
  };
  refuseStrangeAnswers(connection, () => {
    strange = true;
    socket?.destroy(new NotKafka());
  });
  const whenClosed = (listener: () => void): void => void socket?.once('close', listener);
  const unversioned: Open = { connection, versions: new Map(), requestTimeoutMs, drop, whenClosed };
  try {
    await connection.connect();
    return { ...unversioned, versions: await send(unversioned, apiVersions(), connectTimeoutMs) };
  } catch (error) {
    const cause = strange || (socket && socket.bytesRead > 0) ? new NotKafka('', { cause: error }) : error;
    drop(new ConnectionFailed('not connected'));
    throw new ConnectionFailed(`${host}:${port} does not answer`, { cause });
  }
}

async function send<T>(target: Open, call: Call<T>, timeoutMs = target.requestTimeoutMs): Promise<T> {
  const { connection, versions } = target;
  const version = call.version ?? chooseVersion(call.api, versions);
  const { request, response } = call.build(version);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ConnectionFailed('no answer in time')), timeoutMs);
    });
    const answer = connection.send({ request, response: passThrough(response), logResponseError: false });
    return call.read(await Promise.race([answer, late]));
  } catch (error) {
    throw isConnectionError(error) ? new ConnectionFailed('connection lost', { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * kafkajs' `parse` throws at the first error code anywhere in an answer; one partition without a leader would spoil the
 * metadata of every topic. The callers look at the codes of what they asked for.
 */
const passThrough = (response: { decode(payload: Buffer): Promise<object> }) => ({
  decode: response.decode,
  parse: async (decoded: object) => decoded,
});

const connectionErrors = new Set(['KafkaJSConnectionError', 'KafkaJSConnectionClosedError']);
const isConnectionError = (error: unknown): boolean => error instanceof Error && connectionErrors.has(error.name);

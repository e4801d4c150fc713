/**
 * The parts of kafkajs 2.2.4 below its public API that this folder uses; the package ships no types for them.
 * Checked against its sources (`node_modules/kafkajs/src`). kafkajs is frozen, so these do not move.
 */

declare module 'kafkajs/src/network/connection.js' {
  import type { Socket } from 'node:net';

  type Log = (message: string, extra?: object) => void;
  type Logger = { info: Log; error: Log; warn: Log; debug: Log; namespace(name: string): Logger };

  class Connection {
    constructor(options: {
      host: string;
      port: number;
      clientId: string;
      logger: Logger;
      socketFactory: (target: { host: string; port: number; onConnect: () => void }) => Socket;
      connectionTimeout: number;
      requestTimeout: number;
      enforceRequestTimeout: boolean;
    });
    isConnected(): boolean;
    connect(): Promise<unknown>;
    disconnect(): Promise<unknown>;
    rejectRequests(error: Error): void;
    /** called with each piece that arrives */
    processData(data: Buffer): void;
    send(call: {
      request: object;
      response: { decode(payload: Buffer): Promise<object>; parse(decoded: object): Promise<object> };
      logResponseError: boolean;
    }): Promise<object>;
  }

  export = Connection;
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  class RequestQueue {
    throttledUntil: number;
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    pending: readonly unknown[];
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
  }

  export = RequestQueue;
}

declare module 'kafkajs/src/protocol/requests/index.js' {
  type Definition = {
    /** version numbers as text */
    versions: readonly string[];
    protocol(choice: { version: number }): (payload: object) => {
      request: object;
      response: { decode(payload: Buffer): Promise<object> };
    };
  };
  type ApiName =
    | 'ApiVersions'
    | 'DeleteGroups'
    | 'DeleteTopics'
    | 'DescribeConfigs'
    | 'DescribeGroups'
    | 'Fetch'
    | 'GroupCoordinator'
    | 'ListGroups'
    | 'ListOffsets'
    | 'Metadata'
    | 'OffsetFetch';
  const protocol: { requests: Readonly<Record<ApiName, Definition>> };

  export = protocol;
}

declare module 'kafkajs/src/protocol/requests/apiKeys.js' {
  const apiKeys: Readonly<Record<string, number>>;

  export = apiKeys;
}

declare module 'kafkajs/src/protocol/error.js' {
  const errors: {
    createErrorFromCode(code: number): Error & { type: string; code: number; retriable: boolean };
  };

  export = errors;
}

declare module 'kafkajs/src/protocol/decoder.js' {
  class Decoder {
    constructor(buffer: Buffer);
    buffer: Buffer;
    offset: number;
    canReadBytes(length: number): boolean;
    readInt8(): number;
    readInt16(): number;
    readInt32(): number;
    readInt64(): bigint;
    readString(): string | null;
    readBytes(length: number): Buffer;
    readArray<T>(read: (decoder: Decoder) => T): T[];
  }

  export = Decoder;
}

declare module 'kafkajs/src/protocol/recordBatch/v0/decoder.js' {
  import type Decoder from 'kafkajs/src/protocol/decoder.js';

  type HeaderValue = Buffer | null;
  type RawRecord = {
    /** int64 as text */
    offset: string;
    timestamp: string;
    key: Buffer | null;
    value: Buffer | null;
    headers: Readonly<Record<string, HeaderValue | HeaderValue[]>>;
  };
  type RawBatch = {
    firstOffset: string;
    lastOffsetDelta: number;
    producerId: string;
    inTransaction: boolean;
    isControlBatch: boolean;
    records: RawRecord[];
  };
  /** Decodes the batch at the decoder's position and moves past it. */
  function decodeBatch(decoder: Decoder): Promise<RawBatch>;

  export = decodeBatch;
}

declare module 'kafkajs/src/consumer/assignerProtocol.js' {
  const assignerProtocol: {
    MemberAssignment: {
      /** null for a member that has not been given anything yet */
      decode(buffer: Buffer): { assignment: Readonly<Record<string, number[]>> } | null;
    };
  };

  export = assignerProtocol;
}

/** What checks know of Kafka Connect. */

export type ConnectTaskFacts = {
  readonly id: number;
  /** RUNNING, PAUSED, FAILED, UNASSIGNED, RESTARTING, STOPPED */
  readonly state: string;
  /** why it failed, on one line */
  readonly trace?: string;
};

export type ConnectorFacts = {
  readonly name: string;
  /** undefined: no worker has said yet */
  readonly state?: string;
  readonly trace?: string;
  readonly tasks: readonly ConnectTaskFacts[];
  /** its settings as they were given, variables in them not replaced */
  readonly config?: Readonly<Record<string, string>>;
};

/**
 * Reads a Connect worker; single attempts, no retries. Every method throws `Unreachable` where it does not answer, and
 * `Unreadable` while it rebalances.
 */
export interface ConnectReader {
  /** Resolves when the worker has joined its group and answers. */
  up(): Promise<void>;
  /** class names of the connectors it can run */
  plugins(): Promise<readonly string[]>;
  connectors(): Promise<readonly ConnectorFacts[]>;
}

import type { ParsedCommand, Spawnable } from '../command/types.ts';
import type { ServiceName } from '../lesson/types.ts';

/** Where Kafka lives, behind one interface. Both engines keep test/engine's contract. */

export type EngineKind = 'native' | 'docker';

export type Address = { readonly host: string; readonly port: number };

export type ServiceStatus = {
  readonly service: ServiceName;
  /** absent: never made · stopped: made, does not run · running: its process runs and the port answers · starting: runs, does not answer yet */
  readonly state: 'absent' | 'stopped' | 'starting' | 'running';
  readonly address?: Address;
  readonly pid?: number;
};

/** An engine, and in a few words why it is this one. */
export type ChosenEngine = { readonly engine: Engine; readonly because: string };

/** How far `ensure` is. Phases come in this order; any may be left out. */
export type Progress = {
  readonly service: ServiceName;
  readonly phase: 'checking' | 'downloading' | 'unpacking' | 'formatting' | 'starting' | 'waiting' | 'ready';
  /** bytes done and expected, while downloading */
  readonly done?: number;
  readonly total?: number;
  readonly secondsLeft?: number;
};

/** One line of the doctor's report, in order of cause. */
export type Finding = {
  /** stable, for --json: `java-missing`, `port-taken` */
  readonly id: string;
  readonly level: 'ok' | 'warning' | 'error';
  readonly what: string;
  readonly why?: string;
  /** the one command that mends it on this system */
  readonly fix?: string;
};

export interface Engine {
  readonly kind: EngineKind;
  diagnose(): Promise<readonly Finding[]>;
  /**
   * Brings services up: download, format, start, wait until they answer. Idempotent; two at once are safe.
   * Throws EnvironmentError with what, why and next.
   */
  ensure(services: readonly ServiceName[], signal?: AbortSignal): AsyncIterable<Progress>;
  status(): Promise<readonly ServiceStatus[]>;
  stop(service: ServiceName): Promise<void>;
  start(service: ServiceName): Promise<void>;
  /** as `kill -9` */
  kill(service: ServiceName): Promise<void>;
  /** Where this host reaches a service; undefined before it was ever started. */
  address(service: ServiceName): Promise<Address | undefined>;
  /**
   * A Kafka tool as a process; canonical addresses (localhost:9092) mapped. folder: the one on this machine that it runs in, for
   * files it names. Throws UserError for a tool it does not have.
   */
  spawnable(command: ParsedCommand, place?: { readonly folder?: string }): Promise<Spawnable>;
  /** names of the Kafka tools it can run, without suffix, sorted */
  tools(): readonly string[];
  /** A folder to put first on PATH so that a shell finds the Kafka tools. */
  shellPath(): Promise<string>;
  /** Stops everything; purge also removes data, downloads and logs. Progress is not the engine's. */
  down(options: { readonly purge: boolean }): Promise<void>;
}

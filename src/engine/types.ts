import type { ParsedCommand, Spawnable, Task } from '../command/types.ts';
import type { Museum, ServiceName } from '../lesson/types.ts';
import type { Target, TargetAction } from './target.ts';

/** Where Kafka lives, behind one interface. Both engines keep test/engine's contract. */

export type EngineKind = 'native' | 'docker';

export type Address = { readonly host: string; readonly port: number };

type ProcessStatus = {
  /** absent: never made · stopped: made, does not run · running: its process runs and the port answers · starting: runs, does not answer yet */
  readonly state: 'absent' | 'stopped' | 'starting' | 'running';
  readonly address?: Address;
  readonly pid?: number;
};

/** A broker of the cluster. */
export type NodeStatus = ProcessStatus & { readonly node: number };

export type ServiceStatus = ProcessStatus & {
  readonly service: ServiceName;
  /** the brokers of a service that has several; it stands as its first one does */
  readonly nodes?: readonly NodeStatus[];
};

/** An engine, and in a few words why it is this one. */
export type ChosenEngine = { readonly engine: Engine; readonly because: string };

/** How far `ensure` is. Phases come in this order; any may be left out. */
export type Progress = {
  readonly service: ServiceName;
  readonly phase:
    | 'checking'
    | 'downloading'
    | 'unpacking'
    /** the service that has its place is ended */
    | 'replacing'
    | 'formatting'
    | 'starting'
    | 'waiting'
    | 'ready';
  /** bytes done and expected, while downloading */
  readonly done?: number;
  readonly total?: number;
  readonly secondsLeft?: number;
  /** what it will take, in MB, where that is worth a word */
  readonly memoryMb?: number;
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

/** Where a tool runs. */
export type Place = {
  /** the folder on this machine that it runs in, for files it names */
  readonly folder?: string;
  /** with the tools of the museum's Kafka, whose addresses are then meant */
  readonly at?: Museum | undefined;
};

/** `docker compose -f FILE up -d`, `docker compose -f FILE down` */
export type ComposeCall = { readonly file: string; readonly verb: 'up' | 'down' };

export interface Engine {
  readonly kind: EngineKind;
  diagnose(): Promise<readonly Finding[]>;
  /** the services it can have */
  services(): readonly ServiceName[];
  /**
   * Brings services up: download, format, start, wait until they answer. Idempotent; two at once are safe. `broker` and `cluster` take
   * each other's place at localhost:9092; asked for both, the cluster is what comes. In a cluster that is up a broker that was stopped
   * stays so.
   * Throws EnvironmentError with what, why and next.
   */
  ensure(services: readonly ServiceName[], signal?: AbortSignal): AsyncIterable<Progress>;
  /** The broker, and every other service that was ever made. */
  status(): Promise<readonly ServiceStatus[]>;
  /** As the system asks a process to end, and waits until it has. Data are kept. */
  stop(target: Target): Promise<void>;
  /** Starts all of a service, or one broker of a cluster that is up, and waits until it answers. */
  start(target: Target): Promise<void>;
  /** as `kill -9` */
  kill(target: Target): Promise<void>;
  /** The command of this system that does the same, for one who wants to know; undefined where there is none. */
  actionShown(action: TargetAction, target: Target): Promise<string | undefined>;
  /** Ends a service and removes its data: it begins anew. */
  clear(service: ServiceName): Promise<void>;
  /** Where this host reaches a service; undefined before it was ever started, and while another one has its place. */
  address(service: ServiceName): Promise<Address | undefined>;
  /** Which of `broker` and `cluster` has the lessons' address, or had it last. */
  kafka(): Promise<'broker' | 'cluster'>;
  /**
   * One of its tools as a process; canonical addresses (localhost:9092) mapped, and `mariadb shop` sent to the database of that
   * name. Throws UserError for a tool it does not have.
   */
  spawnable(command: ParsedCommand, place?: Place): Promise<Spawnable>;
  /** names of the tools it runs itself there, Kafka's without suffix, sorted */
  tools(at?: Museum): readonly string[];
  /**
   * What `docker compose -f FILE up -d` and `… down` do with a compose file in that folder. Throws UserError for a file that cannot be
   * understood.
   */
  compose(call: ComposeCall, folder: string): Promise<Spawnable | Task>;
  /** Ends and removes what `compose` started from a file; nothing to remove is no error. */
  composeDown(file: string, folder: string): Promise<void>;
  /** A folder to put first on PATH so that a shell finds the Kafka tools. */
  shellPath(): Promise<string>;
  /** Stops everything; purge also removes data, downloads and logs. Progress is not the engine's. */
  down(options: { readonly purge: boolean }): Promise<void>;
}

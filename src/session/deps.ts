import type { ClientFacts } from '../check/client-facts.ts';
import type { ConnectReader } from '../check/connect-facts.ts';
import type { ClusterReader } from '../check/facts.ts';
import type { SqlAnswer } from '../check/sql-facts.ts';
import type { RunLineOptions, StartedLine } from '../command/run-line.ts';
import type { Task } from '../command/types.ts';
import type { CourseRecords } from '../course/types.ts';
import type { Address, Engine, EngineKind } from '../engine/types.ts';
import type { DatabaseName, HttpBlock, Owns, Pack, ServiceName } from '../lesson/types.ts';
import type { OpenLive } from '../live/look.ts';
import type { BatchEnd } from '../platform/run-batch.ts';
import type { Journal } from './journal.ts';

/** What a session works with. Everything that touches processes, Kafka or the disk comes in here. */
export type SessionDeps = {
  /** in the language in use; another one after the learner has switched, or its author has changed it (`Session.retell`) */
  readonly pack: Pack;
  /** any step may be opened; what it builds on is performed for it */
  readonly anywhere?: true;
  readonly engine: SessionEngine;
  /** Which engine it is, and in a few words why: looking at the machine takes time that the first screen does not wait for. */
  readonly chosen: () => Promise<EngineHere>;
  readonly openCluster: OpenCluster;
  readonly probeClient: ProbeClient;
  readonly removeOwned: RemoveOwned;
  readonly runLine: RunLine;
  readonly runTask: RunTask;
  /** An http block as a command. */
  readonly http: (block: HttpBlock) => Promise<Task>;
  /** A connection to a database, for the statements of a sql block. */
  readonly openDatabase: (database: DatabaseName) => DatabaseConnection;
  readonly openConnect: OpenConnect;
  /** A reader for the live view. */
  readonly openLive: OpenLive;
  readonly query: Query;
  readonly runBatch: RunBatch;
  readonly store: RecordStore;
  /** what happens at steps with a board, for their reports */
  readonly journal: Journal;
  /** holds one folder a lesson for the learner's files */
  readonly workspace: string;
  readonly now: () => Date;
};

/** Which engine it is, why, and what it has. */
export type EngineHere = {
  readonly kind: EngineKind;
  readonly because: string;
  readonly services: readonly ServiceName[];
};

/** What a session needs of the engine. */
export type SessionEngine = Pick<Engine, 'ensure' | 'status' | 'address' | 'start' | 'stop' | 'composeDown' | 'clear'>;

/** A reader of the cluster at this address; label is how the learner hears of it. */
export type OpenCluster = (address: Address, label: string) => Promise<ClusterReader>;

/** What a client meets that starts at `host:port`, in single attempts. */
export type ProbeClient = (address: string) => Promise<ClientFacts>;

/** A reader of the Connect worker at this address. */
export type OpenConnect = (address: Address) => Promise<ConnectReader>;

/** One statement on a connection of its own. Throws Unreachable. */
export type Query = (
  at: { readonly address: Address; readonly database: DatabaseName },
  sql: string,
) => Promise<SqlAnswer>;

/** Runs a batch file of a folder, where that can be done; the same contents of the folder are run once. */
export type RunBatch = (file: { readonly folder: string; readonly name: string }) => Promise<BatchEnd>;

export type DatabaseConnection = {
  /** A statement as a command. */
  readonly task: (sql: string) => Task;
  readonly close: () => void;
};

/** Where to find what a lesson owns; what it does not need is left out. */
export type OwnedPlaces = {
  readonly kafka: Address;
  readonly connect?: Address;
  readonly databases: Readonly<Partial<Record<DatabaseName, Address>>>;
};

/** Removes what a lesson made, waits until it is gone, and returns the names that were there. */
export type RemoveOwned = (places: OwnedPlaces, owns: Owns) => Promise<readonly string[]>;

/** Starts work of this program as a command. */
export type RunTask = (task: Task, options: RunLineOptions) => Promise<StartedLine>;

/** Parses a line and starts it. Throws UserError where it cannot be understood or run. */
export type RunLine = (line: string, options: RunLineOptions) => Promise<StartedLine>;

/** Keeps the course records; saving is quick and never throws. */
export type RecordStore = {
  readonly load: () => CourseRecords;
  readonly save: (records: CourseRecords) => void;
  /** Hears what there is to tell about the progress file, from the beginning on: it was damaged, it cannot be saved. */
  readonly listen: (listener: (problem: string) => void) => void;
};

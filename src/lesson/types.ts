/** The lesson model: what `lesson/` makes of a markdown file, and all that the rest of the program knows of it. */

/** Services a lesson can ask for. What each is: docs/code-guide.md. */
export const serviceNames = ['broker', 'cluster', 'connect', 'shop', 'warehouse', 'museum'] as const;
export type ServiceName = (typeof serviceNames)[number];

export const databaseNames = ['shop', 'warehouse'] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** A place in an author's file; line and column count from 1. */
export type Position = { readonly path: string; readonly line: number; readonly column: number };

export type Pack = {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  /** The first is the one that lesson.md is written in. */
  readonly languages: readonly string[];
  /** Absolute path of the folder that holds pack.yaml. */
  readonly folder: string;
  /** Those without errors; at least one. */
  readonly lessons: readonly Lesson[];
  /** Ids of the lessons that are in the original, although another language was asked for; left out where there are none. */
  readonly untranslated?: readonly string[];
  /** Those that cannot be opened; left out where there are none. */
  readonly broken?: readonly BrokenLesson[];
};

/** A lesson of a pack with something wrong in its file. */
export type BrokenLesson = {
  /** its place among all lessons that pack.yaml names, from 0 */
  readonly index: number;
  /** as pack.yaml names it */
  readonly folder: string;
  /** where it can be read */
  readonly id?: string;
  readonly errors: readonly AuthorError[];
};

/** What a lesson makes in the environment; reset and a repeated run remove exactly this. */
export type Owns = {
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly connectors: readonly string[];
  /** `database.table` */
  readonly tables: readonly string[];
  /** names inside the lesson's workspace */
  readonly files: readonly string[];
  /** compose files in the workspace, whose services `docker compose up` may have started */
  readonly compose: readonly string[];
};

export type Lesson = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly services: readonly ServiceName[];
  readonly owns: Owns;
  /** Absolute path of the markdown file. */
  readonly path: string;
  /** Prose before the first step. */
  readonly intro: readonly Segment[];
  readonly steps: readonly Step[];
};

/**
 * What the reader sees, in order. Markdown source (never with executable fences in it) and the fences that are shown.
 * check, mistakes, board, setup, solution, stdin, learned and hints are not among the segments.
 */
export type Segment =
  | { readonly kind: 'markdown'; readonly source: string }
  | {
      readonly kind: 'code';
      /** first word of the fence info, '' if none */
      readonly language: string;
      readonly role: 'run' | 'file' | 'shown';
      readonly text: string;
      /** for role file */
      readonly file?: string;
    };

export type StepKind = 'reading' | 'run' | 'exercise' | 'quiz';

export type Step = {
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  /** Where its `##` stands. */
  readonly position: Position;
  readonly body: readonly Segment[];
  /** Written into the lesson's workspace before anything runs. */
  readonly files: readonly FileBlock[];
  readonly runs: readonly RunBlock[];
  readonly checks: readonly Assertion[];
  readonly mistakes: readonly Mistake[];
  readonly solution: readonly SolutionBlock[];
  readonly hints: readonly Hint[];
  readonly quiz?: Quiz;
  /** brings the environment to where the step begins; the learner sees nothing of it */
  readonly setup?: Setup;
  /** an exercise of several parts, mended in any order; each check and each mistake belongs to one of them */
  readonly board?: readonly Panel[];
  /** what was learned, in a sentence of markdown without blocks; told when the step is passed, not before */
  readonly learned?: string;
  /** sha-256 (hex, 16 characters) of everything that decides whether the step is passed: blocks, checks, quiz. */
  readonly hash: string;
};

export type FileBlock = {
  readonly name: string;
  readonly text: string;
  /** The learner is to change it: an existing copy is never overwritten. */
  readonly edit: boolean;
  /** its lines end with \r\n, as on Windows; `text` has \n */
  readonly crlf?: true;
  /** a file beside the lesson's own that is copied; `text` is empty then */
  readonly from?: string;
  readonly language: string;
  readonly position: Position;
};

type RunFlags = {
  readonly id?: string;
  readonly timeoutMs: number;
  /** the command has to fail (exit other than 0) */
  readonly expectFail: boolean;
  readonly position: Position;
};

export type ShellBlock = RunFlags & {
  readonly kind: 'sh';
  /** One simple command (or pipeline) each, continuation lines joined, comments and blank lines left out. */
  readonly commands: readonly string[];
  readonly background: boolean;
  readonly interactive: boolean;
  /** stops the background block with this id before its own commands run */
  readonly stop?: string;
  /** whose tools its commands are, and whose addresses they mean, where it is not the lessons' Kafka */
  readonly at?: Museum;
  /** what an interactive block is fed when nobody types; also the input of a block that reads stdin */
  readonly stdin?: string;
};

export type HttpBlock = RunFlags & {
  readonly kind: 'http';
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

export type SqlBlock = RunFlags & { readonly kind: 'sql'; readonly at: DatabaseName; readonly sql: string };

export type RunBlock = ShellBlock | HttpBlock | SqlBlock;

export type SolutionBlock = RunBlock | (FileBlock & { readonly kind: 'file' });

export type Setup = {
  readonly blocks: readonly RunBlock[];
  /** it is over when all of these hold */
  readonly until: readonly Assertion[];
};

/** One part of a board: something that is broken, and looked at by itself. */
export type Panel = {
  readonly id: string;
  readonly title: string;
  /** what somebody sees of it who knows nothing of the cause */
  readonly symptom: string;
  /** what was broken, for the report at the end */
  readonly report: string;
  /** which of the step's checks tell that it is mended, counted from 0 */
  readonly checks: readonly number[];
};

export type Hint = {
  readonly title: string;
  readonly source: string;
  /** id of the panel it helps with, in a step with a board */
  readonly panel?: string;
};

export type Mistake = {
  /** all of them must hold */
  readonly when: readonly Assertion[];
  readonly say: string;
  readonly try?: string;
  /** id of the panel it belongs to, in a step with a board */
  readonly panel?: string;
};

export type Quiz = { readonly options: readonly QuizOption[] };
export type QuizOption = { readonly text: string; readonly correct: boolean; readonly feedback?: string };

/** Where checks look and commands run that are not about the lesson's own Kafka. */
export const museum = 'museum';
export type Museum = typeof museum;

/** Topic settings, file properties: scalars of YAML are kept as the text Kafka would print. */
export type Settings = Readonly<Record<string, string>>;

/** One item of a `check` block, and of `when` in `mistakes`. */
export type Assertion =
  | {
      readonly subject: 'topic';
      readonly topic: string;
      readonly exists?: boolean;
      readonly partitions?: number;
      readonly replicas?: number;
      readonly isr?: number;
      /** ids of exactly those brokers that lead its partitions */
      readonly leaders?: readonly number[];
      /** on how many different brokers the leaders are */
      readonly spread?: number;
      readonly config?: Settings;
      readonly internal?: boolean;
      readonly at?: Museum;
    }
  | {
      readonly subject: 'records';
      readonly topic: string;
      /** only records with this key are looked at */
      readonly key?: string;
      readonly count?: number;
      readonly atLeast?: number;
      readonly values?: readonly string[];
      readonly contains?: readonly string[];
      /** JSON pointer → value: some record's value, read as JSON, holds all of these */
      readonly json?: Readonly<Record<string, unknown>>;
      /** how many records have no value (null) */
      readonly tombstones?: number;
      /** null: a record without a key */
      readonly keys?: readonly (string | null)[];
      readonly headers?: Settings;
      readonly partition?: number;
      readonly isolation?: 'committed';
      /** records of each of these keys lie in one partition */
      readonly samePartition?: readonly string[];
      readonly at?: Museum;
    }
  | {
      readonly subject: 'group';
      readonly group: string;
      readonly exists?: boolean;
      readonly state?: string;
      readonly members?: number;
      /** members without a partition */
      readonly idle?: number;
      /** every partition of these topics is held by exactly one member */
      readonly assigned?: readonly string[];
      /** sum over all partitions */
      readonly lag?: number;
      /** topic → sum of committed offsets, or partition → committed offset */
      readonly offsets?: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
      readonly at?: Museum;
    }
  | {
      readonly subject: 'cluster';
      readonly brokers?: number;
      readonly offlinePartitions?: number;
      readonly at?: Museum;
    }
  | {
      readonly subject: 'client';
      /** `host:port` where a client starts, dialled as it is */
      readonly client: string;
      /** that address answers */
      readonly metadata?: boolean;
      /** `host:port` of exactly those brokers it is sent on to */
      readonly told?: readonly string[];
      /** it can read from all of them */
      readonly works?: boolean;
    }
  | { readonly subject: 'connect'; readonly up?: boolean; readonly plugins?: readonly string[] }
  | {
      readonly subject: 'connector';
      readonly connector: string;
      readonly exists?: boolean;
      /** FAILED: the connector, or one of its tasks; any other: the connector's, and no task has failed */
      readonly state?: string;
      /** how many tasks are RUNNING */
      readonly tasks?: number;
      /** settings as they were given to it, with these values */
      readonly config?: Settings;
    }
  | {
      readonly subject: 'sql';
      readonly sql: string;
      readonly at: DatabaseName;
      /** how many, or which: of each only the columns that are named */
      readonly rows?: readonly Readonly<Record<string, string | number | boolean | null>>[] | number;
      readonly sameAs?: { readonly sql: string; readonly at: DatabaseName };
    }
  | {
      readonly subject: 'output';
      readonly contains?: readonly string[];
      /** sources of regular expressions, tried with flags `m` and `u` */
      readonly matches?: readonly string[];
      readonly excludes?: readonly string[];
      readonly exit?: number;
      /** what the learner reads in place of what is looked for */
      readonly as?: string;
    }
  | {
      readonly subject: 'file';
      readonly file: string;
      readonly contains?: readonly string[];
      readonly matches?: readonly string[];
      /** capital letters make no difference to `contains` and `matches` */
      readonly ignoreCase?: boolean;
      /** how all of its lines end */
      readonly lineEnds?: LineEnds;
      readonly properties?: Settings;
      /** JSON pointer → value */
      readonly json?: Readonly<Record<string, unknown>>;
      /** what the learner reads in place of what is looked for, which would be the answer or no help */
      readonly as?: string;
    }
  | {
      readonly subject: 'batch';
      /** a batch file of the workspace, run where there is a cmd.exe */
      readonly batch: string;
      readonly exit?: number;
      /** texts in what it prints; capital letters make no difference, and / is \ */
      readonly prints?: readonly string[];
    }
  | {
      readonly subject: 'background';
      readonly id: string;
      readonly running?: boolean;
      readonly output?: readonly string[];
    };

export const lineEnds = ['lf', 'crlf'] as const;
export type LineEnds = (typeof lineEnds)[number];

export type AssertionSubject = Assertion['subject'];
export type AssertionOf<S extends AssertionSubject> = Extract<Assertion, { subject: S }>;

/** One thing wrong in an author's file. */
export type AuthorError = {
  readonly position: Position;
  readonly message: string;
  /** «did you mean …» and the like */
  readonly suggestion?: string;
  /** the line itself; the caret goes under position.column */
  readonly excerpt: string;
};

/** What Kafka's tools know, as their `--help` says it. */

export type ToolOption = {
  /** in a few words, in English, as Kafka says it */
  readonly about: string;
  /** what its value is; undefined: it takes none */
  readonly value?: string;
  /** its value may be left out */
  readonly isOptional?: true;
  /** the tool does nothing without it */
  readonly isRequired?: true;
  /** names that the value begins with: settings of a topic */
  readonly names?: readonly string[];
};

/** `--topic` → what it is */
export type ToolOptions = Readonly<Record<string, ToolOption>>;

export type ToolHelp = {
  readonly about: string;
  readonly options: ToolOptions;
  /** unknown options that begin a known one are taken for it */
  readonly abbreviates?: true;
  /** what comes first for some tools: `kafka-cluster.sh cluster-id` */
  readonly verbs?: Readonly<Record<string, { readonly about: string; readonly options: ToolOptions }>>;
};

/** Bare name of a tool → what it knows. */
export type ToolTable = Readonly<Record<string, ToolHelp>>;

let table: Promise<ToolTable> | undefined;

/** The tools of the Kafka that this course uses. Read when it is first asked for: the first screen does not wait for it. */
export function loadToolTable(): Promise<ToolTable> {
  table ??= import('./kafka-tools.json').then(({ default: tools }) => tools as ToolTable);
  return table;
}

/** What may follow the tool: its own options, and those of the verb that was given. */
export function optionsOf(help: ToolHelp, args: readonly string[]): ToolOptions {
  const verb = help.verbs && args.find((arg) => help.verbs?.[arg] !== undefined);
  return verb === undefined ? help.options : { ...help.options, ...help.verbs?.[verb]?.options };
}

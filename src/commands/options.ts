import { type Command, Option } from 'commander';
import type { EngineKind } from '../engine/types.ts';
import { type Language, languages, messages } from '../messages/index.ts';

/** Options that every command takes. */
export type CommonOptions = {
  readonly engine?: EngineKind;
  readonly lang?: Language;
  /** folder with a pack.yaml, tarball, or package of npm */
  readonly pack?: string;
  /** hash of a pack from elsewhere that is trusted, or `any` */
  readonly trust?: string;
  readonly plain?: boolean;
  readonly ascii?: boolean;
  readonly color: boolean;
};

/** Adds the options that may stand behind every command. */
export function withCommonOptions(command: Command): Command {
  const say = messages().cli.options;
  return command
    .addOption(new Option('--engine <name>', say.engine).choices(['docker', 'native'] satisfies EngineKind[]))
    .addOption(new Option('--lang <code>', say.lang).choices(languages))
    .option('--pack <pack>', say.pack)
    .option('--trust <hash>', say.trust)
    .option('--plain', say.plain)
    .option('--no-color', say.color)
    .option('--ascii', say.ascii);
}

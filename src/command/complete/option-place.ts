import type { ToolOption, ToolOptions } from '../tools/tool-table.ts';

/** `--topic` where `-topic` was written; Kafka's tools take both. undefined: no option of the tool. */
export function knownOption(options: ToolOptions, word: string): string | undefined {
  const [name = ''] = word.split('=', 1);
  if (options[name] !== undefined) return name;
  return /^-[a-z][\w.-]+$/i.test(name) && options[`-${name}`] !== undefined ? `-${name}` : undefined;
}

/** The option whose value the next word is, after these words. */
export function awaitedOption(
  options: ToolOptions,
  args: readonly string[],
): { readonly name: string; readonly option: ToolOption } | undefined {
  let awaited: string | undefined;
  for (const arg of args) {
    // What follows an option that wants a value is that, whatever it looks like.
    if (awaited !== undefined) awaited = undefined;
    else {
      const name = arg.includes('=') ? undefined : knownOption(options, arg);
      const option = name === undefined ? undefined : options[name];
      if (option?.value !== undefined && !option.isOptional) awaited = name;
    }
  }
  const option = awaited === undefined ? undefined : options[awaited];
  return awaited !== undefined && option ? { name: awaited, option } : undefined;
}

/** The value that an option has on a line: `--entity-type topics`, `--entity-type=topics`. */
export function givenValue(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg === name.slice(1));
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}

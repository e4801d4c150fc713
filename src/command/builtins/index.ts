import type { BuiltinName } from '../known-tools.ts';
import { cat } from './cat.ts';
import { echoText } from './echo.ts';
import { printfText } from './printf.ts';
import type { Builtin } from './types.ts';

/** The commands that run in this process, the same on every system. */
export const builtins: Readonly<Record<BuiltinName, Builtin>> = {
  cat,
  echo: async ({ args, stdout }) => {
    stdout.write(echoText(args));
    return 0;
  },
  printf: async ({ args, stdout, complain }) => {
    const { text, problems } = printfText(args);
    stdout.write(text);
    for (const problem of problems) complain(problem);
    return problems.length === 0 ? 0 : 1;
  },
};

import { exitCodes } from '../errors.ts';
import { folders } from '../platform/folders.ts';
import { readRecords } from '../progress/index.ts';
import { isInteractive, isPlain, prepareTerminal } from '../terminal/screen.ts';
import type { AppEnd } from '../ui/app.tsx';
import { leavingLines } from './leaving.ts';
import { printMap } from './list.ts';
import { loadCourse } from './load-course.ts';
import type { CommonOptions } from './options.ts';
import { printLine } from './output.ts';
import { runApp } from './run-app.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** Without a verb: the app. Where there is no terminal: the course map and how to go on without one. */
export async function startCommand(options: CommonOptions, version: string): Promise<number> {
  if (!isInteractive(process.stdin, process.stdout)) {
    const pack = await loadCourse(options.pack);
    printMap({ ...(await readRecords(folders().home, pack.name)), pack }, options.pack);
    return exitCodes.good;
  }
  const own = prepareTerminal(process.env, process, { noColor: !options.color });
  const workshop = await openWorkshop(options, { lock: true, env: own });
  // Who has asked for a language once need not ask again.
  if (options.lang) await workshop.speak(options.lang);
  try {
    const end = await runApp(workshop, {
      version,
      own,
      plain: isPlain(own, options),
      end: async (left) => {
        // Who ends it by a signal sits at the terminal as well, as a rule.
        if (left) await tellWhereWeAre(workshop, left, options);
        await workshop.close();
      },
    });
    // A signal has its own end, above.
    if (end.reason === 'quit') await tellWhereWeAre(workshop, end, options);
  } catch (error) {
    // Why it came to this counts, not that progress cannot be saved either.
    await workshop.close().catch(() => {});
    throw error;
  }
  await workshop.close();
  return exitCodes.good;
}

/** On the normal screen, after the app: where the learner is, how to go on, what still runs. */
async function tellWhereWeAre(workshop: Workshop, { course, ref }: AppEnd, options: CommonOptions): Promise<void> {
  // Where there is no engine the lessons could still be read; and what it does must not keep the program from ending.
  const services = await workshop.engine().then(
    ({ engine }) => engine.status().catch(() => undefined),
    () => undefined,
  );
  for (const line of leavingLines({ course, services, options, ...(ref && { ref }) })) printLine(line);
}

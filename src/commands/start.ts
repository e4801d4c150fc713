import { courseProgress, findStep, keyOf } from '../course/index.ts';
import { addressText } from '../engine/address.ts';
import { exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { readRecords } from '../progress/index.ts';
import { isInteractive, isPlain, prepareTerminal } from '../terminal/screen.ts';
import type { AppEnd } from '../ui/app.tsx';
import { printMap } from './list.ts';
import { loadCourse } from './load-course.ts';
import type { CommonOptions } from './options.ts';
import { printLine } from './output.ts';
import { ownLine } from './own-line.ts';
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
    const end = await runApp(workshop, { version, own, plain: isPlain(own, options), end: workshop.close });
    await tellWhereWeAre(workshop, end, options.pack);
    return exitCodes.good;
  } finally {
    await workshop.close();
  }
}

/** On the normal screen, after the app: where the learner is, how to go on, what still runs. */
async function tellWhereWeAre(workshop: Workshop, { course, ref }: AppEnd, given: string | undefined): Promise<void> {
  const say = messages().cli.leaving;
  const { done, total } = courseProgress(course);
  if (done === total) printLine(say.done);
  else if (ref) printLine(say.at({ step: keyOf(ref), title: findStep(workshop.pack, ref)?.step.title ?? '' }));
  printLine(say.again({ line: ownLine([], given) }));
  const { engine } = await workshop.engine();
  const running = (await engine.status()).find(({ state }) => state === 'running');
  if (running?.address) {
    printLine(say.running({ address: addressText(running.address) }));
    printLine(say.stopIt);
  } else printLine(say.notRunning);
}

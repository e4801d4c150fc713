import { courseProgress, findStep, keyOf, resumeStep } from '../course/index.ts';
import type { CourseState } from '../course/types.ts';
import { exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { loadHistory, saveHistory } from '../progress/history.ts';
import { readRecords } from '../progress/index.ts';
import { createSession } from '../session/create-session.ts';
import { isInteractive, isPlain, prepareTerminal } from '../terminal/screen.ts';
import { runShell } from './environment.ts';
import { printMap } from './list.ts';
import { loadCourse } from './load-course.ts';
import type { CommonOptions } from './options.ts';
import { printLine } from './output.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** Without a verb: the app. Where there is no terminal: the course map and how to go on without one. */
export async function startCommand(options: CommonOptions, version: string): Promise<number> {
  if (!isInteractive(process.stdin, process.stdout)) {
    const pack = await loadCourse(options.pack);
    printMap({ ...(await readRecords(folders().home, pack.name)), pack });
    return exitCodes.good;
  }
  const own = prepareTerminal(process.env, process, { noColor: !options.color });
  const workshop = await openWorkshop(options, { lock: true, env: own });
  try {
    const session = createSession(workshop.sessionDeps);
    let course: CourseState = workshop.course();
    session.subscribe((event) => {
      if (event.type === 'course') course = event.course;
    });
    const { home } = folders();
    try {
      const begin = resumeStep(course);
      if (begin) session.open(begin);
      // Only now: Ink looks at the environment when it is imported.
      const { startApp } = await import('../ui/app.tsx');
      await startApp({
        session,
        pack: workshop.pack,
        program: { version },
        options: { plain: isPlain(process.env, options) },
        onShell: async () => void (await runShell(await workshop.engine.shellPath(), own)),
        loadHistory: () => loadHistory(home),
        saveHistory: (lines) => saveHistory(home, lines),
      });
    } finally {
      await session.close();
    }
    await tellWhereWeAre(workshop, course);
    return exitCodes.good;
  } finally {
    await workshop.close();
  }
}

/** On the normal screen, after the app: where the learner is, how to go on, what still runs. */
async function tellWhereWeAre(workshop: Workshop, course: CourseState): Promise<void> {
  const say = messages().cli.leaving;
  const at = resumeStep(course);
  const { done, total } = courseProgress(course);
  const title = at && findStep(course.pack, at)?.step.title;
  if (done === total) printLine(say.done);
  else if (at) printLine(say.at({ step: keyOf(at), title: title ?? '' }));
  printLine(say.again);
  const running = (await workshop.engine.status()).filter(({ state }) => state === 'running');
  const address = running[0]?.address;
  if (address) {
    printLine(say.running({ address: `${address.host}:${address.port}` }));
    printLine(say.stopIt);
  } else printLine(say.notRunning);
}

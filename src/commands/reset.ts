import { reduceCourse } from '../course/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { openWorkspace } from '../session/workspace.ts';
import type { CommonOptions } from './options.ts';
import { printLine } from './output.ts';
import { ownLine } from './own-line.ts';
import { runningPlaces } from './running-places.ts';
import { openWorkshop } from './workshop.ts';

/**
 * `reset [LESSON]`: forgets progress and removes what the lessons made. Where the broker does not run, that is done when
 * the lesson is next begun.
 */
export async function resetCommand(lessonId: string | undefined, options: CommonOptions): Promise<number> {
  const workshop = await openWorkshop(options, { lock: true });
  try {
    const { pack, sessionDeps } = workshop;
    const lessons = pack.lessons.filter(({ id }) => lessonId === undefined || id === lessonId);
    const say = messages().cli;
    if (lessons.length === 0) {
      throw new UserError(
        { what: say.unknownStep({ name: lessonId ?? '' }), next: ownLine(['list'], options.pack) },
        exitCodes.usage,
      );
    }
    const { pack: _, ...records } = reduceCourse(workshop.course(), {
      type: 'reset',
      ...(lessonId !== undefined && { lesson: lessonId }),
    });
    sessionDeps.store.save(records);
    const { engine } = await workshop.engine();
    const found = await runningPlaces(engine);
    const removed: string[] = [];
    for (const { id, owns } of lessons) {
      const workspace = openWorkspace(sessionDeps.workspace, id);
      for (const file of owns.compose) await engine.composeDown(file, workspace.folder);
      await workspace.remove(owns.files);
      if (found) removed.push(...(await sessionDeps.removeOwned(found, owns)));
    }
    printLine(say.resetDone({ what: lessonId ?? say.resetAll }));
    if (removed.length > 0) printLine(say.removed({ names: removed.join(', ') }));
    return exitCodes.good;
  } finally {
    await workshop.close();
  }
}

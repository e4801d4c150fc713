import type { StepOutline } from '../../lesson/lesson-context.ts';
import { closest } from '../../lesson/suggest.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredLesson, AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';
import type { Released } from '../released.ts';
import type { ReadSideFile } from '../side-file.ts';

/**
 * Lessons and steps that the last release had and that are gone: whoever has done them would lose that. Told at what has
 * probably taken their name's place, or else at their line in released.yaml.
 */
export function vanishedIds(pack: AuthoredPack, file: ReadSideFile<Released>, line: string): readonly Finding[] {
  const { data: released = {}, tree, source } = file;
  const m = messages().author;
  const releaseIt = m.releaseIt({ line: `${line} --release` });
  return Object.entries(released).flatMap(([id, steps]) => {
    const lesson = pack.lessons.find(({ parsed }) => parsed?.declared?.id === id);
    if (lesson?.parsed === undefined) {
      const renamed = renamedLesson(id, steps, pack, released);
      // Its front matter cannot be read: that is told, and is no renaming.
      if (renamed === undefined && pack.lessons.some(({ parsed }) => parsed && !parsed.declared)) return [];
      return renamed?.parsed?.declared
        ? [
            finding(
              'vanished-id',
              renamed.parsed.source,
              renamed.parsed.declared.place,
              m.lessonRenamed({ id }),
              m.keepId({ id }),
            ),
          ]
        : tree
          ? [finding('vanished-id', source, tree.keyPlace([id]), m.lessonVanished({ id }), releaseIt)]
          : [];
    }
    const { parsed } = lesson;
    return steps.flatMap((step, index) => {
      if (parsed.outline.some((one) => one.step.id === step)) return [];
      // A step without a readable id is told as that.
      if (parsed.errors.length > 0 && parsed.outline.length < steps.length) return [];
      const renamed = renamedStep(step, steps[index - 1], parsed.outline, steps);
      return renamed
        ? [finding('vanished-id', parsed.source, renamed.idPlace, m.stepRenamed({ id: step }), m.keepId({ id: step }))]
        : tree
          ? [
              finding(
                'vanished-id',
                source,
                tree.place([id, index]),
                m.stepVanished({ id: step, lesson: id }),
                releaseIt,
              ),
            ]
          : [];
    });
  });
}

/** A new lesson with a close name, or with most of the steps. */
function renamedLesson(
  id: string,
  steps: readonly string[],
  pack: AuthoredPack,
  released: Released,
): AuthoredLesson | undefined {
  const fresh = pack.lessons.filter(({ parsed }) => parsed?.declared && !(parsed.declared.id in released));
  const near = closest(
    id,
    fresh.map(({ parsed }) => parsed?.declared?.id ?? ''),
  );
  const shares = ({ parsed }: AuthoredLesson) =>
    (parsed?.outline ?? []).filter(({ step }) => steps.includes(step.id)).length * 2 > steps.length;
  return fresh.find(({ parsed }) => parsed?.declared?.id === near) ?? fresh.find(shares);
}

/** A new step with a close name, or one that follows the same step. */
function renamedStep(
  id: string,
  before: string | undefined,
  outline: readonly StepOutline[],
  released: readonly string[],
): StepOutline | undefined {
  const fresh = outline.filter(({ step }) => !released.includes(step.id));
  const near = closest(
    id,
    fresh.map(({ step }) => step.id),
  );
  const follows = outline.findIndex(({ step }) => step.id === before) + 1;
  const there = before === undefined || follows > 0 ? outline[follows] : undefined;
  return fresh.find(({ step }) => step.id === near) ?? fresh.find((one) => one === there);
}

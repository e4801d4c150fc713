import type { z } from 'zod';
import * as zod from 'zod';
import { messages } from '../messages/index.ts';
import { anyText, fileName, line, strict, text } from './schema.ts';
import type { Problems } from './source.ts';
import { didYouMean, meantOrKnown } from './suggest.ts';
import type { Deed } from './tries.ts';
import type { FileBlock, Lesson, Step } from './types.ts';
import { validate } from './validate.ts';
import type { YamlPath, YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

/** What a learner does, by the key that says it; a text alone is a line that is typed. */
const shapes = {
  background: strict({ background: line }),
  stop: strict({ stop: text }),
  press: strict({ press: zod.literal('enter', { error: () => messages().tries.pressEnter }) }),
  file: strict({ file: fileName, text: anyText }),
  given: strict({ given: fileName, replace: text.exactOptional(), with: anyText.exactOptional() }),
  solution: strict({ solution: fileName, replace: text.exactOptional(), with: anyText.exactOptional() }),
};
type Key = keyof typeof shapes;
const keys = Object.keys(shapes) as Key[];

type Given = {
  readonly value: Plain;
  readonly path: YamlPath;
  readonly tree: YamlTree;
  readonly lesson: Lesson;
  readonly step: Step;
  readonly problems: Problems;
};

/** One deed at a path; undefined where it is wrong, which was told to `problems`. */
export function parseDeed(given: Given): Deed | undefined {
  const { value, path, tree, problems } = given;
  const say = messages().tries;
  if (!isMapping(value)) {
    const typed = validate(line, { tree, path, value }, problems);
    return typed === undefined ? undefined : { kind: 'type', line: typed };
  }
  const written = Object.keys(value);
  const [first, second] = written.filter((key): key is Key => keys.some((known) => known === key));
  if (first === undefined) {
    const key = written[0] ?? '';
    problems.add(tree.keyPlace([...path, key]), say.noDeed({ key }), meantOrKnown(key, keys));
    return undefined;
  }
  if (second !== undefined) {
    problems.add(tree.keyPlace([...path, second]), say.twoDeeds({ first, second }));
    return undefined;
  }
  const read = <Shape>(shape: z.ZodType<Shape>): Shape | undefined => validate(shape, { tree, path, value }, problems);
  switch (first) {
    case 'background': {
      const found = read(shapes.background);
      return found && { kind: 'background', line: found.background };
    }
    case 'stop': {
      const found = read(shapes.stop);
      return found && { kind: 'stop', id: found.stop };
    }
    case 'press':
      return read(shapes.press) && { kind: 'enter' };
    case 'file': {
      const found = read(shapes.file);
      return found && { kind: 'file', name: found.file, text: found.text };
    }
    case 'given': {
      const found = read(shapes.given);
      return found && changedFile(given, { ...found, key: 'given', name: found.given });
    }
    case 'solution': {
      const found = read(shapes.solution);
      return found && changedFile(given, { ...found, key: 'solution', name: found.solution });
    }
    default:
      return first satisfies never;
  }
}

type Change = {
  readonly key: 'given' | 'solution';
  readonly name: string;
  readonly replace?: string;
  readonly with?: string;
};

/** A file of the lesson, as it is given or finished, with one text in it replaced. */
function changedFile({ tree, path, lesson, step, problems }: Given, change: Change): Deed | undefined {
  const say = messages().tries;
  const { key, name, replace, with: other } = change;
  const known = filesUntil(lesson, step, key);
  const found = known.findLast((file) => file.name === name);
  if (found === undefined) {
    const missing = { file: name, step: step.id };
    const names = known.map((file) => file.name);
    const message = key === 'given' ? say.noGiven(missing) : say.noSolution(missing);
    problems.add(tree.place([...path, key]), message, didYouMean(name, names));
    return undefined;
  }
  if ((replace === undefined) !== (other === undefined)) {
    problems.add(tree.keyPlace([...path, replace === undefined ? 'with' : 'replace']), say.replaceAndWith);
    return undefined;
  }
  const file = { kind: 'file', name, ...(found.crlf && { crlf: true as const }) } as const;
  if (replace === undefined || other === undefined) return { ...file, text: found.text };
  if (!found.text.includes(replace)) {
    problems.add(tree.place([...path, 'replace']), say.notInFile({ file: name }));
    return undefined;
  }
  // A function, because $ means something in a text that replaces.
  return { ...file, text: found.text.replace(replace, () => other) };
}

/** The files that this step and those before it give, or finish. */
function filesUntil(lesson: Lesson, step: Step, key: Change['key']): readonly FileBlock[] {
  const index = lesson.steps.findIndex(({ id }) => id === step.id);
  return lesson.steps.slice(0, index + 1).flatMap((each) => {
    if (key === 'given') return each.files;
    return each.solution.flatMap((block) => (block.kind === 'file' ? [block] : []));
  });
}

import { dirname } from 'node:path';
import { editorOf } from '../platform/editor.ts';
import { openWorkspace } from '../session/workspace.ts';
import type { FileToEdit } from '../ui/file-to-edit.ts';
import { runInTerminal } from './run-in-terminal.ts';

/**
 * Opens a file of a lesson in the learner's editor, in its folder, and waits until that is closed. A file that the step has not written
 * yet begins as the lesson says.
 * @param workspace the folder of all lessons' folders
 * @throws EnvironmentError where there is no editor
 */
export async function editFile(
  { lesson, path, block }: FileToEdit,
  workspace: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { file, args } = await editorOf(env);
  const edit = block === undefined ? [] : [{ ...block, edit: true }];
  await openWorkspace(workspace, lesson).prepare(edit);
  await runInTerminal(file, [...args, path], { env, cwd: dirname(path) });
}

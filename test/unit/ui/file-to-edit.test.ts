import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { fileToEdit } from '../../../src/ui/file-to-edit.ts';
import { footerLine } from '../../../src/ui/footer.ts';
import { filesPack } from './support/course.ts';
import { notice, started } from './support/keyboard.ts';
import { ref, viewOf } from './support/states.ts';

const at = (step: string) => [{ type: 'opened', ref: ref(step, 'files'), folder: '/w/files' }] as const;
const view = (step: string) => viewOf(at(step), { pack: filesPack(), columns: 200 });

describe('the file that e opens', () => {
  it.each([
    ['the one to be changed', 'up', '/w/files/compose.yaml', 'compose.yaml\n'],
    [
      'one of an earlier step that the solution changes, as it began',
      'mend',
      '/w/files/compose.yaml',
      'compose.yaml\n',
    ],
    ['the one of several that the solution changes', 'own', '/w/files/own.json', 'own.json\n'],
    ['the first one where none is to be changed', 'look', '/w/files/packed/a.txt', 'packed/a.txt\n'],
  ])('is %s', (_, step, path, text) => {
    expect(fileToEdit(view(step))).toEqual({ lesson: 'files', path, block: expect.objectContaining({ text }) });
    expect(plainText([footerLine(view(step), 200)])).toContain('e edit');
  });

  it('is none for a step without files, which says so', () => {
    expect(fileToEdit(view('none'))).toBeUndefined();
    expect(plainText([footerLine(view('none'), 200)])).not.toContain('e edit');
    const { store, effects, press } = started(at('none'), { edit: true, pack: filesPack() });
    press('e');
    expect(notice(store)).toBe('This step has no file to edit.');
    expect(effects.edit).not.toHaveBeenCalled();
  });

  it('is opened by its key, in Hangul mode too', () => {
    const { effects, press } = started(at('mend'), { edit: true, pack: filesPack() });
    press('e', 'ㄷ');
    expect(effects.edit).toHaveBeenCalledTimes(2);
    expect(effects.edit).toHaveBeenCalledWith(expect.objectContaining({ path: '/w/files/compose.yaml' }));
  });

  it('is at least named where no editor can be opened', () => {
    const { store, press } = started(at('mend'), { pack: filesPack() });
    press('e');
    expect(notice(store)).toBe('The file of this step: /w/files/compose.yaml');
  });
});

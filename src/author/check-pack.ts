import type { TextResult } from '../lesson/read-text.ts';
import { type AuthoredPack, type SideFile, sidePath } from './authored-pack.ts';
import { asFinding, type Finding, inOrder } from './finding.ts';
import { readGlossary } from './glossary.ts';
import { readReleased } from './released.ts';
import { deadLinks } from './rules/links.ts';
import { missingFeedback, missingHints } from './rules/missing.ts';
import { notOwned } from './rules/not-owned.ts';
import { translationFindings } from './rules/translations.ts';
import { vanishedIds } from './rules/vanished.ts';
import { weakChecks } from './rules/weak-checks.ts';
import { wideDrawings } from './rules/wide-drawings.ts';
import { avoidedWords, untranslatedTerms } from './rules/words.ts';
import type { ReadSideFile } from './side-file.ts';
import { readTranslationLock } from './translation-lock.ts';

/** All that is wrong with a pack or could be better, of all its files at once, by place. line: the command that asks for it. Pure. */
export function checkPack(pack: AuthoredPack, line = 'kafka-lessons author check DIR'): readonly Finding[] {
  const read = <Data>(name: SideFile, reader: SideReader<Data>): ReadSideFile<Data> => {
    // A file that is not there is as good as an empty one.
    const file = pack.side[name];
    return file
      ? reader(sidePath(pack, name), file)
      : { ...reader(sidePath(pack, name), { ok: true, text: '' }), errors: [] };
  };
  const glossary = read('glossary', readGlossary);
  const lock = read('translations', readTranslationLock);
  const released = read('released', readReleased);
  const terms = glossary.data ?? [];
  const broken = [...pack.errors, ...glossary.errors, ...lock.errors, ...released.errors];
  return inOrder([
    ...broken.map((error) => asFinding('broken', error)),
    ...missingHints(pack),
    ...missingFeedback(pack),
    ...weakChecks(pack),
    ...notOwned(pack),
    ...deadLinks(pack),
    ...wideDrawings(pack),
    ...avoidedWords(pack, terms),
    ...untranslatedTerms(pack, terms),
    ...translationFindings(pack, lock.data ?? {}, line),
    ...vanishedIds(pack, released, line),
  ]);
}

type SideReader<Data> = (path: string, read: TextResult) => ReadSideFile<Data>;

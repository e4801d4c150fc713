// Writes the tables of docs/writing-lessons.md anew, from the schemas that the program itself uses.
import { join } from 'node:path';
import { importSource, root } from './import-source.mjs';

await importSource('src/author/write-docs.ts', ({ writeDocs }) => writeDocs(join(root, 'docs/writing-lessons.md')));

// Asks each of Kafka's tools what it knows (--help), for completing and explaining command lines.
import { join } from 'node:path';
import { importSource, root } from './import-source.mjs';

await importSource('src/command/tools/write-tools.ts', ({ writeTools }) =>
  writeTools(join(root, 'src/command/tools/kafka-tools.json'), process.env),
);

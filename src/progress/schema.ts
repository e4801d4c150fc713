import * as z from 'zod';

/** The format this program writes. */
export const currentVersion = 1;

const id = z.string().regex(/^[a-z0-9-]+$/);
const stepKey = z.templateLiteral([id, '/', id]);

const stepRecord = z.strictObject({
  status: z.enum(['passed', 'skipped', 'tried']),
  at: z.iso.datetime(),
  attempts: z.int().nonnegative(),
  hints: z.int().nonnegative(),
  hash: z.string(),
  ahead: z.literal(true).exactOptional(),
});

const courseRecords = z.strictObject({
  current: stepKey.exactOptional(),
  clusters: z.record(id, z.string()).exactOptional(),
  setups: z.record(stepKey, z.string()).exactOptional(),
  steps: z.record(stepKey, stepRecord),
});

/** progress.json, one for all packs. */
export const progressSchema = z.strictObject({
  version: z.literal(currentVersion),
  engine: z.enum(['native', 'docker']).exactOptional(),
  language: z.string().exactOptional(),
  packs: z.record(z.string(), courseRecords),
});

export type ProgressDocument = z.infer<typeof progressSchema>;

export const emptyDocument: ProgressDocument = { version: currentVersion, packs: {} };

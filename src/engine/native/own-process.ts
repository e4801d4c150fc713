import * as z from 'zod';

/** A process of ours, as it was when we started it. */
export const ownProcessSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string(),
  mainClass: z.string(),
});
export type OwnProcess = z.infer<typeof ownProcessSchema>;

import * as z from 'zod';

/** A process of ours, as it was when we started it. */
export const ownProcessSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string(),
  /** what of its command line tells it from others: a main class, a script, the folder of its data */
  mainClass: z.string(),
});
export type OwnProcess = z.infer<typeof ownProcessSchema>;

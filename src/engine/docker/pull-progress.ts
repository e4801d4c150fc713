import * as z from 'zod';

/** How far each layer of an image is, by its id. */
export type Layers = ReadonlyMap<string, { readonly current: number; readonly total: number }>;

/** A line of what the daemon says while it fetches an image (Docker's API, «Create an image»). */
const lineSchema = z.object({
  status: z.string().optional(),
  id: z.string().optional(),
  progressDetail: z.object({ current: z.number().optional(), total: z.number().optional() }).optional(),
  error: z.string().optional(),
  /** of an answer that is an error as a whole */
  message: z.string().optional(),
});
export type PullLine = z.infer<typeof lineSchema>;

export function parsePullLine(text: string): PullLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The layers after one more line. What a layer weighs is known from when its download begins. */
export function withLine(layers: Layers, { id, status, progressDetail }: PullLine): Layers {
  if (id === undefined) return layers;
  const known = layers.get(id);
  const total = progressDetail?.total ?? 0;
  if (status === 'Downloading' && total > 0) {
    return new Map(layers).set(id, { current: progressDetail?.current ?? 0, total });
  }
  if (known && (status === 'Download complete' || status === 'Pull complete')) {
    return new Map(layers).set(id, { ...known, current: known.total });
  }
  return layers;
}

/** Bytes of all layers whose download has begun. */
export function sumOf(layers: Layers): { readonly done: number; readonly total: number } {
  let [done, total] = [0, 0];
  for (const layer of layers.values()) {
    done += layer.current;
    total += layer.total;
  }
  return { done, total };
}

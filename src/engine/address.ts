import type { Address } from './types.ts';

/** `host:port`, as Kafka's tools and people write it. */
export const addressText = ({ host, port }: Address): string => `${host}:${port}`;

import { randomBytes } from 'node:crypto';

/** A Kafka Uuid: 16 random bytes in base64url without padding; it may not start with a dash, which would read as an option. */
export function newClusterId(random: () => Buffer = () => randomBytes(16)): string {
  for (;;) {
    const id = random().toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

/** Why a cluster that answers could not be read. */
export type UnreadableReason =
  /** it will pass by itself: a leader is being elected, a coordinator loads; `detail` is one short phrase */
  | { readonly kind: 'not-ready'; readonly detail: string }
  /** the same of Kafka Connect */
  | { readonly kind: 'connect-not-ready'; readonly detail: string }
  /** records are compressed in a way this program does not decode */
  | { readonly kind: 'compression'; readonly codec: string }
  /** more than a check reads; sizes in records and bytes */
  | { readonly kind: 'too-much'; readonly maxRecords: number; readonly maxBytes: number };

/** The cluster answers, but not with what was asked. Told as a failed check with a reason, never as our own fault. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(`unreadable: ${reason.kind}`, options);
  }
}

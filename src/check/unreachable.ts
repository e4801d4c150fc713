/** Nothing answers at the address of a service. A check that meets it is `blocked`. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(
    /** as told to the learner, e.g. `the broker at 127.0.0.1:9092` */
    readonly service: string,
    options?: ErrorOptions,
  ) {
    super(`${service} does not answer`, options);
  }
}

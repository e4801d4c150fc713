/** Errors that are told to a person: what happened, why, and the one thing to do next. Anything else that is thrown is our bug. */

/** Exit codes of the program (README, «Exit codes»). */
export const exitCodes = { good: 0, failed: 1, usage: 2, environment: 3, interrupted: 130, terminated: 143 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type Explanation = {
  /** what happened, one sentence */
  readonly what: string;
  /** why, as far as it is known */
  readonly why?: string;
  /** the one thing to do next: a command or a key */
  readonly next?: string;
};

export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(
    readonly explanation: Explanation,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(explanation.what);
  }
}

/** The environment cannot be used (no Java, port taken, broker gone): exit 3. */
export class EnvironmentError extends UserError {
  constructor(explanation: Explanation) {
    super(explanation, exitCodes.environment);
  }
}

export const isUserError = (error: unknown): error is UserError => error instanceof UserError;

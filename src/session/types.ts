import type { StepRef } from '../course/types.ts';
import type { SessionEvent, StepPhase } from './events.ts';

/** What the app may ask of a session. Everything that happens comes back as events. */
export interface Session {
  /** Adds a listener and returns what removes it. Events so far that still matter are replayed to it at once. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /**
   * Puts a step on the screen; starts its lesson's services in the background, and watching if it is an exercise.
   * @param how ahead: it is locked, and the learner wants it all the same; that is remembered, and what it builds on in its lesson is
   * performed before it
   */
  open(ref: StepRef, how?: 'ahead'): void;
  /**
   * Enter: brings services up, runs the step's blocks, checks, records. For an exercise: checks now. For reading: passes.
   * @param from beginning: a step with commands is run where it begins, all that its lesson has made since being removed first
   */
  perform(from?: 'beginning'): Promise<StepPhase>;
  /**
   * The learner was elsewhere (in a shell, an editor): looks once whether a step with commands still stands as it did. What was passed
   * stays so, and a remark says what holds no more; what had failed may have come right. Does nothing while something is under way.
   */
  lookAgain(): Promise<void>;
  /** The learner's own command line, run beside the step. */
  type(line: string): Promise<void>;
  /** A line for the interactive command. */
  send(text: string): void;
  /** Ctrl+D for the interactive command. */
  endInput(): void;
  /** Ctrl+C: ends the running foreground command and any check that is waiting. False if nothing was running. */
  stop(): Promise<boolean>;
  stopBackground(id: string): Promise<void>;
  /** Performs the step (its solution, for an exercise) and records it as skipped. */
  skip(): Promise<StepPhase>;
  /** Shows the next hint, if there is one. */
  hint(): void;
  /** Answers the quiz with these options (indexes from 0). */
  answer(chosen: readonly number[]): void;
  /** Begins to tell how Kafka looks, about every second and only what is new, or ends it. */
  watchLive(wanted: boolean): void;
  /** Looks at Kafka once, and tells it. */
  lookLive(): Promise<void>;
  /** The pack is another one now, in another language or changed by its author: whatever can be told again is told with it. */
  retell(): void;
  /** Starts the services of the open lesson again. */
  repair(): Promise<void>;
  /** Ends commands and checks; services stay up. Nothing is lost. */
  close(): Promise<void>;
}

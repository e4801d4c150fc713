/** Names that a command line can speak of, as the cluster had them when it was last looked at. */
export type LiveNames = {
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly connectors: readonly string[];
  /** ids */
  readonly brokers: readonly number[];
};

export const noNames: LiveNames = { topics: [], groups: [], connectors: [], brokers: [] };

/** Something that can stand at the cursor. */
export type Candidate = {
  /** the whole word, not yet quoted */
  readonly text: string;
  /** what it is, in a few words */
  readonly about?: string;
  /** the word goes on behind it: `retention.ms=`, `http://localhost:8083/connectors/` */
  readonly goesOn?: true;
};

/** What can stand at the cursor of a line. */
export type Offer = {
  /** where the word begins that is completed, in UTF-16 units */
  readonly start: number;
  /** that word as it was typed, up to the cursor */
  readonly typed: string;
  readonly quote: '' | "'" | '"';
  readonly candidates: readonly Candidate[];
  /** what is wanted here, where nothing can be offered: an option with its value */
  readonly wanted?: { readonly option: string; readonly value: string; readonly about: string };
};

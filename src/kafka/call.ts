import apiKeys from 'kafkajs/src/protocol/requests/apiKeys.js';
import protocol from 'kafkajs/src/protocol/requests/index.js';

export type ApiName = keyof typeof protocol.requests;
/** api key → highest version the broker speaks */
export type VersionRanges = ReadonlyMap<number, number>;

type Response = { decode(payload: Buffer): Promise<object> };

export type Call<T> = {
  readonly api: ApiName;
  /** where the best common version is not wanted */
  readonly version?: number;
  readonly build: (version: number) => { readonly request: object; readonly response: Response };
  /** The decoded answer, as kafkajs shapes it, to what is wanted of it. */
  readonly read: (decoded: object) => T;
};

/** The highest version that both kafkajs and the broker speak. */
export function chooseVersion(api: ApiName, ranges: VersionRanges): number {
  const ours = Math.max(...protocol.requests[api].versions.map(Number));
  const theirs = ranges.get(apiKeys[api] ?? -1);
  if (theirs === undefined) throw new Error(`the broker does not know ${api} requests`);
  return Math.min(ours, theirs);
}

/** The one place where kafkajs' untyped answers get the types written below, which are its own shapes. */
export const request = <Decoded extends object, T = Decoded>(
  api: ApiName,
  payload: object,
  read: (decoded: Decoded) => T,
): Call<T> => ({
  api,
  build: (version) => protocol.requests[api].protocol({ version })(payload),
  read: (decoded) => read(decoded as Decoded),
});

/** For answers that are wanted as they are. */
export const same = <T>(value: T): T => value;

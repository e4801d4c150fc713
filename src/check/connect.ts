import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { ConnectReader } from './connect-facts.ts';
import type { CheckResult } from './result.ts';
import { listPlugins } from './tool-commands.ts';
import { Unreachable } from './unreachable.ts';
import { listed } from './wording.ts';

type ConnectAssertion = AssertionOf<'connect'>;

export type ConnectEvidence = {
  readonly up: boolean;
  /** class names; looked at only if asked for */
  readonly plugins: readonly string[];
};

/** open: gives a reader of the worker; throws Unreachable where there is none. */
export async function checkConnect(
  assertion: ConnectAssertion,
  open: () => Promise<ConnectReader>,
): Promise<CheckResult> {
  if (assertion.up === false) return judgeConnect(assertion, { up: await isUp(open), plugins: [] });
  const connect = await open();
  await connect.up();
  return judgeConnect(assertion, { up: true, plugins: assertion.plugins ? await connect.plugins() : [] });
}

/** A worker that is not to run is the one case in which no answer is an answer. */
async function isUp(open: () => Promise<ConnectReader>): Promise<boolean> {
  try {
    await (await open()).up();
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    throw error;
  }
}

export function judgeConnect(assertion: ConnectAssertion, { up, plugins }: ConnectEvidence): CheckResult {
  return combine([
    ...when(assertion.up, (wanted) => running(up, wanted)),
    ...(assertion.plugins ?? []).map((end) => plugin(plugins, end)),
  ]);
}

function running(up: boolean, wanted: boolean): Aspect {
  const say = messages().check;
  const word = (value: boolean): string => (value ? say.running : say.notRunning);
  return { ok: up === wanted, expected: word(wanted), actual: word(up) };
}

/** wanted: how the class name ends */
function plugin(plugins: readonly string[], wanted: string): Aspect {
  const say = messages().check;
  const ok = plugins.some((name) => name.endsWith(wanted));
  const names = plugins.map((name) => name.replace(/^.*\./, ''));
  return {
    ok,
    expected: say.plugin({ name: wanted }),
    actual: ok ? say.plugin({ name: wanted }) : say.noPlugin({ name: wanted }),
    because: ok ? undefined : say.pluginsThere({ list: listed(names) }),
    tryNext: listPlugins,
  };
}

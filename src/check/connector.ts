import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { ConnectorFacts, ConnectReader } from './connect-facts.ts';
import type { CheckResult } from './result.ts';
import { similarSentence } from './similar-name.ts';
import {
  connectorConfig,
  connectorStatus,
  deleteConnector,
  listConnectors,
  restartConnector,
  resumeConnector,
} from './tool-commands.ts';
import { listed } from './wording.ts';

type ConnectorAssertion = AssertionOf<'connector'>;

export async function checkConnector(assertion: ConnectorAssertion, connect: ConnectReader): Promise<CheckResult> {
  return judgeConnector(assertion, await connect.connectors());
}

/** connectors: all there are */
export function judgeConnector(assertion: ConnectorAssertion, connectors: readonly ConnectorFacts[]): CheckResult {
  const found = connectors.find(({ name }) => name === assertion.connector);
  if (assertion.exists === false) return combine([absent(assertion.connector, found)]);
  if (!found) return combine([missing(assertion, connectors)]);
  const { exists } = messages().check;
  return combine([
    ...when(assertion.exists, () => ({ ok: true, expected: exists, actual: exists })),
    ...when(assertion.state, (wanted) => state(found, wanted)),
    ...when(assertion.tasks, (wanted) => tasks(found, wanted)),
    ...Object.entries(assertion.config ?? {}).map(([key, value]) => setting(found, key, value)),
  ]);
}

function absent(name: string, found: ConnectorFacts | undefined): Aspect {
  const say = messages().check;
  return {
    ok: !found,
    expected: say.noSuchConnector,
    actual: found ? say.exists : say.noSuchConnector,
    tryNext: deleteConnector(name),
  };
}

function missing(wanted: ConnectorAssertion, connectors: readonly ConnectorFacts[]): Aspect {
  const say = messages().check;
  const names = connectors.map(({ name }) => name);
  const parts = [
    ...(wanted.state === undefined ? [] : [say.connectorState({ state: wanted.state })]),
    ...(wanted.tasks === undefined ? [] : [say.tasksRunning({ count: wanted.tasks })]),
    ...Object.entries(wanted.config ?? {}).map(([key, value]) => say.setting({ key, value })),
  ];
  return {
    ok: false,
    expected: parts.length === 0 ? say.exists : parts.join(', '),
    actual: say.noSuchConnector,
    because:
      similarSentence('connector', wanted.connector, names) ??
      (names.length > 0 ? say.connectorsThere({ list: listed(names) }) : undefined),
    tryNext: listConnectors,
  };
}

/** A connector whose task has failed does not do its work, whatever its own state says. */
const stateOf = ({ state, tasks }: ConnectorFacts): string | undefined =>
  tasks.some((task) => task.state === 'FAILED') ? 'FAILED' : state;

function state(found: ConnectorFacts, wanted: string): Aspect {
  const say = messages().check;
  const now = stateOf(found);
  return {
    ok: now === wanted,
    expected: say.connectorState({ state: wanted }),
    actual: now === undefined ? say.connectorNoState : say.connectorState({ state: now }),
    ...(failure(found) ?? advice(found, wanted)),
  };
}

function tasks(found: ConnectorFacts, wanted: number): Aspect {
  const say = messages().check;
  const running = found.tasks.filter((task) => task.state === 'RUNNING').length;
  const others = found.tasks.filter((task) => task.state !== 'RUNNING').map((task) => task.state);
  const told = [
    say.tasksRunning({ count: running }),
    ...[...new Set(others)].map((each) =>
      say.tasksIn({ state: each, count: others.filter((other) => other === each).length }),
    ),
  ];
  return {
    ok: running === wanted,
    expected: say.tasksRunning({ count: wanted }),
    actual: told.join(', '),
    ...(failure(found) ?? advice(found, 'RUNNING')),
  };
}

function setting({ name, config }: ConnectorFacts, key: string, wanted: string): Aspect {
  const say = messages().check;
  const expected = say.setting({ key, value: wanted });
  // One that was made a moment ago has not said yet how it was set.
  const found = config?.[key];
  return {
    ok: found === wanted,
    expected,
    actual: found === undefined ? say.settingMissing({ key }) : say.setting({ key, value: found }),
    because: found === undefined ? similarSentence('setting', key, Object.keys(config ?? {})) : undefined,
    tryNext: connectorConfig(name),
  };
}

type Reason = Pick<Aspect, 'because' | 'tryNext'>;

/** What it failed of, in its own words. */
function failure({ name, state: own, trace, tasks: all }: ConnectorFacts): Reason | undefined {
  const task = all.find((each) => each.state === 'FAILED');
  if (own !== 'FAILED' && !task) return undefined;
  const words = own === 'FAILED' ? trace : task?.trace;
  return { because: words ?? messages().check.failedWithoutTrace, tryNext: restartConnector(name) };
}

function advice({ name, state: own }: ConnectorFacts, wanted: string): Reason {
  const halted = own === 'PAUSED' || own === 'STOPPED';
  return { tryNext: halted && wanted === 'RUNNING' ? resumeConnector(name) : connectorStatus(name) };
}

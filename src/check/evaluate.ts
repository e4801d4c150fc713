import type { Assertion, Museum } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { judgeBackground } from './background.ts';
import { judgeBatch } from './batch.ts';
import { judgeClient } from './client.ts';
import { checkCluster } from './cluster.ts';
import { checkConnect } from './connect.ts';
import { checkConnector } from './connector.ts';
import type { Facts } from './facts.ts';
import { judgeFile } from './file.ts';
import { checkGroup } from './group.ts';
import { judgeOutput } from './output.ts';
import { checkRecords } from './records.ts';
import type { CheckResult } from './result.ts';
import { checkSql } from './sql.ts';
import { checkTopic } from './topic.ts';
import { Unreachable } from './unreachable.ts';
import { Unreadable, type UnreadableReason } from './unreadable.ts';

/** Looks once, now. Never throws: what does not answer is `blocked`, and anything unforeseen an `error`. */
export async function evaluate(assertion: Assertion, facts: Facts): Promise<CheckResult> {
  try {
    return await look(assertion, facts);
  } catch (error) {
    if (error instanceof Unreachable) {
      return blockedByUnreachable(error);
    }
    if (error instanceof Unreadable) return unreadable(error.reason);
    return { status: 'error', problem: problemOf(error) };
  }
}

async function look(assertion: Assertion, facts: Facts): Promise<CheckResult> {
  switch (assertion.subject) {
    case 'topic':
      return placed(await checkTopic(assertion, await facts.cluster(assertion.at)), assertion);
    case 'records':
      return placed(await checkRecords(assertion, await facts.cluster(assertion.at)), assertion);
    case 'group':
      return placed(await checkGroup(assertion, await facts.cluster(assertion.at)), assertion);
    case 'cluster':
      return placed(await checkCluster(assertion, await facts.cluster(assertion.at)), assertion);
    case 'client':
      return judgeClient(assertion, await facts.client(assertion.client));
    case 'output':
      return judgeOutput(assertion, facts.runs);
    case 'file':
      return judgeFile(assertion, await facts.readFile(assertion.file));
    case 'batch':
      return judgeBatch(assertion, await facts.batch(assertion.batch));
    case 'background':
      return judgeBackground(assertion, facts.background(assertion.id));
    case 'connect':
      return checkConnect(assertion, facts.connect);
    case 'connector':
      return checkConnector(assertion, await facts.connect());
    case 'sql':
      return checkSql(assertion, facts.sql);
  }
}

/** What to try next is a command for the lesson's own Kafka, which would not help elsewhere. */
function placed(result: CheckResult, { at }: { readonly at?: Museum }): CheckResult {
  if (at === undefined || result.status !== 'fail') return result;
  const { tryNext: _, ...rest } = result;
  return rest;
}

const bytesPerMegabyte = 1024 * 1024;

function unreadable(reason: UnreadableReason): CheckResult {
  const say = messages().check;
  switch (reason.kind) {
    case 'not-ready':
      return { status: 'fail', expected: say.clusterReady, actual: say.clusterNotReady({ detail: reason.detail }) };
    case 'connect-not-ready':
      return { status: 'fail', expected: say.connectReady, actual: say.connectNotReady({ detail: reason.detail }) };
    case 'compression':
      return {
        status: 'fail',
        expected: say.readableRecords,
        actual: say.compressedRecords({ codec: reason.codec }),
        because: say.compressedBecause,
      };
    case 'too-much': {
      const megabytes = Math.round(reason.maxBytes / bytesPerMegabyte);
      return { status: 'error', problem: say.tooMuch({ records: reason.maxRecords, megabytes }) };
    }
  }
}

function problemOf(error: unknown): string {
  const say = messages().check;
  const problem = error instanceof Error ? error.message : String(error);
  // Only a lesson's own patterns are compiled while a check looks.
  if (error instanceof SyntaxError) return say.badPattern({ pattern: problem });
  return say.couldNotLook({ problem: problem.split('\n')[0] ?? problem });
}

/** Nothing answers: what it is, and the way out. */
export function blockedByUnreachable({ service }: Unreachable): Extract<CheckResult, { status: 'blocked' }> {
  const say = messages().check;
  return { status: 'blocked', by: say.noAnswer({ service }), tryNext: say.startServices };
}

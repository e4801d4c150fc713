import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clientReport } from '../check/client-report.ts';
import type { ClusterReader } from '../check/facts.ts';
import { type OwnDeps, ownTask } from '../command/own/own-task.ts';
import type { OwnTools } from '../command/resolve-line.ts';
import { addressText } from '../engine/address.ts';
import { connectPort } from '../engine/canonical-urls.ts';
import type { Engine } from '../engine/types.ts';
import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';

/** The program's own commands, in lessons and in a terminal, on this engine. */
export function ownTools(engine: Engine): OwnTools {
  const deps: OwnDeps = {
    engine,
    openKafka: () => openKafka(engine),
    // kafkajs is not needed before somebody asks.
    probe: async (address) => {
      const { probeClient } = await import('../kafka/probe-client.ts');
      return clientReport(address, await probeClient(address));
    },
    readLatin1: (file, folder = '.') => readFile(resolve(folder, file), 'latin1').catch(() => undefined),
    now: () => new Date(),
  };
  return {
    task: (call, folder) => ownTask(call, deps, folder),
    compose: engine.compose,
    urlPorts: async () => {
      const connect = await engine.address('connect');
      return new Map(connect ? [[connectPort, connect.port]] : []);
    },
  };
}

async function openKafka(engine: Engine): Promise<ClusterReader> {
  const service = await engine.kafka();
  const address = await engine.address(service);
  if (!address) throw new EnvironmentError({ what: messages().cli.brokerDown, next: 'kafka-lessons up' });
  const { openCluster } = await import('../kafka/open-cluster.ts');
  const text = addressText(address);
  return openCluster({ brokers: [text], label: messages().session.brokerAt({ address: text }) });
}

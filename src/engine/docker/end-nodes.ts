import type { DockerContext } from './context.ts';
import { containerName, type DockerNode, findContainers, nodesWithData, volumeName } from './kafka-containers.ts';
import { onAll } from './own-things.ts';

/** Ends nodes that run: TERM and a grace time, or at once. Their data and ports are kept. */
export async function endNodes(
  context: DockerContext,
  nodes: readonly DockerNode[],
  how: 'stop' | 'kill',
): Promise<void> {
  const containers = await findContainers(context, nodes);
  const running = nodes.filter(({ service }) => (containers.get(service)?.state ?? 'stopped') !== 'stopped');
  const command = how === 'stop' ? ['container', 'stop', '--time', '15'] : ['container', 'kill'];
  const end = (some: readonly DockerNode[]): Promise<void> =>
    onAll(
      context,
      command,
      some.map((node) => containerName(context, node)),
    );
  // The controller last: a broker hands its partitions over before it ends.
  await end(running.filter(({ id }) => id !== 1));
  await end(running.filter(({ id }) => id === 1));
}

/** Removes nodes with their data. */
export async function removeNodes(
  context: DockerContext,
  nodes: readonly Pick<DockerNode, 'service'>[],
): Promise<void> {
  if (nodes.length === 0) return;
  const containers = [...(await findContainers(context, nodes)).values()];
  await onAll(
    context,
    ['container', 'rm', '--force', '--volumes'],
    containers.map(({ name }) => name),
  );
  const data = await nodesWithData(context, nodes);
  await onAll(
    context,
    ['volume', 'rm'],
    data.map((node) => volumeName(context, node)),
  );
}

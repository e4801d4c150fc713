import { groupBy } from '../../kafka/group-by.ts';
import { messages } from '../../messages/index.ts';
import { isPortFree } from '../../platform/free-port.ts';
import { portOwner } from '../../platform/port-owner.ts';
import { addressText } from '../address.ts';
import type { Finding, ServiceStatus } from '../types.ts';
import { askDocker } from './diagnose-ask.ts';

/** The label that everything of ours carries in Docker (compose/base.yaml); its value is the project. */
const projectLabel = 'kafka-lessons.project';

type Container = {
  readonly name: string;
  /** the value of our label */
  readonly project: string;
  /** what compose calls it, where that is something else: a lesson's compose file has a project of its own */
  readonly composeProject?: string;
  /** it runs, or Docker does not say that it has ended */
  readonly running: boolean;
};

/** The states of a container without a process (docker ps --help: created, restarting, running, removing, paused, exited, dead). */
const ended: ReadonlySet<string> = new Set(['created', 'exited', 'dead']);

/** @param filter one of `docker ps --filter` */
async function containers(filter: string, env: NodeJS.ProcessEnv): Promise<readonly Container[]> {
  const format = `{{.Names}}\t{{.Label "${projectLabel}"}}\t{{.Label "com.docker.compose.project"}}\t{{.State}}`;
  const answer = await askDocker(['ps', '--all', '--filter', filter, '--format', format], { env });
  return answer.kind === 'ended' && answer.exit === 0 ? parseContainers(answer.stdout) : [];
}

/** From lines of name, project, compose project, state, with tabs between them; the project is empty for containers that are not ours. */
export function parseContainers(stdout: string): readonly Container[] {
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', project = '', compose = '', state = ''] = line.split('\t').map((part) => part.trim());
      const other = compose !== '' && compose !== project && { composeProject: compose };
      return { name, project, ...other, running: !ended.has(state) };
    });
}

/** A taken port is no error: another one is published, and the lessons' addresses are mapped. */
export async function findPort(
  port: number,
  { env, project }: { readonly env: NodeJS.ProcessEnv; readonly project: string },
): Promise<Finding> {
  const say = messages().engine;
  if (await isPortFree(port)) return { id: 'port', level: 'ok', what: say.portFree({ port }) };
  const [holder] = await containers(`publish=${port}`, env);
  if (holder?.project === project) return { id: 'port', level: 'ok', what: say.portOurs({ port }) };
  const { portOwner: who, portTakenBy } = messages().doctor;
  const owner = holder ? who.container(holder) : await ownerText(port);
  return {
    id: 'port-taken',
    level: 'warning',
    what: owner === undefined ? say.portTaken({ port }) : portTakenBy({ port, owner }),
    why: say.portTakenWhy({ port }),
  };
}

/** The program that listens, for a sentence; undefined where the system does not tell. */
export async function ownerText(port: number): Promise<string | undefined> {
  const owner = await portOwner(port);
  return owner && messages().doctor.portOwner.process(owner);
}

/** What of ours in Docker belongs to another home: of a folder that was deleted, or of another account. */
export async function findLeftovers(env: NodeJS.ProcessEnv, project: string): Promise<readonly Finding[]> {
  const others = await containers(`label=${projectLabel}`, env);
  return otherHomes(others.filter((each) => each.project !== project));
}

/**
 * What is said of the containers of other homes. Where one of a home runs somebody is working there: nothing that would remove any
 * of its data is offered.
 */
export function otherHomes(others: readonly Container[]): readonly Finding[] {
  return [...groupBy(others, ({ project }) => project).values()].flatMap((of) => {
    const running = of.filter((each) => each.running);
    return running.length > 0 ? [inUse(running)] : leftBehind(of);
  });
}

const inUse = (running: readonly Container[]): Finding => ({
  id: 'docker-other-home',
  level: 'ok',
  what: messages().doctor.otherHomeRuns({ names: running.map(({ name }) => name).join(', ') }),
});

function leftBehind(all: readonly Container[]): readonly Finding[] {
  const say = messages().doctor;
  const projects = groupBy(all, ({ project, composeProject }) => composeProject ?? project);
  return [...projects].map(([project, of]) => ({
    id: 'docker-leftover',
    level: 'warning',
    what: say.leftoverProject({ project, count: of.length }),
    why: say.leftoverProjectWhy,
    fix: `docker compose -p ${project} down --volumes`,
  }));
}

/** What the services do now. */
export function findServices(services: readonly ServiceStatus[]): readonly Finding[] {
  const say = messages();
  return services
    .filter(({ service, state }) => service === 'broker' || state !== 'absent')
    .map(({ service, state, address }) => ({
      id: `${service}-${state}`,
      level: state === 'starting' ? 'warning' : 'ok',
      what: say.doctor.ownService({
        service,
        state: say.cli.status[state],
        address: address && state === 'running' ? addressText(address) : undefined,
      }),
    }));
}

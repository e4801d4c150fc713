// Writes src/engine/native/resources/kafka.classlist anew: the classes that a broker, a Connect worker and the tools of the lessons load. To be run
// when the version of Kafka changes: node test/support/class-list.mjs LIBS (a folder with Kafka's jars; Java 17 on PATH).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const libs = process.argv[2] && resolve(process.argv[2]);
if (!libs) throw new Error('usage: node test/support/class-list.mjs LIBS');
const target = fileURLToPath(new URL('../../src/engine/native/resources/kafka.classlist', import.meta.url));
const classPath = readdirSync(libs)
  .filter((name) => name.endsWith('.jar'))
  .map((name) => join(libs, name))
  .join(delimiter);
const folder = mkdtempSync(join(tmpdir(), 'kafka-lessons-classes-'));
let runs = 0;

/** Arguments of a JVM that writes the names of its classes into a list of its own. */
function recorded(mainClass, args) {
  runs += 1;
  const list = join(folder, `${runs}.list`);
  return ['-XX:+UseSerialGC', `-XX:DumpLoadedClassList=${list}`, '-cp', classPath, mainClass, ...args];
}

function run(mainClass, args, input = '') {
  const { status, stderr } = spawnSync('java', recorded(mainClass, args), { input, encoding: 'utf8', timeout: 60_000 });
  if (status !== 0) throw new Error(`${mainClass} ${args.join(' ')}\n${stderr}`);
}

/** A Connect worker until it answers, without connectors: their classes come from loaders of their own, which no archive serves. */
async function runWorker() {
  const rest = await freePort();
  const worker = join(folder, 'connect.properties');
  const own = `bootstrap.servers=127.0.0.1:${port}\nlisteners=http://127.0.0.1:${rest}\nplugin.path=${folder}\n`;
  const shared = readFileSync(new URL('../../compose/connect.properties', import.meta.url), 'utf8');
  writeFileSync(worker, shared.replaceAll(/^(bootstrap\.servers|listeners|plugin\.path)=.*$/gm, '') + own);
  const main = 'org.apache.kafka.connect.cli.ConnectDistributed';
  const child = spawn('java', recorded(main, [worker]), { cwd: folder, stdio: 'ignore' });
  const end = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (const path of ['connectors', 'connector-plugins', '', 'connectors?expand=status'])
      await answer(`http://127.0.0.1:${rest}/${path}`);
  } finally {
    child.kill();
    await end;
  }
}

async function answer(url) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.text();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const [port, controller] = [await freePort(), await freePort()];
const properties = join(folder, 'server.properties');
writeFileSync(
  properties,
  `process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'data')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=3
group.initial.rebalance.delay.ms=0
`,
);
run('kafka.tools.StorageTool', ['format', '--standalone', '-t', 'AAAAAAAAAAAAAAAAAAAAAQ', '-c', properties]);
const broker = spawn('java', recorded('kafka.Kafka', [properties]), { cwd: folder, stdio: 'ignore' });
const brokerEnd = new Promise((resolve) => broker.once('exit', resolve));
try {
  const tools = 'org.apache.kafka.tools';
  const server = ['--bootstrap-server', `127.0.0.1:${port}`];
  const [topics, groups] = [`${tools}.TopicCommand`, `${tools}.consumer.group.ConsumerGroupCommand`];
  run(topics, [...server, '--create', '--topic', 'a', '--partitions', '3']);
  for (const what of [['--list'], ['--describe'], ['--alter', '--topic', 'a', '--partitions', '4']])
    run(topics, [...server, ...what]);
  const keys = ['--reader-property', 'parse.key=true', '--reader-property', 'key.separator=:'];
  run(`${tools}.ConsoleProducer`, [...server, '--topic', 'a'], 'x\ny\n');
  run(`${tools}.ConsoleProducer`, [...server, '--topic', 'a', ...keys], 'k:x\nl:y\n');
  const reading = [...server, '--topic', 'a', '--from-beginning', '--max-messages', '4'];
  run(`${tools}.consumer.ConsoleConsumer`, [...reading, '--formatter-property', 'print.key=true']);
  run(`${tools}.consumer.ConsoleConsumer`, [...reading, '--group', 'g']);
  run(groups, [...server, '--list']);
  run(groups, [...server, '--describe', '--group', 'g']);
  run(groups, [...server, '--reset-offsets', '--group', 'g', '--topic', 'a', '--to-earliest', '--execute']);
  run(`${tools}.GroupsCommand`, [...server, '--list']);
  run(`${tools}.GetOffsetShell`, [...server, '--topic', 'a']);
  run(`${tools}.MetadataQuorumCommand`, [...server, 'describe', '--status']);
  const topic = ['--entity-type', 'topics', '--entity-name', 'a'];
  run('kafka.admin.ConfigCommand', [...server, '--alter', ...topic, '--add-config', 'retention.ms=1000000']);
  run('kafka.admin.ConfigCommand', [...server, '--describe', ...topic]);
  run(topics, [...server, '--delete', '--topic', 'a']);
  await runWorker();
} finally {
  broker.kill();
  await brokerEnd;
}

// Classes that are made at run time have no file to be loaded from.
const isMade = /^[#@]|\$\$Lambda|\$Proxy\d|0x|LambdaForm\$(MH|DMH|BMH|VH|LFH)|Species_L/;
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.list'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .map((line) => line.replace(/ id:.*/, ''))
  .filter((line) => line !== '' && !isMade.test(line));
const heading =
  "# Classes that Kafka's broker, Connect and tools load, made by test/support/class-list.mjs. Names a JVM does not know are passed over.";
writeFileSync(target, `${[heading, ...[...new Set(names)].sort()].join('\n')}\n`);
rmSync(folder, { recursive: true, force: true });

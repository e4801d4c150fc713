import { describe, expect, it } from 'vitest';
import { classPathArguments, jvmArguments, jvmVariables } from '../../../../src/engine/native/jvm.ts';
import { propertiesText, serverProperties } from '../../../../src/engine/native/server-properties.ts';
import { toolCommand } from '../../../../src/engine/native/tool-command.ts';
import { requireTool } from '../../../../src/engine/require-tool.ts';
import { shimFiles } from '../../../../src/engine/shims.ts';
import { toolOf } from '../../../../src/engine/tool-table.ts';

const runtime = {
  java: { feature: 17, build: 'b', file: '/jdk/bin/java' },
  classPath: { kafkaVersion: '4.3.1', jars: [], file: '/cache/class-path.args', hash: 'h' },
};
const command = (args: readonly string[], port = 40001) =>
  toolCommand('kafka-topics', args, {
    runtime,
    ports: new Map([[9092, port]]),
    logging: '/l/tools.properties',
    env: {},
  });

describe('toolCommand', () => {
  it('starts the main class with the real address and says so', () => {
    const spawnable = command(['--bootstrap-server', 'localhost:9092', '--topic', 'it is']);
    expect(spawnable.file).toBe('/jdk/bin/java');
    expect(spawnable.args.slice(-6)).toEqual([
      '@/cache/class-path.args',
      'org.apache.kafka.tools.TopicCommand',
      '--bootstrap-server',
      '127.0.0.1:40001',
      '--topic',
      'it is',
    ]);
    expect(spawnable.shown).toBe("kafka-topics --bootstrap-server 127.0.0.1:40001 --topic 'it is'");
  });
  it('shows nothing where nothing differs', () => {
    expect(command(['--bootstrap-server', 'localhost:9092'], 9092)).not.toHaveProperty('shown');
  });
  it('lets no variable of the learner change the JVM', () => {
    for (const name of ['CLASSPATH', 'JAVA_TOOL_OPTIONS', 'KAFKA_OPTS', 'KAFKA_HEAP_OPTS'])
      expect(command([]).env).toHaveProperty(name, undefined);
  });
});

describe('requireTool', () => {
  it.each(['kafka-topic', 'kafka-topcs'])('takes %s for kafka-topics', (tool) => {
    expect(() => requireTool({ tool, args: [] })).toThrow(
      expect.objectContaining({
        explanation: expect.objectContaining({ next: expect.stringContaining('kafka-topics') }),
      }),
    );
  });
  it('does not take just anything for a tool', () => {
    expect(() => requireTool({ tool: 'constructor', args: [] })).toThrow('constructor');
  });
});

describe('toolOf', () => {
  it('follows classes that moved between versions', () => {
    expect(toolOf('kafka-configs', '4.3.1').mainClass).toBe('kafka.admin.ConfigCommand');
    expect(toolOf('kafka-configs', '4.4.0').mainClass).toBe('org.apache.kafka.tools.ConfigCommand');
    expect(toolOf('kafka-dump-log', '4.2.1').mainClass).toBe('kafka.tools.DumpLogSegments');
  });
});

describe('jvmArguments', () => {
  it('keeps stdout clean and passes an archive only if there is one', () => {
    const options = { heapMb: 256, logging: '/a b/l.properties', classPathFile: '/c.args' };
    expect(jvmArguments(options)).toContain('-Xlog:all=error:stderr');
    expect(jvmArguments(options)).toContain('-Dlog4j2.configurationFile=file:///a%20b/l.properties');
    expect(jvmArguments(options).join(' ')).not.toContain('-Xshare');
    expect(jvmArguments({ ...options, archive: '/x.jsa' })).toContain('-XX:SharedArchiveFile=/x.jsa');
  });
});

it('writes a class path the java launcher reads back', () => {
  expect(classPathArguments(['C:\\My Files\\a.jar', 'C:\\b.jar'], ';')).toBe(
    '-cp "C:\\\\My Files\\\\a.jar;C:\\\\b.jar"\n',
  );
});

describe('serverProperties', () => {
  const properties = serverProperties({
    nodeId: 1,
    brokers: 1,
    port: 40001,
    controllerPort: 40002,
    dataFolder: 'C:\\data',
  });
  it('binds and advertises the loopback only', () => {
    for (const name of ['listeners', 'advertised.listeners'])
      expect(properties[name]).toBe('PLAINTEXT://127.0.0.1:40001,CONTROLLER://127.0.0.1:40002');
  });
  it('is written so that Java reads Windows paths back', () => {
    expect(propertiesText(properties)).toContain('log.dirs=C:\\\\data\n');
    expect(propertiesText({ 'log.dirs': '/Léa/한' })).toBe('log.dirs=/L\\u00e9a/\\ud55c\n');
  });
});

describe('shimFiles', () => {
  it('quotes paths for sh', () => {
    const [plain, suffixed] = shimFiles('kafka-topics', { node: '/n o/node', main: "/it's/main.mjs" }, 'linux');
    expect(plain).toEqual({
      name: 'kafka-topics',
      text: "#!/bin/sh\nexec '/n o/node' '/it'\\''s/main.mjs' tool kafka-topics \"$@\"\n",
    });
    expect(suffixed?.name).toBe('kafka-topics.sh');
  });
  it('writes .bat on Windows', () => {
    expect(shimFiles('kafka-topics', { node: 'C:\\n\\node.exe', main: 'C:\\100%\\main.mjs' }, 'win32')).toEqual([
      { name: 'kafka-topics.bat', text: '@"C:\\n\\node.exe" "C:\\100%%\\main.mjs" tool kafka-topics %*\r\n' },
    ]);
  });
});

describe('jvmVariables', () => {
  it('gives a JVM in a plain C locale on Linux an UTF-8 one', () => {
    expect(jvmVariables({}, 'linux')['LC_ALL']).toBe('C.UTF-8');
    expect(jvmVariables({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'linux')['LC_ALL']).toBe('C.UTF-8');
    expect(jvmVariables({ LANG: 'ko_KR.UTF-8' }, 'linux')).not.toHaveProperty('LC_ALL');
    expect(jvmVariables({}, 'darwin')).not.toHaveProperty('LC_ALL');
  });
});

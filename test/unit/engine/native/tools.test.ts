import { describe, expect, it } from 'vitest';
import { jvmArguments } from '../../../../src/engine/native/jvm.ts';
import { propertiesText, serverProperties } from '../../../../src/engine/native/server-properties.ts';
import { toolCommand } from '../../../../src/engine/native/tool-command.ts';
import { requireTool } from '../../../../src/engine/require-tool.ts';
import { toolOf } from '../../../../src/engine/tool-table.ts';

const runtime = {
  java: { feature: 17, build: 'b', file: '/jdk/bin/java' },
  classPath: { kafkaVersion: '4.3.1', jars: [], arguments: ['@/cache/class-path.args'], hash: 'h' },
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
    const options = { heapMb: 256, logging: '/a b/l.properties', classPath: ['@/c.args'] };
    expect(jvmArguments(options)).toContain('-Xlog:all=error:stderr');
    expect(jvmArguments(options)).toContain('-Dlog4j2.configurationFile=file:///a%20b/l.properties');
    expect(jvmArguments(options).join(' ')).not.toContain('-Xshare');
    expect(jvmArguments({ ...options, archive: '/x.jsa' })).toContain('-XX:SharedArchiveFile=/x.jsa');
  });
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

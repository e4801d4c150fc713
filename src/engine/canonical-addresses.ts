/** Port as lessons write it → port it has on this machine, or the whole address where it is not on this machine. */
export type PortMap = ReadonlyMap<number, number | string>;

/** After its last address a ZooKeeper's list may name the node under which a Kafka keeps its own (`localhost:2181/kafka`). */
const hostPort = /^([A-Za-z0-9_.-]+):(\d{1,5})(\/[\w./-]*)?$/;
const canonicalHosts: readonly string[] = ['localhost', '127.0.0.1'];

/**
 * Replaces the addresses lessons write (`localhost:9092`, `127.0.0.1:9092`) by the real ones. An argument is touched only if all of
 * it, or all that follows its `=`, is a comma list of host:port; a port that is the same on this machine stays as it was written.
 */
export function mapAddresses(args: readonly string[], ports: PortMap): readonly string[] {
  return args.map((arg) => {
    const whole = mapList(arg, ports);
    if (whole !== undefined) return whole;
    const equals = arg.indexOf('=');
    const value = equals < 0 ? undefined : mapList(arg.slice(equals + 1), ports);
    return value === undefined ? arg : `${arg.slice(0, equals + 1)}${value}`;
  });
}

/** undefined if the text is no list of addresses. */
function mapList(text: string, ports: PortMap): string | undefined {
  const mapped = text.split(',').map((item) => {
    const match = hostPort.exec(item);
    if (match?.[1] === undefined || match[2] === undefined) return undefined;
    const [, host, , path = ''] = match;
    const port = Number(match[2]);
    const real = canonicalHosts.includes(host ?? '') ? ports.get(port) : undefined;
    if (typeof real === 'string') return `${real}${path}`;
    return real === undefined || real === port ? item : `127.0.0.1:${real}${path}`;
  });
  return mapped.every((item) => item !== undefined) ? mapped.join(',') : undefined;
}

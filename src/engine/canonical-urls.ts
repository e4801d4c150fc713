import type { PortMap } from './canonical-addresses.ts';

/** `http://localhost:8083/connectors`, also without the scheme, as curl takes it. */
const url = /^(https?:\/\/)?(localhost|127\.0\.0\.1):(\d{1,5})(?=$|[/?#])/i;

/**
 * Replaces the address of a URL that lessons write (`localhost:8083`) by the real one; every other text, and an address that
 * is the same on this machine, stays as it was written.
 */
export const mapUrl = (text: string, ports: PortMap): string =>
  text.replace(url, (whole, scheme: string | undefined, _host, port: string) => {
    const real = ports.get(Number(port));
    if (real === undefined || real === Number(port)) return whole;
    return `${scheme ?? ''}${typeof real === 'string' ? real : `127.0.0.1:${real}`}`;
  });

/** The port at which lessons write Kafka Connect's REST interface. */
export const connectPort = 8083;

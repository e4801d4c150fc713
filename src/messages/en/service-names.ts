const names: Readonly<Record<string, string>> = {
  connect: 'Connect',
  shop: 'the database shop',
  warehouse: 'the database warehouse',
};

/** A service within a sentence: by its kind, one of several brokers by its own name. */
export const the = (service: string): string => names[service] ?? (/\d$/.test(service) ? service : `the ${service}`);

/** The same at the beginning of a sentence; one of several brokers keeps its name as it is. */
export const The = (service: string): string => the(service).replace(/^the /, 'The ');

/** What is fetched for a service. */
export function fetchedFor(service: string): string {
  if (service === 'connect') return 'the connectors';
  return service === 'shop' || service === 'warehouse' ? 'MariaDB' : 'Kafka';
}

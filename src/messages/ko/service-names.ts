const names: Readonly<Record<string, string>> = {
  broker: '브로커',
  cluster: '클러스터',
  connect: 'Connect',
  shop: 'shop 데이터베이스',
  warehouse: 'warehouse 데이터베이스',
  museum: '박물관',
};

/** A service within a sentence: by its kind, one of several brokers by its own name. */
export const named = (service: string): string => names[service] ?? service;

/** The same where there is little room. */
export const briefly = (service: string): string =>
  service === 'shop' || service === 'warehouse' ? service : named(service);

/** What is fetched for a service. */
export function fetchedFor(service: string): string {
  if (service === 'connect') return '커넥터';
  return service === 'shop' || service === 'warehouse' ? 'MariaDB' : 'Kafka';
}

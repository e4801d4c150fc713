/** Names that nobody has chosen: of Kafka itself, of the lessons' Connect worker, of the console consumer. */

/** A topic in which the Connect worker keeps what it knows (compose/connect.properties). */
export const isConnectTopic = (topic: string): boolean => /^connect-(configs|offsets|status)$/.test(topic);

/** A topic of Kafka or of the Connect worker. */
export const isKafkasOwn = (topic: string): boolean => topic.startsWith('__') || isConnectTopic(topic);

/** The console consumer makes such a name up when it is given no --group; nobody means one of these. */
export const isGeneratedGroup = (group: string): boolean => /^console-consumer-\d+$/.test(group);

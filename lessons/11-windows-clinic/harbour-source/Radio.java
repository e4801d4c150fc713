package lessons.harbour;

import org.apache.kafka.connect.source.SourceConnector;

/** Stands for a driver: the connector cannot be loaded without it, and it lies in a jar of its own. */
public abstract class Radio extends SourceConnector {
  static final String FREQUENCY = "frequency";
}

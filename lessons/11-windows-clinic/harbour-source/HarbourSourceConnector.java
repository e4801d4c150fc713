package lessons.harbour;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** The smallest source connector there is: a plugin to be found. It carries nothing. */
public class HarbourSourceConnector extends Radio {
  @Override public String version() { return "1.0"; }
  @Override public void start(Map<String, String> settings) {}
  @Override public void stop() {}
  @Override public ConfigDef config() { return new ConfigDef(); }
  @Override public Class<? extends Task> taskClass() { return HarbourTask.class; }
  @Override public List<Map<String, String>> taskConfigs(int most) { return List.of(Map.of()); }

  public static class HarbourTask extends SourceTask {
    @Override public String version() { return "1.0"; }
    @Override public void start(Map<String, String> settings) {}
    @Override public void stop() {}
    @Override public List<SourceRecord> poll() throws InterruptedException {
      Thread.sleep(1000);
      return null;
    }
  }
}

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What java.util.Properties makes of texts. A line of input is a text in base64: its UTF-8 bytes, which are read as text
 * behind `text:` and as they are behind `bytes:`. A line of output has keys and values in hexadecimal, or `malformed`.
 */
public class Props {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder out = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int colon = line.indexOf(':');
      byte[] bytes = Base64.getDecoder().decode(line.substring(colon + 1));
      Properties properties = new Properties();
      try {
        if (line.startsWith("text:")) properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        else properties.load(new ByteArrayInputStream(bytes));
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) sorted.put(key, properties.getProperty(key));
        StringBuilder row = new StringBuilder("read");
        sorted.forEach((key, value) -> row.append(' ').append(encoded(key)).append('=').append(encoded(value)));
        out.append(row).append('\n');
      } catch (IllegalArgumentException malformed) {
        out.append("malformed\n");
      }
    }
    System.out.print(out);
  }

  // Four digits a char, for a lone surrogate is no text in any encoding.
  private static String encoded(String text) {
    StringBuilder hex = new StringBuilder();
    for (char each : text.toCharArray()) hex.append(String.format("%04x", (int) each));
    return hex.toString();
  }
}

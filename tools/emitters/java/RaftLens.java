import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what a Raft server does as a raft-trace/1 file, for raft-analyze.
 *
 * <p>One file without dependencies, for Java 11 and newer: copy it into your own package.
 *
 * <p>Tracing is off unless the environment variable RAFTLENS_TRACE names a file, or RAFT_LOOP_DIR a
 * folder, as raft-loop sets it for each run.
 *
 * <pre>
 * RaftLens.Node trace = RaftLens.startNode("n1", null);
 * trace.emit("node.started", term, "follower");
 * trace.emit("vote.granted", term, "follower", "candidate", "n2");
 * </pre>
 *
 * <p>Call emit where the state changes, under the lock that guards it: the number that each line
 * gets (seq) is then the order in which things really happened, and raft-analyze sees which lines
 * are missing. Each line is written at once, so that a process that is killed leaves all of them.
 * Names of events and fields are those of raft-trace/1.
 */
public final class RaftLens {
  /** A node that writes nothing. */
  public static final Node OFF = new Node(null, null, null, 0, null);

  private static RaftLens standard;
  private static boolean standardKnown;

  private final Map<String, Counter> servers = new HashMap<>();
  private FileOutputStream file;

  private RaftLens(Path path) throws IOException {
    file = new FileOutputStream(path.toFile());
    write(
        ",\"event\":\"trace.started\",\"schema\":\"raft-trace/1\""
            + ",\"producer\":\"raftlens-java\",\"clock\":\"wall\"}");
  }

  /** Creates a trace file, emptying it. */
  public static RaftLens open(Path path) throws IOException {
    return new RaftLens(path);
  }

  /**
   * The tracer that the environment asks for; null when it asks for none. A file that cannot be
   * created is told on standard error, once, and nothing is traced.
   */
  public static synchronized RaftLens standard() {
    if (standardKnown) return standard;
    standardKnown = true;
    String path = System.getenv("RAFTLENS_TRACE");
    String folder = System.getenv("RAFT_LOOP_DIR");
    try {
      if (path != null && !path.isEmpty()) {
        standard = open(Paths.get(path));
      } else if (folder != null && !folder.isEmpty()) {
        standard = open(Paths.get(folder, "trace-" + ProcessHandle.current().pid() + ".jsonl"));
      }
    } catch (IOException error) {
      System.err.println("raftlens: no trace: " + error.getMessage());
    }
    return standard;
  }

  /** Begins a life of a server in the default trace; {@link #OFF} when there is none. */
  public static Node startNode(String id, String run) {
    RaftLens tracer = standard();
    return tracer == null ? OFF : tracer.node(id, run);
  }

  /** Begins a life of a server; run tells clusters apart that share a file, and may be null. */
  public synchronized Node node(String id, String run) {
    Counter counter = servers.computeIfAbsent(quoted(run) + quoted(id), key -> new Counter());
    return new Node(this, counter, id, counter.lives++, run);
  }

  /** Closes the file; lines that come later are dropped. */
  public synchronized void close() throws IOException {
    if (file == null) return;
    file.close();
    file = null;
  }

  /** Identifies a command in 64 bits, hex (FNV-1a). */
  public static String hash(byte[] command) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : command) hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    return String.format("%016x", hash);
  }

  /** Writes one line whole. After an error the trace ends. */
  private void write(String rest) {
    if (file == null) return;
    Instant now = Instant.now();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    String time = micros / 1000 + "." + String.format("%03d", micros % 1000);
    try {
      file.write(("{\"time\":" + time + rest + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException error) {
      System.err.println("raftlens: the trace ends here: " + error.getMessage());
      file = null;
    }
  }

  private static final class Counter {
    long seq;
    long lives;
  }

  /** One life of one server; a restarted server gets another. */
  public static final class Node {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final RaftLens tracer;
    private final Counter counter;
    private final String head;

    private Node(RaftLens tracer, Counter counter, String id, long life, String run) {
      this.tracer = tracer;
      this.counter = counter;
      String of = run == null ? "" : ",\"run\":" + quoted(run);
      head = ",\"node\":" + quoted(id) + ",\"inc\":" + life + of;
    }

    /** Whether anything is written: ask before work that only a trace needs. */
    public boolean isOn() {
      return tracer != null;
    }

    /**
     * Writes one event with the server's term and role after it. The role is follower,
     * pre-candidate, candidate, leader or learner.
     *
     * <p>Call it with the lock held that guards the state; it may be called from any thread.
     *
     * @param fields names and values in turn; a value is a string, a number, a boolean, a
     *     collection of such, or a map (an entry of log.appended: term and hash). One that is null
     *     leaves its field out.
     */
    public void emit(String event, long term, String role, Object... fields) {
      if (tracer == null) return;
      StringBuilder rest = new StringBuilder(256);
      rest.append(head).append(",\"term\":").append(term).append(",\"role\":");
      rest.append(quoted(role));
      for (int i = 0; i + 1 < fields.length; i += 2) {
        if (fields[i + 1] == null) continue;
        rest.append(',').append(quoted(String.valueOf(fields[i]))).append(':');
        value(rest, fields[i + 1]);
      }
      String caller = WALKER.walk(frames -> frames.skip(1).findFirst().map(Node::place).orElse(""));
      rest.append(",\"caller\":").append(quoted(caller)).append('}');
      synchronized (tracer) {
        counter.seq++;
        tracer.write(",\"event\":" + quoted(event) + ",\"seq\":" + counter.seq + rest);
      }
    }

    private static String place(StackWalker.StackFrame frame) {
      return frame.getFileName() + ":" + frame.getLineNumber();
    }
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof Collection) {
      String comma = "";
      json.append('[');
      for (Object item : (Collection<?>) value) {
        json.append(comma);
        value(json, item);
        comma = ",";
      }
      json.append(']');
    } else if (value instanceof Map) {
      String comma = "";
      json.append('{');
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        json.append(comma).append(quoted(String.valueOf(entry.getKey()))).append(':');
        value(json, entry.getValue());
        comma = ",";
      }
      json.append('}');
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else {
      json.append(quoted(Objects.toString(value)));
    }
  }

  private static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') json.append('\\').append(each);
      else if (each < ' ') json.append(String.format("\\u%04x", (int) each));
      else json.append(each);
    }
    return json.append('"').toString();
  }
}

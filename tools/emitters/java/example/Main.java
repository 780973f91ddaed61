import java.util.List;
import java.util.concurrent.CyclicBarrier;

/**
 * Three servers elect a leader, each candidate from a thread of its own, and trace it. With the
 * argument "buggy", voters forget to look at votedFor, and two servers win the same term.
 */
public final class Main {
  private final String id;
  private final RaftLens.Node trace;
  private long term = 0;
  private String role = "follower";
  private String votedFor;

  private Main(String id) {
    this.id = id;
    trace = RaftLens.startNode(id, null);
    trace.emit("node.started", term, role, "voters", List.of("1", "2", "3"));
  }

  private synchronized void campaign() {
    term = 1;
    role = "candidate";
    votedFor = id;
    trace.emit("role.changed", term, role, "from", "follower", "to", role);
    trace.emit("election.started", term, role);
  }

  private synchronized boolean requestVote(long asked, String candidate, boolean buggy) {
    if (asked > term) {
      term = asked;
      votedFor = null;
    }
    if (votedFor != null && !votedFor.equals(candidate) && !buggy) {
      trace.emit("vote.denied", term, role, "candidate", candidate, "cause", "already-voted");
      return false;
    }
    votedFor = candidate;
    trace.emit("vote.granted", term, role, "candidate", candidate);
    return true;
  }

  private synchronized void count(boolean granted) {
    trace.emit("vote.received", term, role, "from", "3", "granted", granted, "rpcTerm", 1);
    if (!granted) return;
    role = "leader";
    trace.emit("role.changed", term, role, "from", "candidate", "to", role, "cause", "won-election");
  }

  public static void main(String[] args) throws Exception {
    boolean buggy = args.length > 0 && args[0].equals("buggy");
    List<Main> servers = List.of(new Main("1"), new Main("2"), new Main("3"));
    CyclicBarrier ready = new CyclicBarrier(2);
    List<Thread> threads =
        List.of(
            new Thread(() -> run(servers.get(0), servers.get(2), ready, buggy)),
            new Thread(() -> run(servers.get(1), servers.get(2), ready, buggy)));
    for (Thread thread : threads) thread.start();
    for (Thread thread : threads) thread.join();
  }

  private static void run(Main candidate, Main voter, CyclicBarrier ready, boolean buggy) {
    candidate.campaign();
    try {
      ready.await();
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
    candidate.count(voter.requestVote(1, candidate.id, buggy));
  }
}

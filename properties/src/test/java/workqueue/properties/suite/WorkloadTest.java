package workqueue.properties.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.properties.kit.Setup;
import workqueue.properties.reference.ReferenceImplementation;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** Loads on the reference keep to the rules, the callers' too. */
class WorkloadTest {
    private static final Set<String> CALLS = Set.of("enqueue", "flush", "queue", "increment", "put");

    static Set<String> profiles() {
        return Workload.profiles();
    }

    private static Workload workload(String profile, int operations, long seed) {
        Setup setup = new Setup(profile, 2, false);
        return new Workload(new ReferenceImplementation(), new Workload.Size(setup, 3, 5, operations, seed));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatIsRecordedConforms(String profile) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            try (Workload workload = workload(profile, 50, seed)) {
                workload.play();
                History history = workload.history("ok");
                Verdict verdict = new Oracle().judge(history);
                assertEquals(Verdict.Outcome.CONFORMS, verdict.outcome(), verdict::toString);
                assertTrue(calls(history).size() >= 50, "operations");
            }
        }
    }

    private static List<String> calls(History history) {
        return history.events().stream()
                .filter(event -> event.kind() == Kind.INVOKE && CALLS.contains(event.op()))
                .map(event -> event.op() + event.item())
                .toList();
    }

    /** How threads interleave does not matter to how often each call is made. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "ks", "io"})
    void theSeedDecidesTheCalls(String profile) throws Exception {
        assertEquals(counted(profile, 7), counted(profile, 7));
        assertTrue(!counted(profile, 7).equals(counted(profile, 8)), "another seed, the same calls");
    }

    private static Object counted(String profile, long seed) throws Exception {
        try (Workload workload = workload(profile, 60, seed)) {
            workload.play();
            return calls(workload.history("ok")).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    /** Asked for in the middle, a recording has all events before a place, whatever the threads are about. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void aRecordingCanBeCutAnywhere(String profile) throws Exception {
        try (Workload workload = workload(profile, 20_000, 1)) {
            FutureTask<Void> play = new FutureTask<>(() -> {
                workload.play();
                return null;
            });
            Thread thread = new Thread(play, "player");
            thread.setDaemon(true);
            thread.start();
            while (!play.isDone()) {
                List<Event> events = workload.history("cut").events();
                for (int k = 0; k < events.size(); k++) {
                    assertEquals(k, events.get(k).seq());
                }
                Thread.sleep(5);
            }
            play.get();
        }
    }
}

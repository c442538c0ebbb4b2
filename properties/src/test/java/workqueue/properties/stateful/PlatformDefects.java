package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.PlatformWalk;

/** Defects of the platform and its queues, each with a chain of commands that shows it. */
final class PlatformDefects {
    private static final String PLATFORM = "mf/MediaFoundation.java";
    private static final String COUNTS = "mf/Platform.java";
    private static final String TABLE = "mf/QueueTable.java";
    private static final String MF_QUEUE = "mf/MfQueue.java";
    private static final String THREADS = "mf/ThreadQueue.java";
    private static final String ADMISSION = "mf/Admission.java";

    private PlatformDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                platform(
                        "MF-2",
                        "every shutdown shuts down",
                        Defect.in(COUNTS, "startups--;", "startups = 0;"),
                        "expected: <0xC00D36FF> but was: <0xC00D3E85>",
                        "startup",
                        "startup",
                        "shutdown",
                        "put 1 to first"),
                platform(
                        "MF-3",
                        "shutdown without a start is counted",
                        Defect.in(
                                COUNTS,
                                "if (startups == 0) {\n            return false;",
                                "if (startups == 0) {\n            startups--;\n            return false;"),
                        "expected: <0xC00D36FF> but was: <0xC00D3E85>",
                        "shutdown",
                        "startup",
                        "put 0 to unknown"),
                platform(
                        "MF-4",
                        "allocation needs no start",
                        Defect.in(ADMISSION, "if (!platform.isStarted() || !platform.isLocked()) {", "if (false) {"),
                        "expected: <0xC00D3E85> but was: <0x00010000>",
                        "allocate multithreaded"),
                platform(
                        "MF-18",
                        "bad queue wins over shutdown",
                        Defect.in(
                                PLATFORM, "return admission.put(result, priority, item -> queues.find(queueId));", """
                                    if (guard.locked(() -> queues.find(queueId)) == null) {
                                        return HResult.MF_E_INVALID_WORKQUEUE;
                                    }
                                    return admission.put(result, priority, item -> queues.find(queueId));"""),
                        "expected: <0xC00D3E85> but was: <0xC00D36FF>",
                        "put 0 to second"),
                platform(
                        "MF-19",
                        "released queue accepts",
                        Defect.in(TABLE, "return queue != null && queue.isAlive() ? queue : null;", "return queue;"),
                        "expected: <0xC00D36FF> but was: <0x00000000>",
                        "startup",
                        "allocate serial",
                        "allocate serial",
                        "unlock second",
                        "put 1 to second"),
                platform(
                        "MF-21",
                        "lock that is not taken back keeps the queue",
                        Defect.in(MF_QUEUE, "locks++;", ""),
                        "expected: <0x00000000> but was: <0xC00D36FF>",
                        "startup",
                        "allocate serial",
                        "lock first",
                        "unlock first",
                        "unlock first"),
                platform(
                        "MF-20",
                        "platform queue can be released",
                        Defect.in(
                                PLATFORM,
                                "if (!QueueId.isPrivate(queueId)) {\n            return HResult.S_OK;",
                                "if (!QueueId.isPrivate(queueId)) {\n            return HResult.MF_E_INVALID_WORKQUEUE;"),
                        "expected: <0x00000000> but was: <0xC00D36FF>",
                        "lock MULTITHREADED"),
                platform(
                        "MF-40",
                        "everything runs on the standard queue",
                        Defect.in(
                                TABLE,
                                "return queue != null && queue.isAlive() ? queue : null;",
                                "return queue != null && queue.isAlive() ? platform.get(QueueId.STANDARD) : null;"),
                        "expected: <[]> but was: <[java.lang.AssertionError: MF-40: items of two queues run on one thread]>",
                        "startup",
                        "allocate serial",
                        "put 1 to STANDARD",
                        "put 0 to first"),
                platform(
                        "MF-66",
                        "nothing is accepted after a restart",
                        Defect.in(THREADS, "items.restart();", ""),
                        "expected: <{5=[1]}> but was: <{}>",
                        "startup",
                        "shutdown",
                        "startup",
                        "put 1 to MULTITHREADED"),
                platform(
                        "MF-68",
                        "identifier is given out again",
                        Defect.in(TABLE, "nextId++);", "nextId);"),
                        "expected: <0x00010001> but was: <0x00010000>",
                        "startup",
                        "allocate multithreaded",
                        "allocate multithreaded"));
    }

    private static WalkMutant platform(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, PlatformWalk.class, "make", defect, notice, List.of(chain));
    }
}

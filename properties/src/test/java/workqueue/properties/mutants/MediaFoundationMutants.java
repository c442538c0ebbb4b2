package workqueue.properties.mutants;

import java.util.List;

/** The defects of Media Foundation's queues that the conformance suite has to notice. */
final class MediaFoundationMutants {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String ADMISSION = "mf/Admission.java";
    private static final String COUNTS = "mf/Platform.java";
    private static final String TABLE = "mf/QueueTable.java";
    private static final String MF_QUEUE = "mf/MfQueue.java";
    private static final String SERIAL = "mf/SerialQueue.java";
    private static final String DEFERRED = "mf/DeferredItems.java";
    private static final String PERIODIC = "mf/PeriodicCallbacks.java";

    private MediaFoundationMutants() {}

    static List<Mutant> all() {
        return List.of(
                mf(
                        "a put after shutdown is accepted",
                        "MF-17",
                        "puts before startup and after shutdown",
                        ADMISSION,
                        "if (!platform.isStarted()) {",
                        "if (false) {"),
                mf(
                        "an inner shutdown shuts down",
                        "MF-17",
                        "startups nest",
                        COUNTS,
                        "        startups--;\n        if (startups > 0) {",
                        "        startups = 0;\n        if (startups > 0) {"),
                mf(
                        "a queue is allocated before startup",
                        "MF-4",
                        "puts before startup and after shutdown",
                        ADMISSION,
                        "if (!platform.isStarted() || !platform.isLocked()) {",
                        "if (false) {"),
                mf(
                        "a put to a released queue is accepted",
                        "MF-15",
                        "a queue is locked, unlocked and gone",
                        TABLE,
                        "return queue != null && queue.isAlive() ? queue : null;",
                        "return queue;"),
                mf(
                        "the first unlock releases",
                        "MF-15",
                        "a queue is locked, unlocked and gone",
                        MF_QUEUE,
                        "        locks--;\n",
                        "        locks = 0;\n"),
                mf(
                        "a private queue gets a platform's identifier",
                        "MF-14",
                        "a queue is locked, unlocked and gone",
                        TABLE,
                        "FIRST_PRIVATE = 0x00010000",
                        "FIRST_PRIVATE = 0x00000100"),
                mf(
                        "too many queues are out of memory",
                        "MF-23",
                        "too many queues are allocated",
                        TABLE,
                        "Allocated.failed(HResult.E_FAIL); // MF-23",
                        "Allocated.failed(new HResult(0x8007000E));"),
                mf(
                        "a serial queue has two threads",
                        "S1",
                        "the last unlock finds items waiting",
                        "mf/ThreadQueue.java",
                        "new ThreadQueue(1, threads",
                        "new ThreadQueue(2, threads"),
                mf(
                        "the newest is dequeued first",
                        "O1",
                        "the last unlock finds items waiting",
                        "core/Lanes.java",
                        "lane(priority).removeFirst()",
                        "lane(priority).removeLast()"),
                mf(
                        "the last unlock drops what waits",
                        "MF-66",
                        "the last unlock finds items waiting",
                        QUEUE,
                        "List<Worker> woken = atTail(workers::stop);",
                        "List<Worker> woken = atTail(workers::stop);\nwhile (backlog.fill()) {\n backlog.remove();\n }\n"),
                mf(
                        "a put that fails runs all the same",
                        "R1",
                        "puts to queues that do not exist",
                        ADMISSION,
                        "if (queue == null) {",
                        "if (queue == null) {\nitem.run();"),
                mf(
                        "a serial queue does not wait for what it handed on",
                        "S1",
                        "the last unlock of a serial queue finds items waiting",
                        SERIAL,
                        "if (busy) {",
                        "if (false) {"),
                mf(
                        "a serial queue hands on the newest first",
                        "O1",
                        "the last unlock of a serial queue finds items waiting",
                        SERIAL,
                        "waiting.poll()",
                        "((ArrayDeque<Task>) waiting).pollLast()"),
                mf(
                        "the last unlock of a serial queue drops what waits",
                        "MF-66",
                        "the last unlock of a serial queue finds items waiting",
                        SERIAL,
                        "        base.unwrap();",
                        "        waiting.clear();\nbase.unwrap();"),
                mf(
                        "a base is released that a serial queue stands over",
                        "MF-66",
                        "a serial queue keeps its base alive",
                        MF_QUEUE,
                        "return locks > 0 || wrappers > 0;",
                        "return locks > 0;"),
                mf(
                        "a base is stopped under what a serial queue has accepted",
                        "MF-66",
                        "the last unlock of a serial queue finds items waiting",
                        SERIAL,
                        "        busy = true;\n        base.hold();",
                        "        busy = true;"),
                mf(
                        "a key outlives its item",
                        "MF-47",
                        "items wait for an event",
                        DEFERRED,
                        "Deferred deferred = items.remove(key);\n            if",
                        "Deferred deferred = items.get(key);\n            if"),
                mf(
                        "every run is told that it was cancelled",
                        "MF-47",
                        "items wait for an event",
                        "mf/Item.java",
                        "if (cancelled) {",
                        "if (true) {"),
                mf(
                        "what was scheduled is forgotten",
                        "MF-66",
                        "items are scheduled",
                        DEFERRED,
                        "dispatch(deferred.item);",
                        "deferred.item.drop();"),
                mf(
                        "what was scheduled goes to the wrong queue",
                        "S1",
                        "items are scheduled",
                        DEFERRED,
                        "queues.find(item.parameters().queueId())",
                        "queues.find(QueueId.MULTITHREADED)"),
                mf(
                        "a waiting item is cancelled in silence",
                        "MF-50",
                        "waiting items are cancelled",
                        DEFERRED,
                        "dispatch(deferred.item.cancel());",
                        "deferred.item.drop();"),
                mf(
                        "a cancel does not ask whether the platform is started",
                        "MF-52",
                        "nothing is deferred unless the platform is started",
                        "mf/MediaFoundation.java",
                        "return admission.ifStarted(\n                () -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND, status -> status);",
                        "return guard.locked(() -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND);"),
                mf(
                        "each lock of a task's queue allocates another",
                        "MF-25",
                        "a task shares a queue",
                        TABLE,
                        "MfQueue queue = id == null ? null : findLocked(id);",
                        "MfQueue queue = null;"),
                mf(
                        "the second lock of a task's queue does not count",
                        "MF-15",
                        "a task shares a queue",
                        TABLE,
                        "        queue.lock();\n",
                        ""),
                mf(
                        "a periodic callback is called once",
                        "MF-53",
                        "callbacks are called periodically",
                        PERIODIC,
                        "                    arm(key);\n",
                        ""),
                new Mutant(
                        "the time of the next call comes while a call is under way",
                        "mf",
                        "MF-46",
                        "callbacks are called periodically",
                        Defect.in(
                                        PERIODIC,
                                        "queues.find(QueueId.TIMER).put",
                                        "arm(key);\nqueues.find(QueueId.MULTITHREADED).put")
                                .and("                    arm(key);\n", "")),
                mf(
                        "a removal removes nothing",
                        "MF-54",
                        "a periodic callback is removed",
                        PERIODIC,
                        "return callbacks.remove(key) != null;",
                        "return callbacks.containsKey(key);"),
                mf(
                        "a shutdown leaves the periodic callbacks",
                        "MF-58",
                        "the platform shuts down and periodic callbacks go",
                        PERIODIC,
                        "        callbacks.clear();\n",
                        ""),
                mf(
                        "the key of a periodic callback is not found",
                        "MF-51",
                        "a periodic callback is removed",
                        PERIODIC,
                        "return callbacks.remove(key) != null;",
                        "return callbacks.remove(-key) != null;"),
                mf(
                        "a periodic callback is added before the startup",
                        "MF-52",
                        "the platform shuts down and periodic callbacks go",
                        "mf/MediaFoundation.java",
                        "return admission.ifStarted(() -> new Keyed(HResult.S_OK, periodic.add(callback)), Keyed::failed);",
                        "return guard.locked(() -> new Keyed(HResult.S_OK, periodic.add(callback)));"));
    }

    private static Mutant mf(String name, String rule, String scenario, String file, String find, String replace) {
        return new Mutant(name, "mf", rule, scenario, Defect.in(file, find, replace));
    }
}

package workqueue.properties.mutants;

import java.util.List;

/** The defects that the conformance suite has to notice, by the rule that each breaks. */
final class Catalogue {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String WORKERS = "core/Workers.java";
    private static final String WORKER = "core/Worker.java";
    private static final String ITEM = "wdf/WdfWorkItem.java";
    private static final String OBJECT = "wdf/WdfObject.java";
    private static final String ADMISSION = "mf/Admission.java";
    private static final String IO_ITEM = "io/IoWorkItem.java";
    private static final String TYPE_QUEUE = "io/TypeQueue.java";
    private static final String COUNTS = "mf/Platform.java";
    private static final String TABLE = "mf/QueueTable.java";
    private static final String MF_QUEUE = "mf/MfQueue.java";

    private static final String KS_WORKER = "ks/KsWorker.java";
    private static final String KS_COUNTED = "ks/KsCountedWorker.java";

    private Catalogue() {}

    static final List<Mutant> ALL = List.of(
            io("lost wake-up: queueing wakes nobody", "P1", QUEUE, "            workers.signal();\n", ""),
            io(
                    "a refused try runs all the same",
                    "R1",
                    TYPE_QUEUE,
                    "            return false;\n",
                    "            queue.enqueue(new WorkItem(scope, routine));\n            return false;\n"),
            io(
                    "every routine is called twice",
                    "R2",
                    TYPE_QUEUE,
                    "            routine.run();\n",
                    "            routine.run();\n            routine.run();\n"),
            io("a thread too many", "R4", WORKERS, "all.size() == limit)", "all.size() == limit + 1)"),
            io(
                    "the routine gets another context",
                    "IO-4",
                    IO_ITEM,
                    "offer(() -> routine.run(device, context), type, false);",
                    "offer(() -> routine.run(device, 3L), type, false);"),
            io(
                    "an initialized item cannot be queued",
                    "IO-6",
                    IO_ITEM,
                    "        TypeQueue queue = object",
                    "        if (!allocated) {\n place.take();\n place.take();\n }\n        TypeQueue queue = object"),
            io(
                    "the place is free only when the routine has returned",
                    "IO-10",
                    TYPE_QUEUE,
                    "        place.leave(); // IO-8, IO-10\n        try {\n            routine.run();\n",
                    "        try {\n            routine.run();\n            place.leave();\n"),
            io(
                    "an item cannot be freed while its device is in use",
                    "IO-14",
                    IO_ITEM,
                    "        place.close();\n",
                    "        if (object.references() > 0) {\n throw new BugCheck(0xE4, 2);\n }\n        place.close();\n"),
            io(
                    "a try queues though no thread is free",
                    "IO-25",
                    TYPE_QUEUE,
                    "if (onlyIfThreadIsFree && outstanding >= threads) {",
                    "if (outstanding < 0) {"),
            kmdf("lost wake-up: enqueue wakes nobody", "P1", QUEUE, "            workers.signal();\n", ""),
            kmdf(
                    "an idle worker that was already woken is counted on",
                    "P1",
                    WORKERS,
                    "if (queued < idle ||",
                    "if (idle > 0 ||"),
            kmdf("a pending item is appended again", "D1", "core/WorkItem.java", "        pending = true;\n", ""),
            kmdf(
                    "the newest is dequeued first",
                    "O1",
                    QUEUE,
                    "worker.item = queue.remove();",
                    "worker.item = ((ArrayDeque<WorkItem>) queue).removeLast();"),
            kmdf("a worker too many", "R4", WORKERS, "all.size() == limit)", "all.size() == limit + 1)"),
            kmdf(
                    "every callback is called twice",
                    "R2",
                    WORKER,
                    "call(item.callback);",
                    "call(item.callback);\ncall(item.callback);"),
            kmdf(
                    "a created item runs without being asked",
                    "R1",
                    ITEM,
                    ".open(workItem.scope);",
                    ".open(workItem.scope);\nworkItem.device.systemWorkers().enqueue(workItem.item);"),
            kmdf(
                    "enqueue forgets that the item is being deleted",
                    "A1",
                    QUEUE,
                    "if (!item.scope.open || workers.isStopping()) {",
                    "if (workers.isStopping()) {"),
            kmdf(
                    "deleting drops what is queued",
                    "C1",
                    QUEUE,
                    "            scope.open = false;\n            if (scope.outstanding > 0) {",
                    """
                                scope.open = false;
                                int before = queue.size();
                                queue.removeIf(i -> i.scope == scope);
                                scope.outstanding -= before - queue.size();
                                if (scope.outstanding > 0) {
                    """),
            kmdf("delete does not wait", "L2", OBJECT, "mine.attend(this::isDisposed);", "mine.leave();"),
            kmdf(
                    "delete from the own callback waits",
                    "L4",
                    OBJECT,
                    "boolean waits = !any(WdfObject::isInCallback);",
                    "boolean waits = true;"),
            kmdf(
                    "flush overlooks what is queued",
                    "F1",
                    QUEUE,
                    "return (item.isPending() && item.accepted <= last)\n                || workers",
                    "return workers"),
            kmdf(
                    "flush overlooks what runs",
                    "F1",
                    QUEUE,
                    "\n                || workers.anyMatch(w -> w.item == item && w.instance <= last);",
                    ";"),
            kmdf(
                    "flush waits until the item is idle",
                    "F2",
                    QUEUE,
                    "long last = item.accepted;",
                    "long last = Long.MAX_VALUE;"),
            kmdf("flushers are never told", "F2", QUEUE, "            progress.signal();\n", ""),
            kmdf(
                    "serialization takes no lock",
                    "S2",
                    ITEM,
                    "callbackLock = config.automaticSerialization() ? device.callbackLock() : null;",
                    "callbackLock = null;"),
            mf("a put after shutdown is accepted", "MF-17", ADMISSION, "if (!platform.isStarted()) {", "if (false) {"),
            mf(
                    "an inner shutdown shuts down",
                    "MF-17",
                    COUNTS,
                    "        startups--;\n        if (startups > 0) {",
                    "        startups = 0;\n        if (startups > 0) {"),
            mf(
                    "a queue is allocated before startup",
                    "MF-4",
                    ADMISSION,
                    "if (!platform.isStarted() || !platform.isLocked()) {",
                    "if (false) {"),
            mf(
                    "a put to a released queue is accepted",
                    "MF-15",
                    TABLE,
                    "return queue != null && queue.isAlive() ? queue : null;",
                    "return queue;"),
            mf("the first unlock releases", "MF-15", MF_QUEUE, "        locks--;\n", "        locks = 0;\n"),
            mf(
                    "a private queue gets a platform's identifier",
                    "MF-14",
                    TABLE,
                    "FIRST_PRIVATE = 0x00010000",
                    "FIRST_PRIVATE = 0x00000100"),
            mf(
                    "too many queues are out of memory",
                    "MF-23",
                    TABLE,
                    "Allocated.failed(HResult.E_FAIL); // MF-23",
                    "Allocated.failed(new HResult(0x8007000E));"),
            mf(
                    "a serial queue has two threads",
                    "S1",
                    TABLE,
                    "new ThreadQueue(1, threads)",
                    "new ThreadQueue(2, threads)"),
            mf(
                    "the newest is dequeued first",
                    "O1",
                    QUEUE,
                    "worker.item = queue.remove();",
                    "worker.item = ((ArrayDeque<WorkItem>) queue).removeLast();"),
            mf(
                    "the last unlock drops what waits",
                    "MF-66",
                    QUEUE,
                    "locked(workers::stop);",
                    "locked(() -> {\n workers.stop();\n queue.clear();\n });"),
            mf(
                    "a put that fails runs all the same",
                    "R1",
                    ADMISSION,
                    "if (queue == null) {",
                    "if (queue == null) {\nitem.run();"),
            ks(
                    "unregistering does not wait",
                    "KS-13",
                    KS_WORKER,
                    "        queue.awaitDrained(scope, ",
                    "        queue.awaitDrained(new Scope(), "),
            ks(
                    "an item runs twice",
                    "R2",
                    KS_WORKER,
                    "            item.routine().run();",
                    "            item.routine().run();\nitem.routine().run();"),
            ks(
                    "what is queued is forgotten",
                    "KS-13",
                    KS_WORKER,
                    "            queue.enqueue(new WorkItem(scope, () -> run(item)));",
                    ""),
            counted("every increment queues the item", "R1", KS_COUNTED, "count == 0 ? worker", "true ? worker"),
            counted("increment answers the old count", "KS-18", KS_COUNTED, "return ++count;", "return count++;"),
            counted(
                    "decrement answers zero too early",
                    "KS-18",
                    KS_COUNTED,
                    "return --count;",
                    "return --count <= 1 ? 0 : count;"),
            counted(
                    "the first increment does not queue the item",
                    "P1",
                    KS_COUNTED,
                    "count == 0 ? worker",
                    "count == 1 ? worker"));

    private static Mutant io(String name, String rule, String file, String find, String replace) {
        return new Mutant(name, "io", rule, Defect.in(file, find, replace));
    }

    private static Mutant kmdf(String name, String rule, String file, String find, String replace) {
        return new Mutant(name, "kmdf", rule, Defect.in(file, find, replace));
    }

    private static Mutant ks(String name, String rule, String file, String find, String replace) {
        return new Mutant(name, "ks", rule, Defect.in(file, find, replace));
    }

    private static Mutant counted(String name, String rule, String file, String find, String replace) {
        return new Mutant(name, "ks-counted", rule, Defect.in(file, find, replace));
    }

    private static Mutant mf(String name, String rule, String file, String find, String replace) {
        return new Mutant(name, "mf", rule, Defect.in(file, find, replace));
    }
}

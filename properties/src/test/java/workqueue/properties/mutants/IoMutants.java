package workqueue.properties.mutants;

import java.util.List;

/** The defects of the I/O manager's work items that the conformance suite has to notice. */
final class IoMutants {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String WORKERS = "core/Workers.java";
    private static final String IO_ITEM = "io/IoWorkItem.java";
    private static final String TYPE_QUEUE = "io/TypeQueue.java";

    private IoMutants() {}

    static List<Mutant> all() {
        return List.of(
                io(
                        "lost wake-up: queueing wakes nobody",
                        "P1",
                        "an item is queued again after its run",
                        QUEUE,
                        "            woken.wake();\n",
                        ""),
                io(
                        "a refused try runs all the same",
                        "R1",
                        "a try finds a thread, and then none",
                        TYPE_QUEUE,
                        "case BUSY -> false;",
                        "case BUSY -> {\n queue.enqueue(item);\n yield false;\n }"),
                io(
                        "every routine is called twice",
                        "R2",
                        "items wait behind one thread",
                        TYPE_QUEUE,
                        "            routine.run();\n",
                        "            routine.run();\n            routine.run();\n"),
                io(
                        "a thread too many",
                        "R4",
                        "items wait behind one thread",
                        WORKERS,
                        "all.size() == limit)",
                        "all.size() == limit + 1)"),
                io(
                        "the routine gets another context",
                        "IO-4",
                        "every queue type is used",
                        IO_ITEM,
                        "offer(() -> routine.run(device, context), type, false);",
                        "offer(() -> routine.run(device, 3L), type, false);"),
                io(
                        "an initialized item cannot be queued",
                        "IO-6",
                        "items are freed by their own routines",
                        IO_ITEM,
                        "        TypeQueue queue = object",
                        "        if (!allocated) {\n throw new BugCheck(0xE4, 1);\n }\n        TypeQueue queue = object"),
                io(
                        "the place is free only when the routine has returned",
                        "IO-10",
                        "a running item is queued again",
                        Defect.in(QUEUE, "item.place.leave();", "")
                                .and("worker.item = null;", "worker.item.place.leave();\nworker.item = null;")),
                io(
                        "an item cannot be freed while its device is in use",
                        "IO-14",
                        "a running item is freed by another thread",
                        IO_ITEM,
                        "        if (!place.close()) {\n",
                        "        if (object.references() > 0) {\n throw new BugCheck(0xE4, 2);\n }\n        if (!place.close()) {\n"),
                io(
                        "a try queues though no thread is free",
                        "IO-25",
                        "a try finds a thread, and then none",
                        WORKERS,
                        "queued + busy < limit",
                        "queued + busy >= 0"));
    }

    private static Mutant io(String name, String rule, String scenario, String file, String find, String replace) {
        return io(name, rule, scenario, Defect.in(file, find, replace));
    }

    private static Mutant io(String name, String rule, String scenario, Defect defect) {
        return new Mutant(name, "io", rule, scenario, defect);
    }
}

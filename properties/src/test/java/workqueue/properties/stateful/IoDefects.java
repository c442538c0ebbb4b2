package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.IoWalk;

/** Defects of the I/O manager's work items, each with a chain of commands that shows it. */
final class IoDefects {
    private static final String ITEM = "io/IoWorkItem.java";
    private static final String PLACE = "core/Place.java";
    private static final String WORKERS = "core/Workers.java";
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String TYPE_QUEUE = "io/TypeQueue.java";

    private IoDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                items(
                        "IO-2",
                        "pairs may be mixed up",
                        Defect.in(ITEM, "if (free != allocated && !place.isClosed()) {", "if (false) {"),
                        "broken: [IO-2]; it is",
                        "initialize(0)",
                        "free(0)"),
                items(
                        "IO-9",
                        "queued item is queued again",
                        Defect.in(
                                TYPE_QUEUE,
                                "throw new BugCheck(BugCheck.WORKER_INVALID, ACTIVE_ITEM_QUEUED);",
                                "true;"),
                        "IO-10: queueing of 1",
                        "initialize(1)",
                        "allocate(0)",
                        "tryQueue(0)",
                        "tryQueue(1)",
                        "queue(1)",
                        "queue(1) from run 1"),
                items(
                        "IO-10",
                        "place is free only after the run",
                        Defect.in(QUEUE, "item.place.leave();", "")
                                .and("worker.item = null;", "worker.item.place.leave(); worker.item = null;"),
                        "broken: []; it is IO-13",
                        "initialize(0)",
                        "tryQueue(0)",
                        "uninitialize(0)"),
                items(
                        "IO-13",
                        "queued item is freed",
                        Defect.in(ITEM, "if (!place.close()) {", "if (!place.close() && place.isClosed()) {"),
                        "IO-14: the end of 1",
                        "initialize(1)",
                        "queue(1)",
                        "tryQueue(1)",
                        "queue(1)",
                        "free self from run 1"),
                items(
                        "IO-14",
                        "item is not freed while its device is in use",
                        Defect.in(
                                ITEM,
                                "        if (!place.close()) {\n",
                                "        if (object.references() > 0) {\n throw new BugCheck(0xE4, 2);\n }\n        if (!place.close()) {\n"),
                        "broken: []; it is IO-13",
                        "initialize(0)",
                        "tryQueue(0)",
                        "uninitialize(0)"),
                items(
                        "IO-15",
                        "newest is dequeued first",
                        Defect.in("core/Lanes.java", "lane(priority).removeFirst()", "lane(priority).removeLast()"),
                        "IO-15: the item whose run begins",
                        "allocate(0)",
                        "queue(0)",
                        "tryQueue(0)",
                        "allocate(1)",
                        "queue(0)",
                        "queue(1)"),
                items(
                        "IO-17",
                        "run keeps no reference",
                        Defect.in(
                                        ITEM,
                                        "        Runnable run = () -> {\n            try {\n",
                                        "        Runnable run = () -> {\n object.dereference();\n            try {\n")
                                .and(
                                        "            } finally {\n                object.dereference();\n            }\n        };",
                                        "            } finally {\n            }\n        };"),
                        "this does not happen: IO-17: there are 1 references",
                        "allocate(0)",
                        "tryQueue(0)"),
                items(
                        "IO-17",
                        "reference is not given back",
                        Defect.in(
                                ITEM,
                                "            } finally {\n                object.dereference();\n            }\n        };",
                                "            } finally {\n            }\n        };"),
                        "this does not happen: IO-17: there are 0 references",
                        "allocate(1)",
                        "queue(1)"),
                items(
                        "IO-25",
                        "try queues though no thread is free",
                        Defect.in(WORKERS, "queued + busy < limit", "queued + busy <= limit"),
                        "IO-25: a try finds no thread for 1",
                        "allocate(0)",
                        "queue(0)",
                        "tryQueue(0)",
                        "allocate(1)",
                        "queue(0)",
                        "queue(1)",
                        "finish from run 0",
                        "finish from run 0",
                        "tryQueue(1)"),
                items(
                        "IO-25",
                        "try finds no thread",
                        Defect.in(WORKERS, "queued + busy < limit", "queued + busy < limit - 1"),
                        "this does not happen: IO-25: a try finds a thread for 1",
                        "initialize(1)",
                        "allocate(0)",
                        "tryQueue(0)",
                        "tryQueue(1)"),
                items(
                        "M1",
                        "freed item is used",
                        Defect.in(PLACE, "STATE.compareAndSet(this, FREE, CLOSED)", "state == FREE"),
                        "IO-10: queueing of 0",
                        "initialize(0)",
                        "initialize(1)",
                        "tryQueue(0)",
                        "tryQueue(1)",
                        "uninitialize(0)",
                        "queue(0) from run 1"),
                items(
                        "P1",
                        "queueing wakes nobody",
                        Defect.in(QUEUE, "            woken.wake();\n", ""),
                        "this does not happen: P1: a run of 1 begins",
                        "allocate(0)",
                        "tryQueue(0)",
                        "finish from run 0",
                        "allocate(1)",
                        "queue(1)"));
    }

    private static WalkMutant items(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, IoWalk.class, "make", defect, notice, List.of(chain));
    }
}

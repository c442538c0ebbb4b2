package workqueue.properties.mutants;

import java.util.List;
import java.util.stream.Stream;

/** The defects that the conformance suite has to notice, by the rule that each breaks. */
final class Catalogue {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String WORKERS = "core/Workers.java";
    private static final String WORKER = "core/Worker.java";
    private static final String ITEM = "wdf/WdfWorkItem.java";
    private static final String OBJECT = "wdf/WdfObject.java";

    private static final String KS_WORKER = "ks/KsWorker.java";
    private static final String KS_COUNTED = "ks/KsCountedWorker.java";

    private Catalogue() {}

    static final List<Mutant> ALL = Stream.of(drivers(), IoMutants.all(), MediaFoundationMutants.all())
            .flatMap(List::stream)
            .toList();

    private static List<Mutant> drivers() {
        return List.of(
                kmdf(
                        "lost wake-up: enqueue wakes nobody",
                        "P1",
                        "two items need one another",
                        QUEUE,
                        "            woken.wake();\n",
                        ""),
                kmdf(
                        "an idle worker that was already woken is counted on",
                        "P1",
                        "two items need one another",
                        WORKERS,
                        "        Worker chosen = idle.pollLast();",
                        "        Worker chosen = idle.peekLast();"),
                kmdf(
                        "a pending item is appended again",
                        "D1",
                        "a pending item is enqueued again",
                        QUEUE,
                        "coalesces() ? item.place.take() :",
                        "item == null ? Outcome.REFUSED :"),
                kmdf(
                        "the newest is dequeued first",
                        "O1",
                        "items wait behind one worker",
                        "core/Lanes.java",
                        "lane(priority).removeFirst()",
                        "lane(priority).removeLast()"),
                kmdf(
                        "a worker too many",
                        "R4",
                        "items wait behind one worker",
                        WORKERS,
                        "all.size() == limit)",
                        "all.size() == limit + 1)"),
                kmdf(
                        "every callback is called twice",
                        "R2",
                        "items wait behind one worker",
                        WORKER,
                        "call(item.callback);",
                        "call(item.callback);\ncall(item.callback);"),
                kmdf(
                        "a created item runs without being asked",
                        "R1",
                        "an item is created and left alone",
                        ITEM,
                        ".open(workItem.scope);",
                        ".open(workItem.scope);\nworkItem.device.systemWorkers().enqueue(workItem.item);"),
                kmdf(
                        "enqueue forgets that the item is being deleted",
                        "A1",
                        "an item deletes and then enqueues itself",
                        QUEUE,
                        "if (!item.scope.isOpen() || ",
                        "if ("),
                kmdf(
                        "deleting drops what is queued",
                        "C1",
                        "a queued item is deleted",
                        QUEUE,
                        "            setOpen(scope, false);\n            if (isOutstanding(scope)) {",
                        """
                                setOpen(scope, false);
                                synchronized (tail) {
                                    backlog.fill();
                                    for (int left = backlog.size(); left > 0; left--) {
                                        WorkItem queued = backlog.remove();
                                        if (queued.scope == scope) {
                                            scope.finished++;
                                        } else {
                                            backlog.add(queued);
                                        }
                                    }
                                }
                                if (isOutstanding(scope)) {
                    """),
                kmdf(
                        "delete does not wait",
                        "L2",
                        "a running item is deleted",
                        OBJECT,
                        "mine.attend(this::isDisposed);",
                        "mine.leave();"),
                kmdf(
                        "delete from the own callback waits",
                        "L4",
                        "an item deletes itself",
                        OBJECT,
                        "boolean waits = !any(WdfObject::isInCallback);",
                        "boolean waits = true;"),
                kmdf(
                        "flush overlooks what is queued",
                        "F1",
                        "a queued item is flushed",
                        QUEUE,
                        "return item.dequeued < last || atTail",
                        "return atTail"),
                kmdf(
                        "flush overlooks what runs",
                        "F1",
                        "a running item is flushed",
                        QUEUE,
                        " || atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last));",
                        ";"),
                kmdf(
                        "flush waits until the item is idle",
                        "F2",
                        "an item that enqueues itself is flushed",
                        QUEUE,
                        "!isOutstanding(item, last)",
                        "!isOutstanding(item, accepted(item))"),
                kmdf(
                        "flushers are never told",
                        "F2",
                        "a running item is flushed",
                        QUEUE,
                        "            progress.signal();\n",
                        ""),
                kmdf(
                        "serialization takes no lock",
                        "S2",
                        "serialized items are enqueued at once",
                        ITEM,
                        "callbackLock = config.automaticSerialization() ? device.callbackLock() : null;",
                        "callbackLock = null;"),
                legacy(
                        "an enqueue from the own callback is dropped",
                        "P1",
                        "an item enqueues itself",
                        ITEM,
                        "        Outcome outcome = device",
                        """
                                if (device.version() == FrameworkVersion.BEFORE_1_7 && device.systemWorkers().isRunning(scope)) {
                                    return;
                                }
                                Outcome outcome = device"""),
                legacy(
                        "serialization takes no lock",
                        "S2",
                        "serialized items are enqueued at once",
                        ITEM,
                        "config.automaticSerialization() ? device",
                        "false ? device"),
                ks(
                        "unregistering does not wait",
                        "KS-13",
                        "a worker is unregistered while it waits",
                        KS_WORKER,
                        "        queue.awaitDrained(scope);",
                        "        queue.awaitDrained(new Scope());"),
                ks(
                        "an item runs twice",
                        "R2",
                        "an item is queued and its worker unregistered",
                        KS_WORKER,
                        "place, 0, item.routine())",
                        "place, 0, () -> {\nitem.routine().run();\nitem.routine().run();\n})"),
                ks(
                        "what is queued is forgotten",
                        "KS-13",
                        "an item is queued and its worker unregistered",
                        KS_WORKER,
                        "queue.enqueue(new WorkItem(scope, place, 0, item.routine()))",
                        "workqueue.reference.core.Outcome.ACCEPTED"),
                counted(
                        "every increment queues the item",
                        "R1",
                        "tasks come while one is being processed",
                        KS_COUNTED,
                        "NtStatus queued = count == 0 ? worker.queueWorkItem(item) : worker.status();",
                        """
                        NtStatus queued;
                        try {
                            queued = worker.queueWorkItem(item);
                        } catch (IllegalStateException waits) {
                            queued = worker.status();
                        }"""),
                counted(
                        "increment answers the old count",
                        "KS-18",
                        "a task is counted and processed",
                        KS_COUNTED,
                        "return ++count;",
                        "return count++;"),
                counted(
                        "decrement answers zero too early",
                        "KS-18",
                        "a worker is unregistered with tasks left",
                        KS_COUNTED,
                        "return --count;",
                        "return --count <= 1 ? 0 : count;"),
                counted(
                        "the first increment does not queue the item",
                        "P1",
                        "tasks come while one is being processed",
                        KS_COUNTED,
                        "count == 0 ? worker",
                        "count == 1 ? worker"));
    }

    private static Mutant kmdf(String name, String rule, String scenario, String file, String find, String replace) {
        return new Mutant(name, "kmdf", rule, scenario, Defect.in(file, find, replace));
    }

    private static Mutant legacy(String name, String rule, String scenario, String file, String find, String replace) {
        return new Mutant(name, "kmdf-legacy", rule, scenario, Defect.in(file, find, replace));
    }

    private static Mutant ks(String name, String rule, String scenario, String file, String find, String replace) {
        return new Mutant(name, "ks", rule, scenario, Defect.in(file, find, replace));
    }

    private static Mutant counted(String name, String rule, String scenario, String file, String find, String replace) {
        return new Mutant(name, "ks-counted", rule, scenario, Defect.in(file, find, replace));
    }
}

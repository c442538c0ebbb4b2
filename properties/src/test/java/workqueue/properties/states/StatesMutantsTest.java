package workqueue.properties.states;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import workqueue.properties.mutants.Defect;

/** Defects of the reference, each with a cell that catches it. */
class StatesMutantsTest {
    private static final String OBJECT = "wdf/WdfObject.java";
    private static final String WORK_ITEM = "wdf/WdfWorkItem.java";

    private static final String ADMISSION = "mf/Admission.java";
    private static final String QUEUE_TABLE = "mf/QueueTable.java";
    private static final String PLATFORM = "mf/Platform.java";
    private static final String MEDIA_FOUNDATION = "mf/MediaFoundation.java";
    private static final String DEFERRED = "mf/DeferredItems.java";
    private static final String WORKER = "ks/KsWorker.java";
    private static final String PERIODIC = "mf/PeriodicCallbacks.java";
    private static final String COUNTED = "ks/KsCountedWorker.java";
    private static final String PLACE = "core/Place.java";
    private static final String IO_ITEM = "io/IoWorkItem.java";
    private static final String IO_OBJECT = "io/IoObject.java";

    /** A defect, and where it shows. */
    private record Mutant(String name, String family, String row, String operation, Defect defect) {}

    private static final List<Mutant> ALL = List.of(
            new Mutant(
                    "a deleted item is deleted once more",
                    "kmdf",
                    "deleted",
                    "delete",
                    Defect.in(
                            OBJECT,
                            "    public final void delete() {\n        checkHandle();\n",
                            "    public final void delete() {\n")),
            new Mutant(
                    "a second delete waits",
                    "kmdf",
                    "deleting, running",
                    "delete",
                    Defect.in(OBJECT, "if (!beginDelete(mine) || !waits) {", "beginDelete(mine); if (!waits) {")),
            new Mutant(
                    "the framework's reference can be given back",
                    "kmdf",
                    "idle",
                    "dereference",
                    Defect.in(OBJECT, "references == 1 && state != State.DISPOSED", "references == 0")),
            new Mutant(
                    "what must not be enqueued is enqueued in silence",
                    "kmdf-legacy",
                    "pending",
                    "enqueue",
                    Defect.in(WORK_ITEM, "device.version() == FrameworkVersion.BEFORE_1_7", "device == null")),
            new Mutant(
                    "a put is accepted while the platform is shut down",
                    "mf, a queue",
                    "shut down, locked, idle",
                    "put",
                    Defect.in(ADMISSION, "if (!platform.isStarted()) {", "if (guard == null) {")),
            new Mutant(
                    "a queue that was released is locked again",
                    "mf, a queue",
                    "started, released, running",
                    "lock",
                    Defect.in(QUEUE_TABLE, "queue != null && queue.isLocked() ? queue : null", "queue")),
            new Mutant(
                    "a shutdown too many is counted",
                    "mf, a queue",
                    "never started, no queue",
                    "shut down",
                    Defect.in(PLATFORM, "        if (startups == 0) {\n            return false;\n        }\n", "")),
            new Mutant(
                    "a callback shuts its platform down",
                    "mf, a queue",
                    "started, locked, running",
                    "shut down from its callback",
                    Defect.in(MEDIA_FOUNDATION, "        queueThreads.refuse(\"shutdown\");\n", "")),
            new Mutant(
                    "a consumed key is cancelled",
                    "mf, scheduled and waiting items",
                    "started, key consumed",
                    "cancel",
                    Defect.in(DEFERRED, "            return false;\n", "            return true;\n")),
            new Mutant(
                    "a waiting item that is cancelled is not told",
                    "mf, scheduled and waiting items",
                    "started, waiting",
                    "cancel",
                    Defect.in(DEFERRED, "dispatch(deferred.item.cancel());", "dispatch(deferred.item);")),
            new Mutant(
                    "a periodic callback is removed twice",
                    "mf, a periodic callback",
                    "started, key consumed",
                    "remove",
                    Defect.in(
                            PERIODIC,
                            "return callbacks.remove(key) != null;",
                            "return callbacks.remove(key) != null || true;")),
            new Mutant(
                    "a removal leaves the callback",
                    "mf, a periodic callback",
                    "started, added, running",
                    "remove from its callback",
                    Defect.in(PERIODIC, "return callbacks.remove(key) != null;", "return callbacks.containsKey(key);")),
            new Mutant(
                    "a worker is queued while it waits",
                    "ks",
                    "running and waiting",
                    "queue an item",
                    Defect.in(WORKER, "COALESCED -> waiting()", "COALESCED -> NtStatus.STATUS_SUCCESS")),
            new Mutant(
                    "a worker that is being unregistered accepts",
                    "ks",
                    "unregistering, running",
                    "queue an item from its routine",
                    Defect.in(WORKER, "queue.close(scope);", "")),
            new Mutant(
                    "a routine that unregisters its worker waits",
                    "ks",
                    "running",
                    "unregister from its routine",
                    Defect.in(WORKER, "queue.isRunning(scope)", "queue == null")),
            new Mutant(
                    "a count goes below zero",
                    "ks-counted",
                    "running",
                    "decrement from its routine",
                    Defect.in(
                            COUNTED,
                            "            if (count == 0) {\n                throw",
                            "            if (count < 0) {\n                throw")),
            new Mutant(
                    "every increment queues the worker",
                    "ks-counted",
                    "running, with tasks",
                    "increment from its routine",
                    Defect.in(
                            COUNTED,
                            "count == 0 ? worker.queueWorkItem(item)",
                            "count >= 0 ? worker.queueWorkItem(item)")),
            new Mutant(
                    "a queued item is freed",
                    "io",
                    "allocated, queued",
                    "free",
                    Defect.in(
                            PLACE,
                            "return STATE.compareAndSet(this, FREE, CLOSED);",
                            "state = CLOSED;\n        return true;")),
            new Mutant(
                    "an allocated item is uninitialized",
                    "io",
                    "allocated, idle",
                    "uninitialize",
                    Defect.in(IO_ITEM, "if (free != allocated && !place.isClosed()) {", "if (object == null) {")),
            new Mutant(
                    "a queued item does not keep its device",
                    "io",
                    "allocated, idle",
                    "queue",
                    Defect.in(IO_OBJECT, "old + REFERENCE", "old").and("        state.getAndAdd(-REFERENCE);\n", "")));

    @TestFactory
    Stream<DynamicNode> cellsCatchDefects() {
        return ALL.stream().map(mutant -> dynamicTest(mutant.name(), () -> assertCaught(mutant)));
    }

    private static void assertCaught(Mutant mutant) {
        Family<?> family = Families.all().stream()
                .filter(f -> f.name().equals(mutant.family()))
                .findFirst()
                .orElseThrow();
        assertCaught(family, mutant);
    }

    private static <S> void assertCaught(Family<S> family, Mutant mutant) {
        Table.Cell<S> cell = Table.of(family).cells().stream()
                .filter(c -> c.row().name().equals(mutant.row()))
                .filter(c -> c.operation().name().equals(mutant.operation()))
                .findFirst()
                .orElseThrow();
        try (Stage stage = new Settled(family.script().open(mutant.defect()))) {
            Play<S> play = Play.along(cell.path(), family, stage);
            AssertionError caught = assertThrows(AssertionError.class, () -> play.end(cell.operation()));
            System.out.printf("%-60s %s%n", mutant.name(), caught.getMessage());
        }
    }
}

package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.KsWalk;

/** Defects of kernel streaming workers, each with a chain of commands that shows it. */
final class KsDefects {
    private static final String WORKER = "ks/KsWorker.java";
    private static final String COUNTED = "ks/KsCountedWorker.java";

    private KsDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                streaming(
                        "KS-6",
                        "worker that waits is queued",
                        Defect.in(WORKER, "COALESCED -> waiting()", "COALESCED -> NtStatus.STATUS_SUCCESS"),
                        "answer to queue",
                        "register(1)",
                        "increment",
                        "register(0)",
                        "queue",
                        "queue",
                        "queue"),
                streaming(
                        "KS-9",
                        "worker that runs is taken to wait",
                        Defect.in("core/WorkQueue.java", "item.place.leave();", "")
                                .and("worker.item = null;", "worker.item.place.leave(); worker.item = null;"),
                        "answer to queue",
                        "register(0)",
                        "queue",
                        "queue"),
                streaming(
                        "KS-13",
                        "unregister does not wait",
                        Defect.in(WORKER, "queue.awaitDrained(scope);", ""),
                        "KS-13: unregister of 1 has returned",
                        "register(1)",
                        "increment",
                        "unregister(1) by 0"),
                streaming(
                        "KS-16",
                        "worker that is being unregistered accepts",
                        Defect.in(WORKER, "        queue.close(scope);\n", ""),
                        "answer to increment",
                        "register(1)",
                        "unregister(1) by 0",
                        "increment"),
                streaming(
                        "KS-17",
                        "unregister from the own routine waits",
                        Defect.in(WORKER, "if (queue.isRunning(scope)) {", "if (false) {"),
                        "this does not happen: KS-17: unregister, from a callback, returns",
                        "register(0)",
                        "queue",
                        "queue",
                        "unregister self from run 1"),
                streaming(
                        "KS-18",
                        "second increment queues the item",
                        Defect.in(COUNTED, "count == 0 ? worker", "count == 1 ? worker"),
                        "this does not happen: P1: a routine of 1 begins",
                        "register(1)",
                        "increment"),
                streaming(
                        "KS-18",
                        "decrement answers the old count",
                        Defect.in(COUNTED, "return --count;", "return count--;"),
                        "decrement",
                        "register(1)",
                        "increment",
                        "decrement from run 0"),
                streaming(
                        "KS-19",
                        "count goes below zero",
                        Defect.in(
                                COUNTED,
                                "if (count == 0) {\n                throw",
                                "if (false) {\n                throw"),
                        "decrement",
                        "register(1)",
                        "increment",
                        "decrement from run 0",
                        "decrement of zero from run 0"),
                streaming(
                        "KS-20",
                        "every increment queues the item",
                        Defect.in(COUNTED, "count == 0 ? worker", "true ? worker"),
                        "R1, R2: runs that began",
                        "register(1)",
                        "increment",
                        "increment"),
                streaming(
                        "M1",
                        "worker is used after it was unregistered",
                        Defect.in(WORKER, "        gone = true;\n", ""),
                        "answer to increment",
                        "register(1)",
                        "unregister(1) by 0",
                        "increment"));
    }

    private static WalkMutant streaming(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, KsWalk.class, "make", defect, notice, List.of(chain));
    }
}

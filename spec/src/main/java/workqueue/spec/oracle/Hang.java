package workqueue.spec.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What never came, in a recording that ended because nothing moved any more. */
final class Hang {
    private static final Map<String, String> RULES = Map.of("flush", "F2", "delete", "L2");

    private Hang() {}

    /** Rules F2, L2 and L4: no wait outlasts the callbacks that it waits for. */
    static Optional<Judge.Finding> ofKmdf(Script script) {
        if (!script.isHang()) {
            return Optional.empty();
        }
        return script.calls().stream()
                .filter(call -> call.pending() && RULES.containsKey(call.op()))
                .filter(call -> isOwn(call) || !mayBeWaitedFor(call, script) || isOvertaken(call, script))
                .findFirst()
                .map(call -> finding(call, script));
    }

    /** Rule KS-13: unregistering waits for no longer than the callbacks of its worker run. */
    static Optional<Judge.Finding> ofKernelStreaming(Script script) {
        if (!script.isHang() || script.mayBlock()) {
            return Optional.empty();
        }
        return script.calls().stream()
                .filter(call -> call.pending() && call.op().equals("unregister"))
                .filter(call -> script.runs().stream().noneMatch(run -> run.underWay() && run.queue() == call.queue()))
                .findFirst()
                .map(call -> new Judge.Finding(
                        "KS-13",
                        script.length(),
                        "unregister of worker " + call.queue() + " never returned, and nothing moved any more",
                        List.of(call.from())));
    }

    /** Rule MF-53: a periodic callback is called as long as it is not removed. */
    static Optional<Judge.Finding> ofMediaFoundation(Script script) {
        if (!script.isHang() || script.mayBlock()) {
            return Optional.empty();
        }
        return script.calls().stream()
                .filter(call -> call.op().equals("add_periodic") && "00000000".equals(call.status()))
                .filter(add -> script.calls().stream().noneMatch(call -> mayEnd(add, call)))
                .findFirst()
                .map(add -> new Judge.Finding(
                        "MF-53",
                        script.length(),
                        "callback " + add.item() + " was not called any more, and nothing moved any more",
                        List.of(add.from(), add.to())));
    }

    private static boolean mayEnd(Call add, Call call) {
        boolean removes = call.op().equals("remove_periodic")
                && call.arg().equals(add.returned().arg());
        return call.to() > add.from() && (removes || call.op().equals("shutdown"));
    }

    private static Judge.Finding finding(Call call, Script script) {
        String rule = isOwn(call) && call.op().equals("delete") ? "L4" : RULES.get(call.op());
        return new Judge.Finding(
                rule,
                script.length(),
                call.op() + " of item " + call.item() + " never returned, and nothing moved any more",
                List.of(call.from()));
    }

    private static boolean isOwn(Call call) {
        return call.within() != null && call.within().item() == call.item();
    }

    /** Whether more runs of a flushed item have begun and ended meanwhile than can have been outstanding at first. */
    private static boolean isOvertaken(Call call, Script script) {
        long workers = script.history().header().number("workers", Long.MAX_VALUE - 1);
        long since = script.runs().stream()
                .filter(run -> run.item() == call.item() && run.at() > call.from() && !run.underWay())
                .count();
        return call.op().equals("flush") && since > workers + 1;
    }

    /** Whether callbacks that did not return explain the wait: one of the item, or such as keep it from running. */
    private static boolean mayBeWaitedFor(Call call, Script script) {
        return script.mayBlock() || script.runs().stream().anyMatch(run -> run.underWay() && run.item() == call.item());
    }
}

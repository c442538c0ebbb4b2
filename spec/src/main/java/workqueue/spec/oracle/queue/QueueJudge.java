package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import workqueue.spec.history.History;
import workqueue.spec.model.ClientGo;

/** Judges whole histories of one kind of queue; see the package for how. */
public final class QueueJudge {
    private final ClientGo.Kind kind;

    /** A judge of queues that coalesce, or of plain ones. */
    public QueueJudge(ClientGo.Kind kind) {
        this.kind = kind;
    }

    /**
     * What it found out.
     *
     * @param conforms whether an order was found in which everything may happen, and the specification accepted it
     * @param steps how many steps that took
     * @param order of what conforms, the calls in that order, by the {@code seq} of their invokes; otherwise empty
     * @param suspects parts of the history that seem to violate, and that violate only if the whole does
     */
    public record Opinion(boolean conforms, long steps, List<Long> order, List<History> suspects) {}

    /** Judges a history that speaks the words of the queue. */
    public Opinion judge(History history) {
        Calls calls = new Calls(history);
        boolean oneByOne = kind == ClientGo.Kind.DEDUP;
        Closing closing = Closing.of(calls);
        if (closing.isImpossible()) {
            return suspect(calls, closing(calls, closing));
        }
        Stays stays = new Stays(calls);
        Tightening tightening = new Tightening(calls, stays, oneByOne);
        int impossible = tightening.run(closing);
        if (impossible != NONE) {
            return suspect(calls, impossible(calls, stays, impossible));
        }
        Lessons lessons = new Lessons(calls, stays);
        tellLists(calls, stays, lessons);
        Witness witness = new Witness(calls, stays, closing, lessons, oneByOne);
        Conflict conflict = new Repair(calls, stays, witness, lessons).run();
        if (conflict == null) {
            boolean accepted = Replay.accepts(calls, kind, witness.line().order());
            return new Opinion(
                    accepted, witness.steps(), calls.invokes(witness.line().order()), List.of());
        }
        return suspect(calls, conflicting(calls, stays, witness, conflict));
    }

    /** What was taken at once began in the order of the list. */
    private static void tellLists(Calls calls, Stays stays, Lessons lessons) {
        for (int call = 0; call < calls.count(); call++) {
            int previous = NONE;
            for (int item : calls.taken(call)) {
                int stay = stays.taken(item, call);
                if (stay != NONE && previous != NONE) {
                    lessons.learn(Lesson.beginsAfter(stay, previous));
                }
                previous = stay == NONE ? previous : stay;
            }
        }
    }

    private static Opinion suspect(Calls calls, List<Suspicion> suspicions) {
        List<History> parts = new ArrayList<>();
        Parts cutter = new Parts(calls);
        for (Suspicion suspicion : suspicions) {
            parts.addAll(cutter.of(suspicion));
        }
        return new Opinion(false, calls.length(), List.of(), parts);
    }

    private static List<Suspicion> closing(Calls calls, Closing closing) {
        Set<Integer> items = new LinkedHashSet<>();
        for (int call : new int[] {closing.late(), closing.early()}) {
            if (call != NONE && calls.item(call) != NONE) {
                items.add(calls.item(call));
            }
        }
        int moment = closing.late() == NONE ? calls.to(closing.early()) : calls.from(closing.late());
        return List.of(new Suspicion(items, moment, moment));
    }

    /** The items that made a stay impossible: as few as may be first. */
    private static List<Suspicion> impossible(Calls calls, Stays stays, int stay) {
        List<Suspicion> suspicions = new ArrayList<>();
        Set<Integer> reached = new LinkedHashSet<>(List.of(stay));
        for (int round = 0; round < 4; round++) {
            suspicions.add(about(calls, stays, reached));
            for (int known : List.copyOf(reached)) {
                for (int reason : stays.reasons(known)) {
                    if (reason != NONE) {
                        reached.add(reason);
                    }
                }
            }
        }
        return suspicions;
    }

    private static Suspicion about(Calls calls, Stays stays, Set<Integer> some) {
        Set<Integer> items = new LinkedHashSet<>();
        int from = calls.length();
        int to = 0;
        for (int stay : some) {
            if (stays.item[stay] == NONE) {
                from = Math.min(from, stays.earliest(stay));
                to = Math.max(to, stays.endsTo[stay]);
                continue;
            }
            items.add(stays.item[stay]);
            boolean tooMany = stays.beginsFrom[stay] > stays.endsTo[stay] && stay > stays.first[stays.item[stay]];
            int earliest = tooMany ? stay - 1 : stay; // the one that it repeats
            from = Math.min(from, Math.min(stays.earliest(earliest), stays.shows(stay)));
            to = Math.max(to, tooMany || stays.endsTo[stay] == NEVER ? stays.shows(stay) : stays.endsTo[stay]);
        }
        return new Suspicion(items, from, to);
    }

    private static List<Suspicion> conflicting(Calls calls, Stays stays, Witness witness, Conflict conflict) {
        Set<Integer> items = conflict.items(calls, stays);
        List<Suspicion> suspicions = new ArrayList<>();
        suspicions.add(new Suspicion(items, Math.max(0, conflict.moment() - 500), conflict.moment()));
        Set<Integer> more = new LinkedHashSet<>(items);
        for (int item : witness.itemsUnderWay()) {
            more.add(item);
        }
        suspicions.add(new Suspicion(more, Math.max(0, conflict.moment() - 500), conflict.moment()));
        return suspicions;
    }
}

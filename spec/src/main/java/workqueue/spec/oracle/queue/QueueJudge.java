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
    private static final int PROGRESS = 16;

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
     * @param suspects parts of the history that seem to violate, and that violate only if the whole does
     */
    public record Opinion(boolean conforms, long steps, List<History> suspects) {}

    /** Judges a history that speaks the words of the queue. */
    public Opinion judge(History history) {
        Calls calls = new Calls(history);
        boolean oneByOne = kind == ClientGo.Kind.DEDUP;
        Closing closing = Closing.of(calls);
        if (closing.isImpossible()) {
            return suspect(calls, closing(calls, closing));
        }
        Stays stays = new Stays(calls);
        int impossible = new Tightening(calls, stays, oneByOne).run(closing);
        if (impossible != NONE) {
            return suspect(calls, impossible(calls, stays, impossible));
        }
        Witness witness = new Witness(calls, stays, closing, oneByOne, Free.last(calls, stays));
        Conflict conflict = repaired(calls, witness);
        if (conflict == null) {
            boolean accepted = Replay.accepts(calls, kind, witness.line().order());
            return new Opinion(accepted, witness.steps(), List.of());
        }
        return suspect(calls, conflicting(calls, stays, witness, conflict));
    }

    private Conflict repaired(Calls calls, Witness witness) {
        long limit = (long) PROGRESS * calls.length() + 1_000_000;
        Conflict conflict = witness.run();
        while (conflict != null && witness.steps() < limit) {
            if (conflict.stay() == NONE || conflict.blocker() == NONE) {
                return conflict;
            }
            int place = witness.placeOfBegin(conflict.blocker());
            if (place == NONE || !witness.learn(conflict.stay(), conflict.blocker())) {
                return conflict;
            }
            witness.backTo(place);
            conflict = witness.run();
        }
        return conflict;
    }

    private static Opinion suspect(Calls calls, List<Suspicion> suspicions) {
        List<History> parts = new ArrayList<>();
        Parts cutter = new Parts(calls);
        for (Suspicion suspicion : suspicions) {
            parts.addAll(cutter.of(suspicion));
        }
        return new Opinion(false, calls.length(), parts);
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
            items.add(stays.item[stay]);
            boolean tooMany = stays.beginsFrom[stay] > stays.endsTo[stay] && stay > stays.first[stays.item[stay]];
            int earliest = tooMany ? stay - 1 : stay; // the one that it repeats
            from = Math.min(from, Math.min(stays.earliest(earliest), stays.shows(stay)));
            to = Math.max(to, tooMany || stays.endsTo[stay] == NEVER ? stays.shows(stay) : stays.endsTo[stay]);
        }
        return new Suspicion(items, from, to);
    }

    private static List<Suspicion> conflicting(Calls calls, Stays stays, Witness witness, Conflict conflict) {
        Set<Integer> items = new LinkedHashSet<>();
        for (int stay : new int[] {conflict.stay(), conflict.blocker()}) {
            if (stay != NONE) {
                items.add(stays.item[stay]);
            }
        }
        if (conflict.call() != NONE && calls.item(conflict.call()) != NONE) {
            items.add(calls.item(conflict.call()));
        }
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

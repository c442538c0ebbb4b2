package workqueue.spec.oracle;

import java.util.HashSet;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Gaps;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * What the events of a history are to its items, whatever a profile's words for it: the places ({@code seq}) of those that
 * ask for a run, that begin one and that end one.
 *
 * @param asking that the item may have been accepted: an invoke where the call answers nothing, otherwise its return
 * @param beginning that a run of the item began
 * @param ending that a run of the item ended
 */
public record Marks(Set<Long> asking, Set<Long> beginning, Set<Long> ending) {
    private static final Set<String> HAND_BACK = Set.of("complete", "done");

    /**
     * The marks of a history.
     *
     * @throws IllegalArgumentException if its profile is unknown
     */
    public static Marks of(History history) {
        return of(Profile.of(history.header().profile()), history);
    }

    private static <S> Marks of(Profile<S> profile, History history) {
        Semantics<S> semantics =
                profile.meaning().apply(Script.of(Gaps.of(history).seen()));
        Marks marks = new Marks(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Event event : history.events()) {
            if (semantics.starts(event)) {
                marks.beginning.add(event.seq());
            } else if (ends(event)) {
                marks.ending.add(event.seq());
            } else if (semantics.asks(event)) {
                marks.asking.add(event.seq());
            }
        }
        return marks;
    }

    private static boolean ends(Event event) {
        return event.kind() == Kind.END || (event.kind() == Kind.RETURN && HAND_BACK.contains(event.op()));
    }
}

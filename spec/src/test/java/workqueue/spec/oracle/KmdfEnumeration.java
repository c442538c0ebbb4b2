package workqueue.spec.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;

/** Everything that a recording of profile {@code kmdf} can be, all items together. */
final class KmdfEnumeration extends Enumeration<Kmdf> {
    private final boolean ordered;

    KmdfEnumeration(History history) {
        super(history);
        this.ordered = history.header().parameters().containsKey("workers");
    }

    @Override
    Kmdf initial() {
        Map<Long, Life> created = new HashMap<>();
        history.events().stream().filter(e -> e.op().equals("create")).forEach(e -> created.put(e.item(), Life.ABSENT));
        int workers = (int) history.header().number("workers", Policy.UNLIMITED);
        return Kmdf.initial(Life.LIVE, created, history.header().flag("automaticSerialization"), workers);
    }

    @Override
    List<? extends Action<Kmdf>> effects(Kmdf state, Visit visit) {
        long item = visit.item();
        return switch (visit.invoke().op()) {
            case "create" -> creations(visit);
            case "enqueue" -> List.of(new Kmdf.Accept(item), new Kmdf.Coalesce(item), new Kmdf.Refuse(item));
            case "flush" -> List.of(new Kmdf.FlushBegin(visit.id(), item));
            case "delete" ->
                state.life(item) != Life.LIVE
                        ? List.of(nothing())
                        : isWithin(visit)
                                ? List.of(new Kmdf.DeleteSelf(visit.within().seq()))
                                : List.of(new Kmdf.DeleteBegin(visit.id(), item));
            default -> throw new AssertionError(visit);
        };
    }

    private static List<Action<Kmdf>> creations(Visit visit) {
        Action<Kmdf> create = new Kmdf.Create(visit.item());
        return visit.returned() == null ? List.of(create, nothing()) : List.of(succeeds(visit) ? create : nothing());
    }

    private static boolean succeeds(Visit create) {
        Long status = create.returned() == null ? null : create.returned().status();
        return status == null || status == 0;
    }

    private static boolean isWithin(Visit visit) {
        return visit.within() != null && visit.within().item() == visit.item();
    }

    @Override
    List<? extends Action<Kmdf>> returns(Kmdf state, Visit visit) {
        return switch (visit.invoke().op()) {
            case "flush" -> List.of(new Kmdf.FlushReturn(visit.id()));
            case "delete" ->
                state.deleting().containsKey(visit.id())
                        ? List.of(new Kmdf.DeleteReturn(visit.id()))
                        : List.of(nothing());
            default -> List.of(nothing());
        };
    }

    @Override
    List<? extends Action<Kmdf>> entries(Kmdf state, Event begin) {
        return state.queue().dequeued().keySet().stream()
                .filter(instance -> instance.item() == begin.item())
                .map(instance -> new Kmdf.Enter(begin.seq(), instance))
                .toList();
    }

    @Override
    List<? extends Action<Kmdf>> finishes(Kmdf state, Event begin) {
        return List.of(new Kmdf.Finish(begin.seq()));
    }

    @Override
    List<? extends Action<Kmdf>> hidden(Kmdf state) {
        Stream<Action<Kmdf>> dequeues =
                LongStream.range(0, state.queue().queue().size()).mapToObj(k -> new Kmdf.Dequeue((int) k));
        return Stream.concat(dequeues, state.object().keySet().stream().map(Kmdf.Dispose::new))
                .toList();
    }

    /** The order of the queue is asked for where the header declares workers. */
    @Override
    Set<String> waived() {
        return ordered ? Set.of() : Set.of("O1");
    }

    @Override
    boolean isPaid(Kmdf state) {
        return state.queue().queue().isEmpty() && state.queue().dequeued().isEmpty();
    }

    /** Rules M1 and M2. */
    @Override
    int misuse() {
        Set<Long> missing = new HashSet<>(initial().object().keySet());
        Set<Long> deleted = new HashSet<>();
        List<Event> events = history.events();
        for (int k = 0; k < events.size(); k++) {
            Event event = events.get(k);
            boolean create = event.op().equals("create");
            if (event.kind() == Kind.INVOKE) {
                if (create && succeeds(visit(event))) {
                    missing.remove(event.item());
                }
                boolean bad = deleted.contains(event.item()) || (!create && missing.contains(event.item()));
                if (bad || (event.op().equals("flush") && isWithin(visit(event)))) {
                    return k;
                }
            } else if (event.kind() == Kind.RETURN && event.op().equals("delete") && !isWithin(visit(event))) {
                deleted.add(event.item());
            }
        }
        return events.size();
    }

    /**
     * Whether nothing can move any more, except that callbacks under way may return. Where the number of workers is not
     * declared, one that is busy may be the only one.
     */
    @Override
    boolean isStuck(Kmdf state, List<Visit> open, Set<Long> done) {
        boolean starved = !ordered && !state.queue().running().isEmpty();
        boolean worksOn = hidden(state).stream()
                        .anyMatch(action -> !(starved && action instanceof Kmdf.Dequeue) && action.enabled(state))
                || (!starved
                        && state.queue().dequeued().keySet().stream()
                                .anyMatch(instance -> new Kmdf.Enter(-1, instance).enabled(state)));
        return !worksOn && open.stream().allMatch(visit -> isStuck(state, visit, done.contains(visit.id())));
    }

    /** Rules F2, L2 and L4: a flush or delete is stuck only in its wait; of other calls nothing is asked. */
    private static boolean isStuck(Kmdf state, Visit visit, boolean done) {
        return switch (visit.invoke().op()) {
            case "flush" -> done && !new Kmdf.FlushReturn(visit.id()).enabled(state);
            case "delete" ->
                done && state.deleting().containsKey(visit.id()) && !new Kmdf.DeleteReturn(visit.id()).enabled(state);
            default -> true;
        };
    }
}

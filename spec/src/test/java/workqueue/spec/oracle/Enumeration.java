package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.model.Action;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/**
 * May a history have happened? Answered in the plainest way: after every event, all that can be the case, with nothing left
 * out and nothing tried first. It shares the model's actions with the oracle and nothing else.
 *
 * @param <S> the states of the executable specification
 */
abstract class Enumeration<S> {
    static final Set<String> TOLERATED = Rules.all().list().stream()
            .filter(rule -> rule.level() == Rule.Level.DE_FACTO)
            .map(Rule::id)
            .collect(Collectors.toSet());

    /** A call: its invoke, its return or null, and the begin of the innermost run that it was made from, or null. */
    record Visit(Event invoke, Event returned, Event within) {
        long id() {
            return invoke.seq();
        }

        long item() {
            return invoke.item();
        }
    }

    /** What can be the case: a state, and the calls under way that have taken effect. */
    private record Case<S>(S state, Set<Long> done) {}

    final History history;
    private final Map<Event, Visit> visits = new HashMap<>();
    private final Map<Event, Event> beginOf = new HashMap<>();

    Enumeration(History history) {
        this.history = history;
        Map<Long, Deque<Event>> open = new HashMap<>();
        for (Event event : history.events()) {
            Deque<Event> stack = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
            switch (event.kind()) {
                case INVOKE -> {
                    List<Event> runs =
                            stack.stream().filter(e -> e.op().equals("run")).toList();
                    Event within = runs.stream()
                            .filter(run -> Objects.equals(run.item(), event.item()))
                            .findFirst()
                            .orElse(runs.isEmpty() ? null : runs.get(0));
                    visits.put(event, new Visit(event, null, within));
                    stack.push(event);
                }
                case RETURN -> {
                    Visit visit = visits.get(stack.pop());
                    Visit whole = new Visit(visit.invoke(), event, visit.within());
                    visits.put(visit.invoke(), whole);
                    visits.put(event, whole);
                }
                case BEGIN -> stack.push(event);
                case END -> beginOf.put(event, stack.pop());
                case NOTE -> {}
            }
        }
    }

    /** The state before the first event. */
    abstract S initial();

    /** What a call can do at its one moment between invoke and return. */
    abstract List<? extends Action<S>> effects(S state, Visit visit);

    /** What the return of a call is. */
    abstract List<? extends Action<S>> returns(S state, Visit visit);

    /** What the begin of a run can be. */
    abstract List<? extends Action<S>> entries(S state, Event begin);

    /** What the end of the run with that begin can be. */
    abstract List<? extends Action<S>> finishes(S state, Event begin);

    /** What can happen at any time without being recorded. */
    abstract List<? extends Action<S>> hidden(S state);

    /** Whether nothing is owed. */
    abstract boolean isPaid(S state);

    /** Whether nothing can move any more, so that a recording may end in a hang. */
    abstract boolean isStuck(S state, List<Visit> open, Set<Long> done);

    /** The rules that are not asked for, besides those of level DE-FACTO. */
    Set<String> waived() {
        return Set.of();
    }

    /** The place of the first event by which the caller breaks an obligation; the number of events if there is none. */
    abstract int misuse();

    final Visit visit(Event event) {
        return visits.get(event);
    }

    static <S> Action<S> nothing() {
        return new Action<>() {};
    }

    /** Whether the history may have happened. */
    final boolean conforms() {
        List<Visit> open = new ArrayList<>();
        Set<Case<S>> cases = Set.of(new Case<>(initial(), Set.of()));
        for (Event event : history.events()) {
            cases = happen(event, closure(cases, open));
            switch (event.kind()) {
                case INVOKE -> open.add(visit(event));
                case RETURN -> open.remove(visit(event));
                case BEGIN, END, NOTE -> {}
            }
        }
        Set<Case<S>> last = closure(cases, open);
        return switch (history.header().end()) {
            case "ok" -> last.stream().anyMatch(some -> isPaid(some.state()));
            case "hang" -> last.stream().anyMatch(some -> isStuck(some.state(), open, some.done()));
            default -> !last.isEmpty();
        };
    }

    private Set<Case<S>> happen(Event event, Set<Case<S>> before) {
        Set<Case<S>> after = new HashSet<>();
        for (Case<S> some : before) {
            S state = some.state();
            switch (event.kind()) {
                case INVOKE, NOTE -> after.add(some);
                case RETURN -> {
                    Visit visit = visit(event);
                    if (some.done().contains(visit.id())) {
                        Set<Long> done = new HashSet<>(some.done());
                        done.remove(visit.id());
                        take(returns(state, visit), state, done, after);
                    }
                }
                case BEGIN -> take(entries(state, event), state, some.done(), after);
                case END -> take(finishes(state, beginOf.get(event)), state, some.done(), after);
            }
        }
        return after;
    }

    /** Everything that can come about without an event. */
    private Set<Case<S>> closure(Set<Case<S>> from, List<Visit> open) {
        Set<Case<S>> all = new HashSet<>(from);
        Deque<Case<S>> fresh = new ArrayDeque<>(from);
        while (!fresh.isEmpty()) {
            Case<S> some = fresh.pop();
            Set<Case<S>> next = new HashSet<>();
            take(hidden(some.state()), some.state(), some.done(), next);
            for (Visit visit : open) {
                if (!some.done().contains(visit.id())) {
                    Set<Long> done = new HashSet<>(some.done());
                    done.add(visit.id());
                    take(effects(some.state(), visit), some.state(), done, next);
                }
            }
            next.removeAll(all);
            all.addAll(next);
            fresh.addAll(next);
        }
        return all;
    }

    private void take(List<? extends Action<S>> actions, S state, Set<Long> done, Set<Case<S>> into) {
        for (Action<S> action : actions) {
            if (action.possible(state)
                    && action.broken(state).stream()
                            .allMatch(rule -> TOLERATED.contains(rule) || waived().contains(rule))) {
                into.add(new Case<>(action.apply(state), done));
            }
        }
    }
}

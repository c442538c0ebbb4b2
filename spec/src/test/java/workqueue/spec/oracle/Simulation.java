package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;

/**
 * Runs the executable specification at random and writes down what a recorder would have seen: what comes out conforms, by
 * construction.
 *
 * @param <S> the states of the executable specification
 */
abstract class Simulation<S> {
    /** A call that is under way. */
    static final class Open {
        final Event invoke;
        final Long within;
        boolean done;
        String result;
        Long queue;
        Long arg;

        Open(Event invoke, Long within) {
            this.invoke = invoke;
            this.within = within;
            this.queue = invoke.queue();
        }
    }

    final Random random;
    final List<Event> events = new ArrayList<>();
    /** The call that each thread is in. */
    final Map<Long, Open> open = new TreeMap<>();
    /** The begin of the run that each worker thread is in. */
    final Map<Long, Event> runs = new TreeMap<>();

    S state;

    Simulation(Random random, S initial) {
        this.random = random;
        this.state = initial;
    }

    /** Adds the steps that can be taken now; the more often a step is added the likelier it is. */
    abstract void offer(List<Runnable> steps, boolean mayCall);

    /** Takes up to a number of steps; then, if it is to end in order, as many as needed until all calls and runs are over. */
    final History run(String profile, Map<String, Object> parameters, int steps, boolean inOrder) {
        String end = "cut";
        for (int k = 0; inOrder ? k < 10 * steps : k < steps; k++) {
            List<Runnable> offers = new ArrayList<>();
            offer(offers, k < steps);
            if (offers.isEmpty()) {
                end = open.isEmpty() && runs.isEmpty() ? "ok" : "cut";
                break;
            }
            offers.get(random.nextInt(offers.size())).run();
        }
        return new History(new Header(profile, "simulation", "", -1, end, events.size(), parameters), events);
    }

    final boolean happens(Action<S> action) {
        if (!action.enabled(state)) {
            return false;
        }
        state = action.apply(state);
        return true;
    }

    final boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    final <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    final void invoke(long thread, String op, Long queue, Long item, Long arg) {
        Event begin = runs.get(thread);
        Event event = event(thread, Kind.INVOKE, op, queue, item, arg, null);
        open.put(thread, new Open(event, begin == null ? null : begin.seq()));
    }

    final void ret(long thread) {
        Open call = open.remove(thread);
        event(thread, Kind.RETURN, call.invoke.op(), call.queue, call.invoke.item(), call.arg, call.result);
    }

    final Event begin(long thread, Long queue, long item) {
        return begin(thread, queue, item, null);
    }

    final Event begin(long thread, Long queue, long item, String result) {
        Event begin = event(thread, Kind.BEGIN, "run", queue, item, null, result);
        runs.put(thread, begin);
        return begin;
    }

    final void end(long thread) {
        Event begin = runs.remove(thread);
        event(thread, Kind.END, "run", begin.queue(), begin.item(), null, null);
    }

    final long nextSeq() {
        return events.size();
    }

    final long freeWorker() {
        long worker = 100;
        while (runs.containsKey(worker)) {
            worker++;
        }
        return worker;
    }

    private Event event(long thread, Kind kind, String op, Long queue, Long item, Long arg, String result) {
        Event event = new Event(nextSeq(), -1, thread, kind, op, queue, item, arg, result);
        events.add(event);
        return event;
    }
}

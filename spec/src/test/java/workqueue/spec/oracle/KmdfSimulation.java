package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;

/** Random histories of profile {@code kmdf}. */
final class KmdfSimulation extends Simulation<Kmdf> {
    private final List<Long> items;
    private final List<Long> callers;
    private final int workers;
    /** The items whose handles are bad. */
    private final Set<Long> gone = new HashSet<>();

    private KmdfSimulation(
            Random random, List<Long> items, List<Long> callers, int workers, boolean serialized, boolean created) {
        super(random, Kmdf.initial(created ? Life.ABSENT : Life.LIVE, Map.of(), serialized, orUnlimited(workers)));
        this.items = items;
        this.callers = callers;
        this.workers = workers;
    }

    private static int orUnlimited(int workers) {
        return workers == 0 ? Policy.UNLIMITED : workers;
    }

    /** A history of one to three items and as many callers; half of them say how many workers there are. */
    static History history(Random random) {
        int items = 1 + random.nextInt(3);
        int callers = 1 + random.nextInt(3);
        int workers = random.nextBoolean() ? 0 : 1 + random.nextInt(2);
        boolean serialized = random.nextBoolean();
        Map<String, Object> parameters = new TreeMap<>(Map.of("automaticSerialization", serialized));
        if (workers > 0) {
            parameters.put("workers", (long) workers);
        }
        KmdfSimulation simulation =
                new KmdfSimulation(random, upTo(items), upTo(callers), workers, serialized, random.nextInt(4) == 0);
        return simulation.run("kmdf", parameters, 6 + random.nextInt(30), random.nextInt(3) > 0);
    }

    private static List<Long> upTo(int n) {
        List<Long> numbers = new ArrayList<>();
        for (long k = 1; k <= n; k++) {
            numbers.add(k);
        }
        return numbers;
    }

    @Override
    void offer(List<Runnable> steps, boolean mayCall) {
        List<Long> threads = new ArrayList<>(callers);
        threads.addAll(runs.keySet());
        for (long thread : threads) {
            Open call = open.get(thread);
            if (call == null && mayCall) {
                steps.add(() -> call(thread));
            } else if (call != null && !call.done) {
                steps.add(() -> effect(call));
            } else if (call != null && canReturn(call)) {
                steps.add(() -> finish(thread, call));
            }
            if (call == null && runs.containsKey(thread)) {
                steps.add(() -> {
                    happens(new Kmdf.Finish(runs.get(thread).seq()));
                    end(thread);
                });
            }
        }
        offerDequeues(steps);
        for (Instance instance : state.queue().dequeued().keySet()) {
            if (new Kmdf.Enter(nextSeq(), instance).enabled(state)) {
                steps.add(() -> {
                    happens(new Kmdf.Enter(nextSeq(), instance));
                    begin(freeWorker(), null, instance.item());
                });
            }
        }
        for (long item : items) {
            boolean inUse = open.values().stream().anyMatch(call -> !call.done && call.invoke.item() == item);
            if (!inUse && new Kmdf.Dispose(item).enabled(state)) {
                steps.add(() -> happens(new Kmdf.Dispose(item)));
            }
        }
    }

    /** Where no workers are declared, other queues may be in between: the order is free. */
    private void offerDequeues(List<Runnable> steps) {
        int size = state.queue().queue().size();
        for (int k = 0; k < (workers > 0 ? Math.min(size, 1) : size); k++) {
            int index = k;
            if (List.of("O1").containsAll(new Kmdf.Dequeue(index).broken(state))) {
                steps.add(() -> state = new Kmdf.Dequeue(index).apply(state));
            }
        }
    }

    private void call(long thread) {
        long item = any(items);
        if (gone.contains(item)) {
            return;
        }
        Event run = runs.get(thread);
        boolean own = run != null && run.item() == item;
        switch (state.life(item)) {
            case ABSENT -> {
                boolean creating = open.values().stream()
                        .anyMatch(call -> call.invoke.op().equals("create") && call.invoke.item() == item);
                if (!creating) {
                    invoke(thread, "create", null, item, null);
                }
            }
            case LIVE -> invoke(thread, operation(own), null, item, null);
            case DELETING -> invoke(thread, chance(0.7) || own ? "enqueue" : "flush", null, item, null);
            case DELETED -> {} // the handle is bad
        }
    }

    private String operation(boolean own) {
        double choice = random.nextDouble();
        return choice < 0.7 ? "enqueue" : choice < 0.9 && !own ? "flush" : "delete";
    }

    private void effect(Open call) {
        long item = call.invoke.item();
        long id = call.invoke.seq();
        call.done = switch (call.invoke.op()) {
            case "create" -> happens(new Kmdf.Create(item));
            case "enqueue" ->
                happens(new Kmdf.Accept(item)) || happens(new Kmdf.Coalesce(item)) || happens(new Kmdf.Refuse(item));
            case "flush" -> happens(new Kmdf.FlushBegin(id, item));
            default ->
                state.life(item) != Life.LIVE
                        || (isOwn(call)
                                ? happens(new Kmdf.DeleteSelf(call.within))
                                : happens(new Kmdf.DeleteBegin(id, item)));
        };
        call.result = call.invoke.op().equals("create") ? "0x00000000" : null;
    }

    private boolean isOwn(Open call) {
        return call.within != null && state.queue().running().get(call.within).item() == call.invoke.item();
    }

    private boolean canReturn(Open call) {
        long id = call.invoke.seq();
        return (!state.queue().flushing().containsKey(id) || new Kmdf.FlushReturn(id).enabled(state))
                && (!state.deleting().containsKey(id) || new Kmdf.DeleteReturn(id).enabled(state));
    }

    private void finish(long thread, Open call) {
        long id = call.invoke.seq();
        if (!happens(new Kmdf.FlushReturn(id))) {
            happens(new Kmdf.DeleteReturn(id));
        }
        if (call.invoke.op().equals("delete") && !isOwn(call)) {
            gone.add(call.invoke.item());
        }
        ret(thread);
    }
}

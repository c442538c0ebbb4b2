package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.model.Policy;

/** Random histories of profile {@code mf}. */
final class MediaFoundationSimulation extends Simulation<MediaFoundation> {
    private static final String OK = "0x00000000";
    private static final String E_FAIL = "0x80004005";
    private static final String SHUTDOWN = "0xC00D3E85";
    private static final String INVALID_WORKQUEUE = "0xC00D36FF";
    private static final String BAD_STARTUP_VERSION = "0xC00D36E3";
    private static final String NOT_FOUND = "0xC00D36D5";
    private static final String CANCELLED = "0xC00D36ED";
    private static final long LABEL = 4;
    private static final long MULTITHREADED_PLATFORM_QUEUE = 5;
    private static final long UNDEFINED_PLATFORM_QUEUE = 6;
    private static final long NEVER_ALLOCATED = 0x90009;

    private final List<Long> queues = new ArrayList<>(List.of(MediaFoundation.STANDARD, MULTITHREADED_PLATFORM_QUEUE));
    private final List<Long> keys = new ArrayList<>();
    private final List<Long> periodicKeys = new ArrayList<>();
    private final Map<Long, Set<Long>> queuesOf = new HashMap<>();
    private final int callers;
    private final int mostQueues;
    private int allocated;

    private MediaFoundationSimulation(Random random, int callers, int privateQueues) {
        super(random, MediaFoundation.initial(Policy.UNLIMITED));
        this.callers = callers;
        this.mostQueues = queues.size() + privateQueues;
    }

    /** A history of one to three callers and up to two private queues. */
    static History history(Random random) {
        MediaFoundationSimulation simulation =
                new MediaFoundationSimulation(random, 1 + random.nextInt(3), random.nextInt(3));
        return simulation.run("mf", Map.of(), 10 + random.nextInt(40), random.nextInt(3) > 0);
    }

    @Override
    void offer(List<Runnable> steps, boolean mayCall) {
        List<Long> threads = new ArrayList<>(runs.keySet());
        for (long caller = 1; caller <= callers; caller++) {
            threads.add(caller);
        }
        for (long thread : threads) {
            Open call = open.get(thread);
            if (call == null && mayCall) {
                steps.add(() -> call(thread));
            } else if (call != null && !call.done) {
                steps.add(() -> effect(call));
            } else if (call != null) {
                steps.add(() -> finish(thread, call));
            }
            if (call == null && runs.containsKey(thread)) {
                steps.add(() -> finish(thread));
            }
        }
        state.queues().forEach((id, queue) -> {
            for (int k = 0; k < queue.queue().size(); k++) {
                int index = k;
                if (new MediaFoundation.Dequeue(id, index).enabled(state)) {
                    steps.add(() -> happens(new MediaFoundation.Dequeue(id, index)));
                }
                if (new MediaFoundation.Discard(id, index).enabled(state)) {
                    steps.add(() -> happens(new MediaFoundation.Discard(id, index)));
                }
            }
            for (Instance instance : queue.dequeued().keySet()) {
                steps.add(() -> enter(id, instance));
            }
        });
        state.periodic().forEach((key, callback) -> {
            if ((mayCall || !callback.called()) // else it would go on for ever
                    && new MediaFoundationPeriodic.EnterPeriodic(nextSeq(), key).enabled(state)) {
                steps.add(() -> enterPeriodic(key, callback.item()));
            }
        });
        for (long key : state.deferred().keySet()) {
            if (state.started()) {
                steps.add(() -> happens(new MediaFoundationScheduled.Fire(key)));
            } else {
                steps.add(() -> happens(new MediaFoundationScheduled.Lapse(key)));
            }
        }
    }

    private void enter(long queue, Instance instance) {
        long item = instance.item();
        if (happens(new MediaFoundation.Enter(nextSeq(), queue, instance))) {
            begin(freeWorker(), any(List.copyOf(queuesOf.get(item))), item, instance.cancelled() ? CANCELLED : OK);
        }
    }

    private void enterPeriodic(long key, long item) {
        if (happens(new MediaFoundationPeriodic.EnterPeriodic(nextSeq(), key))) {
            begin(freeWorker(), LABEL, item, OK);
        }
    }

    private void finish(long thread) {
        long worker = runs.get(thread).seq();
        List.copyOf(state.periodic().keySet())
                .forEach(key -> happens(new MediaFoundationPeriodic.FinishPeriodic(worker, key)));
        state.queues().keySet().stream()
                .filter(queue -> new MediaFoundation.Finish(worker, queue).enabled(state))
                .findFirst()
                .ifPresent(queue -> happens(new MediaFoundation.Finish(worker, queue)));
        end(thread);
    }

    private void finish(long thread, Open call) {
        ret(thread);
        String op = call.invoke.op();
        if ((op.startsWith("allocate") || op.equals("lock_shared_queue")) && call.queue != null) {
            queues.add(call.queue);
        }
        if (call.arg != null && !op.equals("lock_shared_queue")) {
            (op.equals("add_periodic") ? periodicKeys : keys).add(call.arg);
        }
    }

    private void call(long thread) {
        Event run = runs.get(thread);
        double choice = random.nextDouble();
        if (run == null && choice < (state.started() ? 0.02 : 0.4)) {
            invoke(thread, "startup", null, null, null);
        } else if (run == null && choice < 0.1) {
            invoke(thread, "shutdown", null, null, null);
        } else if (choice < 0.14) {
            invoke(thread, "add_periodic", null, 9000 + nextSeq() % 2, null);
        } else if (choice < 0.2 && !periodicKeys.isEmpty()) {
            invoke(thread, "remove_periodic", null, null, any(periodicKeys));
        } else if (choice < 0.24 && queues.size() < mostQueues) {
            invoke(thread, "lock_shared_queue", null, null, nextSeq() % 2);
        } else if (choice < 0.3 && queues.size() < mostQueues) {
            boolean serial = random.nextBoolean();
            invoke(
                    thread,
                    serial ? "allocate_serial_queue" : "allocate_queue",
                    null,
                    null,
                    serial ? aQueue() : any(types()));
        } else if (choice < 0.45 && !keys.isEmpty()) {
            invoke(thread, "cancel", null, null, any(keys));
        } else if (choice < 0.55) {
            long item = chance(0.2) ? 1 : nextSeq() + 10;
            queuesOf.computeIfAbsent(item, i -> new TreeSet<>()).add(MediaFoundation.STANDARD);
            invoke(thread, random.nextBoolean() ? "schedule" : "put_waiting", LABEL, item, null);
        } else if (choice < 0.4) {
            invoke(thread, random.nextInt(3) == 0 ? "lock_queue" : "unlock_queue", aQueue(), null, null);
        } else {
            long item = run != null && chance(0.2) ? run.item() : chance(0.2) ? 1 : nextSeq() + 10;
            long queue = chance(0.03) ? UNDEFINED_PLATFORM_QUEUE : chance(0.05) ? NEVER_ALLOCATED : aQueue();
            queuesOf.computeIfAbsent(item, i -> new TreeSet<>()).add(queue);
            if (chance(0.5)) {
                invoke(thread, "put2", queue, item, any(List.of(-1L, 0L, 1L)));
            } else {
                invoke(thread, chance(0.8) ? "put" : "put_ex", queue, item, null);
            }
        }
    }

    /** Rather one of the application's own. */
    private long aQueue() {
        return chance(0.6) ? queues.get(queues.size() - 1) : any(queues);
    }

    private static List<Long> types() {
        return List.of(0L, 2L, 2L);
    }

    private void effect(Open call) {
        call.done = true;
        call.result = switch (call.invoke.op()) {
            case "startup" -> chance(0.1) ? BAD_STARTUP_VERSION : answer(new MediaFoundation.Startup(), OK);
            case "shutdown" -> answer(new MediaFoundation.Shutdown(), OK);
            case "lock_queue" -> lock(call.queue, new MediaFoundation.Lock(call.queue));
            case "unlock_queue" -> lock(call.queue, new MediaFoundation.Unlock(call.queue));
            case "put", "put_ex" -> put(call.queue, call.invoke.item(), 0);
            case "put2" -> put(call.queue, call.invoke.item(), call.invoke.arg().intValue());
            case "schedule", "put_waiting" -> defer(call);
            case "cancel" -> cancel(call.invoke.arg());
            case "add_periodic" -> addPeriodic(call);
            case "remove_periodic" -> removePeriodic(call);
            case "lock_shared_queue" -> lockShared(call);
            default -> allocate(call);
        };
    }

    private String answer(workqueue.spec.model.Action<MediaFoundation> action, String status) {
        return happens(action) ? status : null;
    }

    private String allocate(Open call) {
        if (happens(new MediaFoundation.RefuseAllocate())) {
            return SHUTDOWN;
        } else if (chance(0.1)) {
            return E_FAIL;
        }
        long id = 0x10001L * ++allocated;
        boolean over = call.invoke.op().equals("allocate_serial_queue");
        boolean serial = over || call.invoke.arg() != 2;
        happens(new MediaFoundation.Allocate(id, serial, over ? call.invoke.arg() : null));
        call.queue = id;
        return OK;
    }

    private String lock(long queue, workqueue.spec.model.Action<MediaFoundation> action) {
        if (MediaFoundation.isPlatform(queue) || happens(action)) {
            return OK;
        }
        return INVALID_WORKQUEUE;
    }

    private String defer(Open call) {
        if (happens(new MediaFoundation.RefuseShutdown(MediaFoundation.STANDARD, call.invoke.item()))) {
            return SHUTDOWN;
        }
        call.arg = 1000 + call.invoke.seq();
        boolean timed = call.invoke.op().equals("schedule");
        Deferred item = new Deferred(call.invoke.item(), MediaFoundation.STANDARD, timed);
        return answer(new MediaFoundationScheduled.Defer(call.arg, item), OK);
    }

    private String cancel(long key) {
        if (happens(new MediaFoundationScheduled.RefuseCancelShutdown(key))) {
            return SHUTDOWN;
        } else if (happens(new MediaFoundationScheduled.Cancel(key))) {
            return OK;
        }
        return chance(0.5) ? OK : NOT_FOUND;
    }

    private String addPeriodic(Open call) {
        if (happens(new MediaFoundationPeriodic.RefusePeriodicShutdown())) {
            return SHUTDOWN;
        }
        call.arg = 1000 + call.invoke.seq();
        return answer(new MediaFoundationPeriodic.AddPeriodic(call.arg, call.invoke.item()), OK);
    }

    private String removePeriodic(Open call) {
        call.arg = call.invoke.arg();
        if (happens(new MediaFoundationPeriodic.RefusePeriodicShutdown())) {
            return SHUTDOWN;
        }
        MediaFoundationPeriodic.RefuseRemove refuse = new MediaFoundationPeriodic.RefuseRemove(call.arg);
        return refuse.enabled(state) && chance(0.5)
                ? NOT_FOUND
                : answer(new MediaFoundationPeriodic.RemovePeriodic(call.arg), OK);
    }

    private String lockShared(Open call) {
        call.arg = call.invoke.arg();
        Long own = state.shared().get(call.arg);
        boolean live = own != null && state.live(own);
        if (!live && happens(new MediaFoundation.RefuseAllocate())) {
            return SHUTDOWN;
        }
        call.queue = live ? own : Long.valueOf(0x10001L * ++allocated);
        return answer(new MediaFoundation.LockShared(call.arg, call.queue), OK);
    }

    private String put(long queue, long item, int priority) {
        MediaFoundation.Accept accept = new MediaFoundation.Accept(queue, item, priority);
        List<String> answers = new ArrayList<>();
        if (accept.enabled(state)) {
            answers.add(OK);
        }
        if (new MediaFoundation.RefuseShutdown(queue, item).enabled(state)) {
            answers.add(SHUTDOWN);
        }
        if (new MediaFoundation.RefuseInvalid(queue, item).enabled(state)) {
            answers.add(INVALID_WORKQUEUE);
        }
        String answer = any(answers);
        if (answer.equals(OK)) {
            happens(accept);
        }
        return answer;
    }
}

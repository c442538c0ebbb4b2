package workqueue.properties.states.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import workqueue.properties.stateful.Patience;
import workqueue.properties.stateful.Run;
import workqueue.properties.stateful.Runs;
import workqueue.properties.states.Stage;

/** A stage whose operations are listed when it is made. Callbacks go on as they are told to. */
abstract class Acts implements Stage {
    static final int SUBJECT = 1;
    static final int OTHER = 2;

    private final Map<String, Callable<Supplier<String>>> acts = new HashMap<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Runs runs = new Runs();
    private final Calls calls = new Calls(threads);

    /** The callbacks that were called, in order, without those that were told to return. */
    private final List<Run> going = new CopyOnWriteArrayList<>();

    private int seen;

    /** What the last operation answered so far. */
    private Supplier<String> last;

    /** Something that is called, and may answer something. */
    @FunctionalInterface
    interface Call {
        Object call() throws Exception;
    }

    /** Something that is called, and answers nothing. */
    @FunctionalInterface
    interface VoidCall {
        void call() throws Exception;

        default Call answering(Object answer) {
            return () -> {
                call();
                return answer;
            };
        }
    }

    final Thread thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** The callback of an item. */
    final void run(int item) {
        runs.run(item);
    }

    /** An operation from outside. */
    final void outside(String name, Call call) {
        acts.put(name, () -> calls.make(name, call));
    }

    final void outside(String name, VoidCall call) {
        outside(name, call.answering(Answers.RETURNS));
    }

    /** An operation from the callback of the item under test. */
    final void inside(String name, Call call) {
        acts.put(name, () -> {
            AtomicReference<String> answer = new AtomicReference<>();
            newest(SUBJECT).order(name, () -> answer.set(Answers.of(call)));
            return answer::get;
        });
    }

    final void inside(String name, VoidCall call) {
        inside(name, call.answering(Answers.RETURNS));
    }

    /** A callback returns. */
    final void finish(String name, int item) {
        acts.put(name, () -> {
            Run run = newest(item);
            run.finish();
            going.remove(run);
            return () -> Answers.RETURNS;
        });
    }

    /** Whether runs of that number are of the item under test. */
    boolean isSubject(int item) {
        return item == SUBJECT;
    }

    private Run newest(int item) {
        seeRuns();
        return going.stream()
                .filter(run -> isSubject(run.item()) == isSubject(item))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    @Override
    public final void call(String operation) {
        calls.awaitQuiet(); // a thread is not free at once when its callback has returned
        try {
            last = acts.get(operation).call();
        } catch (Exception e) {
            throw new AssertionError(operation, e);
        }
    }

    @Override
    public final String answer() {
        return last.get();
    }

    @Override
    public Map<String, Object> visible() {
        calls.awaitQuiet();
        Map<String, Object> all = new TreeMap<>();
        all.put("runs", runs.count(SUBJECT));
        all.put("others", runs.count(OTHER));
        all.put("waiting", calls.waiting());
        return all;
    }

    private void seeRuns() {
        runs.from(seen).forEach(run -> {
            going.add(run);
            seen++;
        });
    }

    /** Has the reference let its threads end. */
    abstract void stopReference();

    @Override
    public final void stop() {
        stopReference();
        for (Thread thread : threads) {
            Patience.await("a thread ends", () -> !thread.isAlive());
        }
    }

    @Override
    public final void close() {
        calls.abandon();
        runs.finishAll();
        stopReference();
    }
}

package workqueue.properties.states.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workqueue.properties.stateful.Patience;

/** Calls from outside, each on a thread of its own, because it may have to wait. */
final class Calls {
    private static final int LOOKS = 3;

    private final List<Thread> others;
    private final List<OneCall> all = new ArrayList<>();

    /** Makes no calls yet; {@code others} are the threads that a call may wait for. */
    Calls(List<Thread> others) {
        this.others = others;
    }

    /** Makes a call; returns, once it has returned or nobody does anything any more, what it answers so far. */
    Supplier<String> make(String name, Acts.Call call) {
        OneCall made = new OneCall(call);
        all.add(made);
        made.start();
        Patience.await(name + " returns or waits", () -> made.answer != null || isQuiet());
        return () -> made.answer == null ? "waits" : made.answer;
    }

    /** Waits until nobody does anything any more. */
    void awaitQuiet() {
        Patience.await("nobody does anything", this::isQuiet);
    }

    /** One look is not enough: a thread wakes another, and waits itself before the other runs. */
    private boolean isQuiet() {
        return IntStream.range(0, LOOKS).allMatch(n -> areAllAtRest());
    }

    private boolean areAllAtRest() {
        return Stream.concat(others.stream(), all.stream()).allMatch(Calls::isAtRest);
    }

    private static boolean isAtRest(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    /** How many calls have not returned. */
    int waiting() {
        return (int) all.stream().filter(call -> call.answer == null).count();
    }

    void abandon() {
        all.forEach(Thread::interrupt);
    }

    private static final class OneCall extends Thread {
        private final Acts.Call call;
        private volatile String answer;

        OneCall(Acts.Call call) {
            this.call = call;
            setDaemon(true);
        }

        @Override
        public void run() {
            answer = Answers.of(call);
        }
    }
}

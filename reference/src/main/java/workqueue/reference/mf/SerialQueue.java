package workqueue.reference.mf;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A queue that hands its tasks to another one, its base, each when the one before is done (rules MF-27, S1, O1). It keeps
 * the base alive as long as it can be put to (rule MF-26), and usable as long as it has tasks.
 */
final class SerialQueue extends MfQueue {
    private final MfQueue base;
    private final Guard guard;
    private final Queue<Task> waiting = new ArrayDeque<>();

    /** Whether a task was handed to the base and is not done. */
    private boolean busy;

    SerialQueue(MfQueue base, Guard guard) {
        this.base = base;
        this.guard = guard;
        base.wrap();
    }

    @Override
    boolean tryPut(Task task) {
        return false; // whether it has to wait for another is guarded
    }

    @Override
    void put(Task task) {
        if (busy) {
            waiting.add(task);
            return;
        }
        hand(task);
        busy = true;
        base.hold();
    }

    private void hand(Task task) {
        base.put(new Handed(task, this::done));
    }

    /** What the base runs; it has the priority that the task has here (rule MF-37). */
    private record Handed(Task task, Runnable done) implements Task {
        @Override
        public void run() {
            task.run(done);
        }

        @Override
        public int priority() {
            return task.priority();
        }
    }

    private void done() {
        guard.run(() -> {
            Task next = waiting.poll();
            if (next != null) {
                hand(next);
            } else {
                busy = false;
                base.letGo();
                guard.noteChange();
            }
        });
    }

    @Override
    void hold() {
        base.hold();
    }

    @Override
    void letGo() {
        base.letGo();
    }

    @Override
    void start() {
        // It has no threads.
    }

    @Override
    void stop() {
        // It has no threads.
    }

    @Override
    void release() {
        base.unwrap();
    }

    @Override
    boolean isOver() {
        return !busy;
    }

    @Override
    boolean isBusy() {
        return busy;
    }

    @Override
    void awaitDrained(long deadline) {
        // Its tasks run on its base.
    }
}

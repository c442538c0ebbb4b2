package workqueue.reference.mf;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Outcome;
import workqueue.reference.core.Place;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;

/** A queue with threads of its own. It is made stopped. */
final class ThreadQueue extends MfQueue {
    private final WorkQueue items;

    /** Of what applications put: open while they may. It spares a put the platform's lock. */
    private final Scope applications = new Scope();

    /** Of what is put with the platform's lock, by those who know that it may be. */
    private final Scope platform = new Scope();

    private final Place place = new Place();
    private final ToIntFunction<Task> priority;
    private int holds;
    private boolean stopping;

    private ThreadQueue(int threadLimit, ThreadFactory threads, ToIntFunction<Task> priority) {
        items = new WorkQueue(Dedup.DISTINCT, threadLimit, threads);
        items.open(platform);
        this.priority = priority;
    }

    /** With one thread, and first in first out whatever the priority (rules S1, MF-37). */
    static ThreadQueue serial(ThreadFactory threads) {
        return new ThreadQueue(1, threads, task -> 0);
    }

    /** Its threads take the most urgent task first, and of equally urgent ones the oldest (rules MF-29, MF-36). */
    static ThreadQueue multithreaded(int threadLimit, ThreadFactory threads) {
        return new ThreadQueue(threadLimit, threads, Task::priority);
    }

    @Override
    boolean tryPut(Task task) {
        return enqueue(applications, task) == Outcome.ACCEPTED;
    }

    @Override
    void put(Task task) {
        enqueue(platform, task);
    }

    private Outcome enqueue(Scope scope, Task task) {
        return items.enqueue(new WorkItem(scope, place, priority.applyAsInt(task), task));
    }

    @Override
    void hold() {
        holds++;
    }

    @Override
    void letGo() {
        holds--;
        stopUnlessHeld();
    }

    @Override
    void start() {
        stopping = false;
        items.restart();
        items.open(applications);
    }

    @Override
    void stop() {
        stopping = true;
        items.close(applications);
        stopUnlessHeld();
    }

    private void stopUnlessHeld() {
        if (stopping && holds == 0) {
            items.stop();
        }
    }

    @Override
    void release() {
        stop();
    }

    @Override
    boolean isOver() {
        return items.isStopped();
    }

    @Override
    boolean isBusy() {
        return false;
    }

    @Override
    void awaitDrained(long deadline) throws InterruptedException {
        items.awaitDrained(applications, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        items.awaitDrained(platform, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}

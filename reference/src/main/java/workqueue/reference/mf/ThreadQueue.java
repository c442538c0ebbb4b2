package workqueue.reference.mf;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;

/** A queue with threads of its own; with one thread it is serial, and first in first out whatever the priority (MF-37). */
class ThreadQueue extends MfQueue {
    private final WorkQueue items;
    private final Scope scope = new Scope();
    private int holds;
    private boolean stopping;

    ThreadQueue(int threadLimit, ThreadFactory threads) {
        items = new WorkQueue(Dedup.DISTINCT, threadLimit, threads);
        items.open(scope);
    }

    @Override
    void put(Task task) {
        items.enqueue(new WorkItem(scope, task::run));
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
    }

    @Override
    void stop() {
        stopping = true;
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
        items.awaitDrained(scope, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}

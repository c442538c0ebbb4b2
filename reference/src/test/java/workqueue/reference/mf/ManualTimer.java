package workqueue.reference.mf;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A time that goes on when it is told to. */
final class ManualTimer implements Timer {
    private final Queue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::due).thenComparing(Alarm::number));
    private Duration now = Duration.ZERO;
    private int made;

    private record Alarm(Duration due, int number, Runnable action) {}

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Alarm alarm = new Alarm(now.plus(delay), made++, action);
        alarms.add(alarm);
        return () -> forget(alarm);
    }

    private synchronized void forget(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Lets so many milliseconds pass, and does what is due, in its order. */
    void pass(long millis) {
        now = now.plusMillis(millis);
        for (Alarm alarm = nextDue(); alarm != null; alarm = nextDue()) {
            alarm.action.run();
        }
    }

    private synchronized Alarm nextDue() {
        return alarms.isEmpty() || alarms.peek().due.compareTo(now) > 0 ? null : alarms.remove();
    }

    synchronized int pending() {
        return alarms.size();
    }
}

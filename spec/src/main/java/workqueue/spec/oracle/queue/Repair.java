package workqueue.spec.oracle.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import workqueue.spec.oracle.queue.Ways.Way;

/**
 * Learns from conflicts, so that what is done again from some moment on is done better. A conflict may have several
 * reasons, and so several ways around it: they are tried one after the other, the latest conflict's first.
 */
final class Repair {
    /** How many times all moments may be passed. */
    private static final int PROGRESS = 16;
    /** What was chosen so many moments ago is not gone back on. */
    private static final int REACH = 2_000;
    /** After so many conflicts in a row, none later than the latest before, it is given up. */
    private static final int PATIENCE = 500;

    private final Witness witness;
    private final Lessons lessons;
    private final Ways ways;
    private final long limit;
    private final Deque<Choice> choices = new ArrayDeque<>();

    Repair(Calls calls, Stays stays, Witness witness, Lessons lessons) {
        this.witness = witness;
        this.lessons = lessons;
        this.ways = new Ways(calls, stays, witness.line());
        this.limit = (long) PROGRESS * calls.length() + 1_000_000;
    }

    /** The ways around what was in the way before a moment, the one that is being tried first. */
    private record Choice(int moment, Deque<Way> ways) {}

    /** Goes on to the end, and back from each conflict as long as there is a way around it; the latest conflict, or null. */
    Conflict run() {
        int patience = PATIENCE;
        Conflict latest = null;
        List<Conflict> conflicts = witness.run();
        while (!conflicts.isEmpty()) {
            patience--;
            if (latest == null || conflicts.get(0).moment() > latest.moment()) {
                latest = decisive(conflicts);
                patience = PATIENCE;
            }
            if (witness.steps() > limit || patience == 0 || !around(conflicts)) {
                return latest;
            }
            conflicts = witness.run();
        }
        return null;
    }

    /** What first stood in the way of something: it is why the calls that wanted that failed as well. */
    private static Conflict decisive(List<Conflict> conflicts) {
        return conflicts.stream().filter(Conflict::namesTwo).findFirst().orElse(conflicts.get(conflicts.size() - 1));
    }

    /** Goes back, to try a way around conflicts, or else the next way around those before; whether there is one. */
    private boolean around(List<Conflict> conflicts) {
        int moment = conflicts.get(0).moment();
        while (!choices.isEmpty() && choices.getLast().moment() < moment - REACH) {
            choices.removeLast();
        }
        Choice choice = new Choice(moment, ways.around(conflicts));
        int target = moment;
        while (true) {
            while (!choice.ways().isEmpty()) {
                Way way = choice.ways().getFirst();
                if (lessons.learn(way.lesson())) {
                    choices.addFirst(choice);
                    witness.backTo(Math.min(target, way.from()));
                    return true;
                }
                choice.ways().removeFirst();
            }
            if (choices.isEmpty()) {
                return false;
            }
            choice = choices.removeFirst();
            Way failed = choice.ways().removeFirst();
            lessons.forget(failed.lesson());
            target = Math.min(target, failed.from());
        }
    }
}

package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import workqueue.spec.diff.Step.Verb;

/**
 * What a scenario has come to, as everybody can see it.
 *
 * @param items how many items were mentioned: the first is 1, and the next is 2
 * @param running the items whose runs have begun and not ended
 * @param flushing the item that is waited for; 0 if none is
 * @param closing whether the queue is being shut down
 * @param closed whether it was
 * @param over whether nothing more happens
 */
record Scene(int items, List<Long> running, long flushing, boolean closing, boolean closed, boolean over) {
    static Scene start() {
        return new Scene(0, List.of(), 0, false, false, false);
    }

    /** The steps that make sense now, in the order in which they are preferred. */
    List<Step> steps(Set<Verb> verbs) {
        List<Step> steps = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            if (verbs.contains(verb) && !over) {
                itemsOf(verb).filter(item -> makesSense(verb, item)).forEach(item -> steps.add(new Step(verb, item)));
            }
        }
        return steps;
    }

    /** Those that were mentioned, and the next. */
    private LongStream itemsOf(Verb verb) {
        return verb.isOfItem() ? LongStream.rangeClosed(1, Math.min(items + 1, Client.ITEMS.size())) : LongStream.of(0);
    }

    private boolean makesSense(Verb verb, long item) {
        return switch (verb) {
            case ENQUEUE, REFUSED, CANCEL, CANCEL_NOTHING -> true;
            case BEGIN -> item <= items && running.size() < Client.THREADS;
            case END -> running.contains(item);
            case FLUSH -> flushing == 0;
            case FLUSHED -> flushing == item;
            case CLOSE -> !closing && !closed && flushing == 0;
            case CLOSED -> closing;
            case REST -> running.isEmpty() && flushing == 0 && !closing;
        };
    }

    Scene after(Step step) {
        long item = step.item();
        int mentioned = (int) Math.max(items, item);
        return switch (step.verb()) {
            case BEGIN -> new Scene(mentioned, plus(item), flushing, closing, closed, over);
            case END -> new Scene(mentioned, minus(item), flushing, closing, closed, over);
            case FLUSH -> new Scene(mentioned, running, item, closing, closed, over);
            case FLUSHED -> new Scene(mentioned, running, 0, closing, closed, over);
            case CLOSE -> new Scene(mentioned, running, flushing, true, closed, over);
            case CLOSED -> new Scene(mentioned, running, flushing, false, true, over);
            case REST -> new Scene(mentioned, running, flushing, closing, closed, true);
            case ENQUEUE, REFUSED, CANCEL, CANCEL_NOTHING ->
                new Scene(mentioned, running, flushing, closing, closed, over);
        };
    }

    private List<Long> plus(long item) {
        List<Long> more = new ArrayList<>(running);
        more.add(item);
        more.sort(null);
        return List.copyOf(more);
    }

    private List<Long> minus(long item) {
        List<Long> fewer = new ArrayList<>(running);
        fewer.remove(item);
        return List.copyOf(fewer);
    }
}

package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Steps.Refused;

/** Writes down, step by step, how histories conform: one part after the other, as they are found to. */
final class Transcript {
    private final boolean wanted;
    private final List<Step> steps = new ArrayList<>();
    private long part;

    /** A transcript, or one that stays empty. */
    Transcript(boolean wanted) {
        this.wanted = wanted;
    }

    List<Step> steps() {
        return steps;
    }

    /** A search found that a part conforms. */
    <S> void add(Search<S> search) {
        if (!wanted) {
            return;
        }
        Steps<S> ways = search.moves().steps();
        Player<S> player = new Player<>(ways);
        List<Configuration<S>> path = search.path();
        for (int k = 1; k < path.size(); k++) {
            Configuration<S> at = path.get(k - 1);
            Configuration<S> next = path.get(k);
            if (next.moment() <= ways.script().length()) {
                boolean event = next.moment() > at.moment();
                add(player, event ? event(ways, at.moment()) : call(effect(ways, at, next)), next::equals);
            }
        }
        part++;
    }

    /** The call that has taken effect in the second and not in the first, or null. */
    private static <S> Long effect(Steps<S> ways, Configuration<S> at, Configuration<S> next) {
        return ways.script().open(at.moment()).stream()
                .map(Call::id)
                .filter(call -> next.done().contains(call) && !at.done().contains(call))
                .findFirst()
                .orElse(null);
    }

    /**
     * The calls of a history took effect in an order: each as late as its return and those of the later ones allow.
     *
     * @param possible what may happen in the history; asked for only if the transcript is wanted, as it may be large
     */
    <S> void add(Supplier<Steps<S>> possible, List<Long> order) {
        if (!wanted) {
            return;
        }
        Steps<S> ways = possible.get();
        Player<S> player = new Player<>(ways);
        Iterator<Long> next = order.iterator();
        Set<Long> done = new HashSet<>();
        for (int moment = 0; moment < ways.script().length(); moment++) {
            if (ways.script().event(moment).kind() == Kind.RETURN) {
                while (!done.contains(ways.script().callAt(moment).id())) {
                    done.add(effect(player, next.next()));
                }
            }
            add(player, event(ways, moment), any -> true);
        }
        while (next.hasNext()) {
            effect(player, next.next());
        }
        part++;
    }

    private <S> long effect(Player<S> player, long call) {
        add(player, call(call), any -> true);
        return call;
    }

    private <S> Step event(Steps<S> ways, int moment) {
        return new Step(part, ways.script().event(moment).seq(), null, null);
    }

    private Step call(Long id) {
        return new Step(part, null, id, null);
    }

    private <S> void add(Player<S> player, Step step, Predicate<Configuration<S>> wanted) {
        try {
            steps.add(player.take(step, wanted)
                    .orElseThrow(() -> new IllegalStateException(step + " was found to be possible, and is not")));
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }
}

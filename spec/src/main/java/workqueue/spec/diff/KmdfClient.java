package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;

/** Framework work items without automatic serialization. */
record KmdfClient(Policy.Dedup dedup) implements Client<Kmdf> {
    @Override
    public Kmdf initial() {
        return Kmdf.initial(Kmdf.Life.LIVE, Map.of(), false, dedup, THREADS);
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.complementOf(EnumSet.of(Verb.CANCEL, Verb.CANCEL_NOTHING));
    }

    @Override
    public String closing() {
        return "WdfObjectDelete of both items";
    }

    @Override
    public List<Action<Kmdf>> visible(Kmdf state, Step step) {
        long item = step.item();
        return switch (step.verb()) {
            case ENQUEUE -> List.of(new Kmdf.Accept(item), new Kmdf.Coalesce(item));
            case REFUSED -> List.of(new Kmdf.Refuse(item));
            case BEGIN -> begins(state, item);
            case END -> Taking.ends(state.queue(), item, Kmdf.Finish::new);
            case FLUSH -> List.of(new Kmdf.FlushBegin(FLUSHER, item));
            case FLUSHED -> List.of(new Kmdf.FlushReturn(FLUSHER));
            case CLOSE -> List.of(new Then<>(new Kmdf.DeleteBegin(1, 1), new Kmdf.DeleteBegin(2, 2)));
            case CLOSED -> List.of(new Then<>(new Kmdf.DeleteReturn(1), new Kmdf.DeleteReturn(2)));
            case REST -> List.of(new Kmdf.AtRest());
            case CANCEL, CANCEL_NOTHING -> List.of();
        };
    }

    private static List<Action<Kmdf>> begins(Kmdf state, long item) {
        List<Action<Kmdf>> begins = new ArrayList<>();
        Taking.dequeued(state.queue(), item)
                .forEach(instance -> begins.add(new Kmdf.Enter(Taking.free(state.queue()), instance)));
        return begins;
    }

    @Override
    public List<Action<Kmdf>> hidden(Kmdf state) {
        List<Action<Kmdf>> hidden = Taking.places(state.queue(), Kmdf.Dequeue::new);
        hidden.addAll(Taking.places(state.queue(), Kmdf.Discard::new));
        ITEMS.forEach(item -> hidden.add(new Kmdf.Dispose(item)));
        return hidden;
    }
}

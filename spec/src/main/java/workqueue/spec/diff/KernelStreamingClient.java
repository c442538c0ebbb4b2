package workqueue.spec.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.Then;

/** Workers of kernel streaming, one for each item; a counted one is enqueued by an increment. */
record KernelStreamingClient(boolean counted) implements Client<KernelStreaming> {
    @Override
    public KernelStreaming initial() {
        return KernelStreaming.initial(KernelStreaming.Life.REGISTERED, Map.of(), THREADS);
    }

    @Override
    public Set<Verb> verbs() {
        EnumSet<Verb> verbs = EnumSet.of(Verb.ENQUEUE, Verb.BEGIN, Verb.END, Verb.CLOSE, Verb.CLOSED, Verb.REST);
        if (!counted) {
            verbs.add(Verb.REFUSED);
        }
        return verbs;
    }

    @Override
    public String closing() {
        return "KsUnregisterWorker of both workers";
    }

    @Override
    public List<Action<KernelStreaming>> visible(KernelStreaming state, Step step) {
        long item = step.item();
        return switch (step.verb()) {
            case ENQUEUE ->
                List.of(
                        counted
                                ? new KernelStreaming.Increment(item, state.count(item) + 1)
                                : new KernelStreaming.Accept(item, item));
            case REFUSED -> List.of(new KernelStreaming.Refuse(item));
            case BEGIN -> {
                long thread = Taking.free(state.queue());
                yield List.of(
                        counted
                                ? new KernelStreaming.EnterCounted(thread, item)
                                : new KernelStreaming.Enter(thread, item, item));
            }
            case END -> Taking.ends(state.queue(), item, KernelStreaming.Finish::new);
            case CLOSE ->
                List.of(new Then<>(
                        new KernelStreaming.UnregisterBegin(1, 1), new KernelStreaming.UnregisterBegin(2, 2)));
            case CLOSED ->
                List.of(new Then<>(new KernelStreaming.UnregisterReturn(1), new KernelStreaming.UnregisterReturn(2)));
            case REST -> List.of(new KernelStreaming.AtRest());
            case FLUSH, FLUSHED, CANCEL, CANCEL_NOTHING -> List.of();
        };
    }

    @Override
    public List<Action<KernelStreaming>> hidden(KernelStreaming state) {
        List<Action<KernelStreaming>> hidden = Taking.places(state.queue(), KernelStreaming.Dequeue::new);
        hidden.addAll(Taking.places(state.queue(), KernelStreaming.Discard::new));
        state.queue().running().forEach((thread, run) -> {
            if (state.tasks().get(thread) == KernelStreaming.Stage.FREE) {
                hidden.add(new KernelStreaming.Take(thread));
            }
            hidden.add(new KernelStreaming.Decrement(thread, state.count(run.item()) - 1));
        });
        return hidden;
    }
}

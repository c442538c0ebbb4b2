package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.LinuxCancel;
import workqueue.spec.model.LinuxFlush;
import workqueue.spec.model.LinuxWorkqueue;
import workqueue.spec.model.Policy;

/**
 * A workqueue of Linux, and other runtimes' queues, which have fewer calls.
 *
 * @param closing what shuts the queue down, or null
 */
record LinuxClient(Policy.Dedup dedup, Policy.Exclusion exclusion, Set<Verb> verbs, String closing)
        implements Client<LinuxWorkqueue> {
    @Override
    public LinuxWorkqueue initial() {
        return LinuxWorkqueue.initial(new Policy(dedup, exclusion, THREADS));
    }

    @Override
    public List<Action<LinuxWorkqueue>> visible(LinuxWorkqueue state, Step step) {
        long item = step.item();
        return switch (step.verb()) {
            case ENQUEUE ->
                List.of(
                        new LinuxWorkqueue.Accept(item),
                        new LinuxWorkqueue.Coalesce(item),
                        new LinuxWorkqueue.Drop(item));
            case REFUSED -> List.of(new LinuxWorkqueue.Refuse(item));
            case BEGIN -> begins(state, item);
            case END -> Taking.ends(state.queue(), item, LinuxWorkqueue.Finish::new);
            case FLUSH -> List.of(new LinuxFlush.FlushBegin(FLUSHER, item));
            case FLUSHED -> List.of(new LinuxFlush.FlushReturn(FLUSHER));
            case CANCEL -> List.of(new LinuxCancel.Take(item));
            case CANCEL_NOTHING -> List.of(new LinuxCancel.TakeNothing(item));
            case CLOSE -> List.of(new LinuxWorkqueue.DestroyBegin(CLOSER));
            case CLOSED -> List.of(new LinuxWorkqueue.DrainReturn(CLOSER));
            case REST -> List.of(new LinuxWorkqueue.AtRest());
        };
    }

    private static List<Action<LinuxWorkqueue>> begins(LinuxWorkqueue state, long item) {
        List<Action<LinuxWorkqueue>> begins = new ArrayList<>();
        Taking.dequeued(state.queue(), item)
                .forEach(instance -> begins.add(new LinuxWorkqueue.Enter(Taking.free(state.queue()), instance)));
        return begins;
    }

    @Override
    public List<Action<LinuxWorkqueue>> hidden(LinuxWorkqueue state) {
        List<Action<LinuxWorkqueue>> hidden = Taking.places(state.queue(), LinuxWorkqueue.Dequeue::new);
        hidden.addAll(Taking.places(state.queue(), LinuxCancel.Discard::new));
        return hidden;
    }
}

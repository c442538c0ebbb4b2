package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Then;
import workqueue.spec.model.WorkQueue;

/** A private, multithreaded queue of a platform that is started once. */
final class MediaFoundationClient implements Client<MediaFoundation> {
    private static final long QUEUE = 0x10000;

    @Override
    public MediaFoundation initial() {
        return new Then<>(new MediaFoundation.Startup(), new MediaFoundation.Allocate(QUEUE, false))
                .apply(MediaFoundation.initial(THREADS));
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.complementOf(EnumSet.of(Verb.FLUSH, Verb.FLUSHED, Verb.CANCEL, Verb.CANCEL_NOTHING));
    }

    @Override
    public String closing() {
        return "MFShutdown";
    }

    @Override
    public List<Action<MediaFoundation>> visible(MediaFoundation state, Step step) {
        long item = step.item();
        WorkQueue queue = state.queue(QUEUE);
        return switch (step.verb()) {
            case ENQUEUE -> List.of(new MediaFoundation.Accept(QUEUE, item));
            case REFUSED -> List.of(new MediaFoundation.RefuseShutdown(QUEUE, item));
            case BEGIN -> begins(queue, item);
            case END -> Taking.ends(queue, item, thread -> new MediaFoundation.Finish(thread, QUEUE));
            case CLOSE -> List.of(new MediaFoundation.Shutdown());
            case CLOSED -> List.of(Then.nothing()); // the call waits for nothing
            case REST -> List.of(new MediaFoundation.AtRest());
            case FLUSH, FLUSHED, CANCEL, CANCEL_NOTHING -> List.of();
        };
    }

    private static List<Action<MediaFoundation>> begins(WorkQueue queue, long item) {
        List<Action<MediaFoundation>> begins = new ArrayList<>();
        Taking.dequeued(queue, item)
                .forEach(instance -> begins.add(new MediaFoundation.Enter(Taking.free(queue), QUEUE, instance)));
        return begins;
    }

    @Override
    public List<Action<MediaFoundation>> hidden(MediaFoundation state) {
        WorkQueue queue = state.queue(QUEUE);
        List<Action<MediaFoundation>> hidden = Taking.places(queue, index -> new MediaFoundation.Dequeue(QUEUE, index));
        hidden.addAll(Taking.places(queue, index -> new MediaFoundation.Discard(QUEUE, index)));
        return hidden;
    }
}

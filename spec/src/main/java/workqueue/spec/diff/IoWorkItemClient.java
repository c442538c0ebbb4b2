package workqueue.spec.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.IoWorkItem;

/** Work items of one device, queued to one queue. */
final class IoWorkItemClient implements Client<IoWorkItem> {
    @Override
    public IoWorkItem initial() {
        return IoWorkItem.initial(IoWorkItem.Life.ALLOCATED, Map.of(), THREADS);
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.ENQUEUE, Verb.BEGIN, Verb.END, Verb.CLOSE, Verb.CLOSED, Verb.REST);
    }

    @Override
    public String closing() {
        return "IoDeleteDevice, until the device is gone";
    }

    @Override
    public List<Action<IoWorkItem>> visible(IoWorkItem state, Step step) {
        long item = step.item();
        return switch (step.verb()) {
            case ENQUEUE -> List.of(new IoWorkItem.Accept(item));
            case BEGIN -> List.of(new IoWorkItem.Enter(Taking.free(state.queue()), item));
            case END -> Taking.ends(state.queue(), item, IoWorkItem.Finish::new);
            case CLOSE -> List.of(new IoWorkItem.DeleteDevice());
            case CLOSED -> List.of(new IoWorkItem.RemoveDevice());
            case REST -> List.of(new IoWorkItem.AtRest());
            case REFUSED, FLUSH, FLUSHED, CANCEL, CANCEL_NOTHING -> List.of();
        };
    }

    @Override
    public List<Action<IoWorkItem>> hidden(IoWorkItem state) {
        List<Action<IoWorkItem>> hidden = Taking.places(state.queue(), IoWorkItem.Dequeue::new);
        hidden.addAll(Taking.places(state.queue(), IoWorkItem.Discard::new));
        return hidden;
    }
}

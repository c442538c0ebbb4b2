package workqueue.spec.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.ClientGo;
import workqueue.spec.model.Then;

/** Queues that hand out their items: a run begins with the dequeue and ends with the completion. */
record HandingOutClient(ClientGo.Kind kind) implements Client<ClientGo> {
    @Override
    public ClientGo initial() {
        return ClientGo.initial(kind);
    }

    @Override
    public Set<Verb> verbs() {
        EnumSet<Verb> verbs = EnumSet.of(Verb.ENQUEUE, Verb.REFUSED, Verb.BEGIN, Verb.END, Verb.CLOSE, Verb.CLOSED);
        if (kind != ClientGo.Kind.CLIENT_GO) {
            verbs.addAll(EnumSet.of(Verb.CANCEL, Verb.CANCEL_NOTHING));
        }
        return verbs;
    }

    @Override
    public String closing() {
        return kind == ClientGo.Kind.CLIENT_GO ? "ShutDown" : "shutdown";
    }

    @Override
    public List<Action<ClientGo>> visible(ClientGo state, Step step) {
        long item = step.item();
        return switch (step.verb()) {
            case ENQUEUE -> List.of(new ClientGo.Accept(item), new ClientGo.Coalesce(item));
            case REFUSED -> List.of(new ClientGo.Refuse(item));
            case BEGIN -> List.of(new ClientGo.Dequeue(item));
            case END -> List.of(new ClientGo.Complete(item));
            case CANCEL -> List.of(new ClientGo.Cancel(item));
            case CANCEL_NOTHING -> List.of(new ClientGo.CancelNothing(item));
            case CLOSE -> List.of(new ClientGo.ShutDown());
            case CLOSED -> List.of(Then.nothing()); // the call waits for nothing
            case FLUSH, FLUSHED, REST -> List.of();
        };
    }

    @Override
    public List<Action<ClientGo>> hidden(ClientGo state) {
        return ITEMS.stream().<Action<ClientGo>>map(ClientGo.Discard::new).toList();
    }
}

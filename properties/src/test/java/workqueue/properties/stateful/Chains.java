package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/**
 * Walks for jqwik. Actions are independent and have no preconditions, for only then a failing chain loses all that it can
 * spare when it is shrunk: what cannot be done now does nothing.
 */
public final class Chains {
    private static final int LONGEST = 50;

    private Chains() {}

    public static <S extends Pair> Arbitrary<ActionChain<S>> of(Walk<S> walk) {
        ActionChainArbitrary<S> chains = ActionChain.startWith(walk::start);
        for (Command<S> command : walk.commands()) {
            chains = chains.withAction(command.weight(), action(command));
        }
        return chains.withMaxTransformations(LONGEST);
    }

    /** Runs the chain, lets it come to rest, and cleans up. */
    public static <S extends Pair> void run(ActionChain<S> chain) {
        try (S end = chain.run()) {
            end.comeToRest();
        }
    }

    private static <S extends Pair> Action<S> action(Command<S> command) {
        return Action.just(Transformer.mutate(command.name(), pair -> Steps.take(command, pair)));
    }
}

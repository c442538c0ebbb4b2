package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    /** Plays the commands of these names, one after the other, each when all is at rest; then lets all come to rest. */
    static <S extends Pair> void play(Walk<S> walk, List<String> chain) {
        try (S pair = walk.start()) {
            for (String name : chain) {
                Command<S> command = command(walk, name);
                assertTrue(command.possible().test(pair), () -> "this cannot be done now: " + name);
                command.run().accept(pair);
                Patience.rest(); // so that what is too much has come, if anything is
                pair.compare();
            }
            pair.comeToRest();
        }
    }

    private static <S extends Pair> Command<S> command(Walk<S> walk, String name) {
        return walk.commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command " + name));
    }
}

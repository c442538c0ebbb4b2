package workqueue.properties.stateful;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Walks without an engine: a seed is a walk. There is no shrinking; what fails is told by seed and commands. */
public final class Seeds {
    private Seeds() {}

    /** Takes so many steps at random, and lets the pair come to rest. */
    public static <S extends Pair> void walk(Walk<S> walk, long seed, int steps) {
        Random random = new Random(seed);
        List<String> taken = new ArrayList<>();
        try (S pair = walk.start()) {
            for (int n = 0; n < steps; n++) {
                Command<S> command = next(walk, pair, random);
                taken.add(command.name());
                Steps.take(command, pair);
            }
            pair.comeToRest();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + taken, e);
        }
    }

    private static <S extends Pair> Command<S> next(Walk<S> walk, S pair, Random random) {
        List<Command<S>> possible = walk.commands().stream()
                .filter(command -> command.possible().test(pair))
                .toList();
        int ticket = random.nextInt(possible.stream().mapToInt(Command::weight).sum());
        for (Command<S> command : possible) {
            ticket -= command.weight();
            if (ticket < 0) {
                return command;
            }
        }
        throw new AssertionError("unreachable");
    }
}

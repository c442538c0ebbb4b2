package workqueue.spec.diff;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;

/**
 * Searches for the shortest scenarios that two profiles disagree about: breadth first through the pairs of what the two
 * executable specifications can have come to. Several threads may use it.
 */
public final class Differ {
    private Differ() {}

    /** The profiles that can be compared, in alphabetical order. */
    public static Set<String> profiles() {
        return Clients.ALL.keySet();
    }

    /** What shutting the queue down means in a profile, in words; none if it has no such thing. */
    public static Optional<String> closing(String profile) {
        return Optional.ofNullable(client(profile).closing());
    }

    /**
     * Compares two profiles.
     *
     * @param length of the longest scenarios to look at
     * @param without what the scenarios are to do without
     * @throws IllegalArgumentException if there is no such profile
     */
    public static Comparison compare(String first, String second, int length, Set<Verb> without) {
        return search(client(first), client(second), length, without);
    }

    private static Client<?> client(String profile) {
        Client<?> client = Clients.ALL.get(profile);
        if (client == null) {
            throw new IllegalArgumentException(
                    "unknown profile \"" + profile + "\"; known are " + String.join(", ", profiles()));
        }
        return client;
    }

    static <A, B> Comparison search(Client<A> first, Client<B> second, int length, Set<Verb> without) {
        Set<Verb> verbs = EnumSet.copyOf(first.verbs());
        verbs.retainAll(second.verbs());
        verbs.removeAll(without);
        return new Frontier<>(verbs, Side.start(first), Side.start(second)).search(length);
    }
}

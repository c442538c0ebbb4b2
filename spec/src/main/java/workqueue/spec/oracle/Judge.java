package workqueue.spec.oracle;

import java.util.List;
import java.util.Optional;

/** Decides some rules directly, without search. */
interface Judge {
    /** The earliest breach of the judge's rules; empty if there is none or the judge cannot tell. */
    Optional<Finding> judge(Script script);

    /**
     * A breach.
     *
     * @param rule the rule's id
     * @param moment the moment of the event that broke it
     * @param reason in words
     * @param witness moments of the events that show it, in order
     */
    record Finding(String rule, int moment, String reason, List<Integer> witness) {}
}

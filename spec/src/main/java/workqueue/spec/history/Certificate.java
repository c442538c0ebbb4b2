package workqueue.spec.history;

import java.util.List;

/**
 * Why a recording conforms, or does not, in a form that can be checked without looking for it again: of one that conforms
 * the order in which everything took effect, of one that does not a part that is a violation by itself.
 *
 * @param profile the profile whose rules it speaks of
 * @param verdict {@code conforms}, {@code caller-violates} or {@code implementation-violates}
 * @param rule the id of the rule that is broken, or null
 * @param strict whether rules of level DE-FACTO were asked for, too
 * @param events how many events the recording has
 * @param items the items that the part is of, which lists of items are reduced to; empty where everything conforms
 * @param steps the order, or the events of the part
 */
public record Certificate(
        String profile, String verdict, String rule, boolean strict, long events, List<Long> items, List<Step> steps) {
    /** The name and version of the file format. */
    public static final String FORMAT = "workqueue-certificate/1";

    /** The verdict of what conforms. */
    public static final String CONFORMS = "conforms";

    /** The verdicts that can be certified. */
    static final List<String> VERDICTS = List.of(CONFORMS, "caller-violates", "implementation-violates");

    /** Takes immutable copies. */
    public Certificate {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
    }

    Certificate with(List<Step> all) {
        return new Certificate(profile, verdict, rule, strict, events, items, all);
    }

    /** Whether the recording is said to conform. */
    public boolean conforms() {
        return verdict.equals(CONFORMS);
    }

    /**
     * One step: an event that happened; or else a call that took effect; or else something that is not recorded.
     *
     * @param part where parts of a recording decide alone, which part, from 0
     * @param event the {@code seq} of the event, or null
     * @param call the {@code seq} of the call's invoke, or null
     * @param action the action of the executable specification that this is, or null in a part that is a violation
     */
    public record Step(long part, Long event, Long call, String action) {
        /** An event of a part that is a violation. */
        public static Step of(long event) {
            return new Step(0, event, null, null);
        }

        /** The same step as an action. */
        public Step as(String action) {
            return new Step(part, event, call, action);
        }

        @Override
        public String toString() {
            return event != null ? "event #" + event : call != null ? "call #" + call : "what is not recorded";
        }
    }
}

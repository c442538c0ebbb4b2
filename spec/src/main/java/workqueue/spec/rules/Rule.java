package workqueue.spec.rules;

import java.util.List;

/**
 * One numbered sentence about work-item queues.
 *
 * @param id the area's letter or the family's name, and a number: {@code D1}, {@code MF-17}
 * @param sentence what holds
 * @param level how strongly
 * @param profiles the profiles that it holds for
 * @param why why it is wanted
 * @param sources the documents behind it, with their addresses
 * @param tla names {@code Module!Operator} of the TLA+ modules, or one text that starts with {@code none:}
 * @param spec names of the executable specification's actions, or one text that starts with {@code none:}
 * @param checked by what means it is checked, or why it is not
 */
public record Rule(
        String id,
        String sentence,
        Level level,
        List<String> profiles,
        String why,
        String sources,
        List<String> tla,
        List<String> spec,
        String checked) {

    /** How strongly a rule holds. */
    public enum Level {
        /** A document states it; breaking it is a violation. */
        MUST,
        /** A document allows either outcome. */
        MAY,
        /** Documents are silent, implementations agree; asked for only by a strict oracle. */
        DE_FACTO,
        /** The caller's obligation; breaking it is not the implementation's failure. */
        CALLER
    }

    /** Whether a list of {@link #tla} or {@link #spec} names nothing and gives a reason instead. */
    public static boolean isReason(List<String> names) {
        return names.size() == 1 && names.get(0).startsWith("none");
    }
}

package workqueue.tla;

import static java.util.Objects.requireNonNull;

/**
 * A change of a module that a model is to detect. It is textual, so that it cannot outlive what it changes: a text that
 * is no longer in the module, or is there twice, is an error.
 *
 * @param file the name of the module's file, such as {@code WorkQueue.tla}
 * @param find what to replace; occurs exactly once in the file
 * @param replace what to put in its place
 */
public record Mutation(String file, String find, String replace) {
    public Mutation {
        requireNonNull(file, "file");
        requireNonNull(find, "find");
        requireNonNull(replace, "replace");
    }

    /**
     * Applies this to the text of the file.
     *
     * @throws IllegalArgumentException if the text to find does not occur exactly once
     */
    String applyTo(String text) {
        int first = text.indexOf(find);
        if (first < 0) {
            throw new IllegalArgumentException(file + " does not contain the text to mutate: " + find);
        }
        if (text.indexOf(find, first + 1) >= 0) {
            throw new IllegalArgumentException(file + " contains the text to mutate more than once: " + find);
        }
        return text.substring(0, first) + replace + text.substring(first + find.length());
    }
}

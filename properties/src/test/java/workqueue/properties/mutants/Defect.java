package workqueue.properties.mutants;

import java.util.ArrayList;
import java.util.List;

/**
 * A defect put into one source file of the reference, by edits of its text. A text that is not in the file exactly once
 * is a failed test: a defect must not outlive what it breaks.
 *
 * @param file the source file, below the package {@code workqueue.reference}
 * @param edits what is replaced, and by what
 */
public record Defect(String file, List<Edit> edits) {
    /** One replacement. */
    public record Edit(String find, String replace) {}

    public static Defect in(String file, String find, String replace) {
        return new Defect(file, List.of(new Edit(find, replace)));
    }

    public Defect and(String find, String replace) {
        List<Edit> all = new ArrayList<>(edits);
        all.add(new Edit(find, replace));
        return new Defect(file, all);
    }

    String applyTo(String source) {
        String text = source;
        for (Edit edit : edits) {
            int first = text.indexOf(edit.find());
            if (first < 0 || text.indexOf(edit.find(), first + 1) >= 0) {
                throw new AssertionError("this has to stand exactly once in " + file + ": " + edit.find());
            }
            text = text.replace(edit.find(), edit.replace());
        }
        return text;
    }
}

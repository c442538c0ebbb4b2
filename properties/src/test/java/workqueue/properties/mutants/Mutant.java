package workqueue.properties.mutants;

/**
 * A defect put into the source of the reference runtime. It is textual, so that it cannot outlive what it breaks: a text
 * that is not in the file exactly once is a failed test.
 *
 * @param name what is wrong
 * @param profile the profile whose suite has to notice
 * @param rule the rule that has to be named
 * @param file the source file, below the package {@code workqueue.reference}
 * @param find the text that is replaced
 * @param replace what stands there instead
 */
record Mutant(String name, String profile, String rule, String file, String find, String replace) {
    String applyTo(String source) {
        int first = source.indexOf(find);
        if (first < 0 || source.indexOf(find, first + 1) >= 0) {
            throw new AssertionError(
                    "mutant \"" + name + "\": the text has to stand exactly once in " + file + ": " + find);
        }
        return source.replace(find, replace);
    }

    @Override
    public String toString() {
        return rule + ": " + name;
    }
}

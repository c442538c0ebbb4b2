package workqueue.properties.mutants;

/**
 * A defect of the reference that the conformance suite has to notice.
 *
 * @param name what is wrong
 * @param profile the profile whose suite has to notice
 * @param rule the rule that has to be named
 */
record Mutant(String name, String profile, String rule, Defect defect) {
    @Override
    public String toString() {
        return rule + ": " + name;
    }
}

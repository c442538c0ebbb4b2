package workqueue.properties.mutants;

/**
 * A defect of the reference that the conformance suite has to notice.
 *
 * @param name what is wrong
 * @param profile the profile whose suite has to notice
 * @param rule the rule that has to be named
 * @param scenario the scenario of the suite that shows it, whatever else the machine does meanwhile
 */
record Mutant(String name, String profile, String rule, String scenario, Defect defect) {
    @Override
    public String toString() {
        return rule + ": " + name;
    }
}

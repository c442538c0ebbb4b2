package workqueue.spec.oracle;

/**
 * What became of the check of a certificate.
 *
 * @param outcome whether it holds
 * @param reason in words: what was checked, or what is wrong
 */
public record Proof(Outcome outcome, String reason) {
    /** What can become of it. */
    public enum Outcome {
        /** The certificate proves what it says. */
        HOLDS,
        /** It does not, or not of this recording. */
        REFUSED,
        /** The budget was spent before an answer. */
        OUT_OF_BUDGET
    }
}

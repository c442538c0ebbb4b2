package workqueue.spec.oracle;

import java.util.Optional;
import workqueue.spec.history.Certificate;

/**
 * A verdict with what proves it.
 *
 * @param verdict the verdict
 * @param certificate what proves it; empty of one that is inconclusive, or if the budget was spent before it was verified
 */
public record Certified(Verdict verdict, Optional<Certificate> certificate) {}

package workqueue.tla;

/** How a run of TLC ended. */
public enum Outcome {
    /** All states were visited and nothing was violated. */
    OK,
    /** An invariant does not hold in some reachable state. */
    INVARIANT,
    /** A property of behaviours does not hold: a step that is not allowed, a refinement, or a temporal property. */
    PROPERTY,
    /** A state without a successor was reached. */
    DEADLOCK,
    /** TLC could not read the model or not evaluate it. */
    ERROR,
    /** TLC was stopped because it took too long. */
    TIMEOUT
}

package workqueue.tla;

/**
 * A step of a counterexample.
 *
 * @param action the action that was taken; {@code Initial predicate} first; for a behaviour that goes on for ever,
 *     {@code Stuttering} or {@code Back to state n} last
 * @param state the state that it led to, as TLC prints it: one line {@code /\ variable = value} for each variable; empty
 *     where the behaviour goes on for ever. {@link TlaValues#parseState} reads it
 */
public record Step(String action, String state) {}

package workqueue.tla;

/**
 * How far a run of TLC has got.
 *
 * @param model the name of the model
 * @param generated states generated so far
 * @param distinct distinct states found so far
 * @param left distinct states whose successors are not known yet
 */
public record Progress(String model, long generated, long distinct, long left) {}

/**
 * The oracle: may this have happened?
 *
 * <p>{@link workqueue.spec.oracle.Oracle} judges a history by the rules of its profile. A {@code Semantics} says, for a
 * profile, which actions of the executable specification a recorded event stands for; {@code Search} looks for an order
 * of everything that a recording leaves open (the moment at which a call took effect, dequeues) in which every action is
 * allowed, and {@code Hunt} has it guided by what parts of the history allow ({@code Guide}). If there is none, the history
 * is narrowed to a small part that has none either ({@code Reduction}), and the rule is the one without which that part
 * would be allowed ({@code Blame}). Each of the three has a {@code Budget}, which counts configurations and not seconds.
 *
 * <p><b>Where faster judges fit.</b> {@code Judge} is the seam of those that refute by one rule in near-linear time, or
 * answer that they cannot; they are asked before the search. Queues that hand out their items have a judge of the whole
 * history, which also finds that one conforms: {@code workqueue.spec.oracle.queue}.
 *
 * <p><b>What it costs.</b> Near-linear in every profile is what judges read off: M1, M2, M3, A3, LX-11, KS-17, IO-4, MF-23,
 * and how many runs are under way at once (R4, S1, S2). So is, of {@code ks}, {@code ks-counted}, {@code linux} and its
 * like, and of {@code kmdf}, {@code kmdf-legacy} and {@code io} without a declared number of workers, all the rest: their
 * items, workers or queues share nothing whose order shows, and each is searched alone, at a cost that grows with how much
 * of it overlaps and not with the length. Orders between items, O1 and IO-25 with declared workers and
 * everything of {@code mf}, are for the general search, as a recording does not show dequeues; those of {@code fifo} and
 * {@code dedup} first for the judge of queues.
 *
 * <p><b>Online.</b> {@link workqueue.spec.oracle.OnlineOracle} judges while it reads: each of {@code Strands}, what
 * {@code Alone} says is judged alone, from rest to rest.
 *
 * <p><b>Certificates.</b> {@code Transcript} writes down the order that a search, or that judge, found;
 * {@link workqueue.spec.oracle.Verifier} checks it, or the part that violates, by {@code Player} and {@code Reach}, which
 * are made of {@code Steps} and share no more with the search than {@code Semantics}.
 */
package workqueue.spec.oracle;

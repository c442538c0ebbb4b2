package workqueue.properties.kit;

/**
 * What a session is asked for.
 *
 * @param profile the profile whose operations the session performs
 * @param workers how many items may run at once, at least 1; in profile {@code mf} on a multithreaded queue, in
 *     {@code io} on the queue of each type
 * @param serialized whether callbacks exclude one another; profile {@code kmdf} only
 */
public record Setup(String profile, int workers, boolean serialized) {}

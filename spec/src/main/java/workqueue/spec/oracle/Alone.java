package workqueue.spec.oracle;

import java.util.Set;
import java.util.function.Function;
import workqueue.spec.history.Event;

/**
 * How histories of a profile fall into strands that can be judged each alone, while they go on.
 *
 * @param what in words what a strand is of
 * @param strand which strand an event is of: events with equal answers are of one; null of an event that is of several
 * @param between the rules that ask for more than every strand alone; if there are none, strands that conform decide
 * @param toldLater whether what comes later can tell what there was at the start, as a creation tells that there was
 *     nothing, or depend on calls of long ago; then nothing of a strand is forgotten that was the first of its kind
 */
record Alone(String what, Function<Event, Object> strand, Set<String> between, boolean toldLater) {}

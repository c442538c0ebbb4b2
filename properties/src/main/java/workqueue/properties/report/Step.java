package workqueue.properties.report;

import java.util.Map;
import workqueue.spec.history.Event;

/**
 * One event as a picture shows it.
 *
 * @param event the event
 * @param opener which step it closes, counted from 1; 0 if none that is shown
 * @param now the state after it of every thing that it changes
 */
record Step(Event event, int opener, Map<Thing, State> now) {}

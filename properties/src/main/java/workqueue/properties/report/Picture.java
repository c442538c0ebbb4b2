package workqueue.properties.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Marks;
import workqueue.spec.oracle.Verdict;

/**
 * What a picture shows: the witness, or without one the recording; of a long one a part, and it says so.
 *
 * @param start the state before the first step, of everything that is not as at the start
 * @param steps what is shown
 * @param first which of all events the first step is, counted from 0
 * @param all how many events the witness, or the recording, has
 * @param culprit which step cannot have happened, counted from 1; one more than there are if it is the end, 0 if none
 */
record Picture(Map<Thing, State> start, List<Step> steps, int first, int all, int culprit) {
    /** How many steps are shown at most. */
    static final int LIMIT = 1000;

    private static final int AFTER = 50;

    static Picture of(History history, Verdict verdict, int limit) {
        List<Event> events = verdict.witness().isEmpty() ? history.events() : verdict.witness();
        int culprit = culprit(events, verdict);
        int wanted = culprit == 0 ? limit : Math.max(limit, culprit + Math.min(AFTER, limit / 4));
        int end = Math.min(events.size(), wanted);
        int first = Math.max(0, end - limit);
        Watch watch = new Watch(Marks.of(history), history.header().profile());
        Map<Thing, State> start = new TreeMap<>();
        Map<Event, Integer> places = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < end; k++) {
            Map<Thing, State> now = k < first ? start : new LinkedHashMap<>();
            Event opener = watch.accept(events.get(k), now);
            if (k >= first) {
                steps.add(new Step(events.get(k), places.getOrDefault(opener, 0), now));
                places.put(events.get(k), steps.size());
            }
        }
        return new Picture(start, List.copyOf(steps), first, events.size(), Math.max(0, culprit - first));
    }

    /** Which event it is, counted from 1; one more than there are if it is the end that is wrong; 0 without a violation. */
    private static int culprit(List<Event> events, Verdict verdict) {
        if (verdict.witness().isEmpty()) {
            return 0;
        }
        for (int k = 0; k < events.size(); k++) {
            if (verdict.culprit() != null && events.get(k).seq() == verdict.culprit()) {
                return k + 1;
            }
        }
        return events.size() + 1;
    }
}

package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Marks;

/** What recordings show of the abstract state, event by event. */
class WatchTest {
    private static List<State> states(History history, Thing thing) {
        Watch watch = new Watch(Marks.of(history), history.header().profile());
        Map<Thing, State> now = new TreeMap<>();
        List<State> states = new ArrayList<>();
        for (Event event : history.events()) {
            watch.accept(event, now);
            states.add(now.getOrDefault(thing, State.UNKNOWN));
        }
        return states;
    }

    private static State of(int pending, int owed, int running) {
        return new State(pending, owed, running, "");
    }

    private static List<String> phases(History history, Thing thing) {
        return states(history, thing).stream().map(State::phase).toList();
    }

    @Test
    void enqueueIsPendingAtOnceAndOwedWhenItReturns() {
        assertEquals(
                List.of(
                        of(1, 0, 0),
                        of(1, 1, 0),
                        of(0, 0, 1), // the run begins
                        of(0, 0, 1),
                        of(0, 0, 1),
                        of(1, 0, 1), // enqueued while it runs
                        of(1, 1, 1),
                        of(1, 1, 0), // the run ends, and nothing more comes
                        of(1, 1, 0),
                        of(1, 1, 0)),
                states(Samples.lost("a queue"), Thing.item(7)));
    }

    @Test
    void runOfACoalescingQueueAnswersAllCallsAndOfADistinctOneTheFirst() {
        String twoPuts = """
                {"seq":0,"thread":0,"kind":"invoke","op":"%1$s","queue":1,"item":7}
                {"seq":1,"thread":0,"kind":"return","op":"%1$s","queue":1,"item":7,"result":"0x00000000"}
                {"seq":2,"thread":0,"kind":"invoke","op":"%1$s","queue":1,"item":7}
                {"seq":3,"thread":0,"kind":"return","op":"%1$s","queue":1,"item":7,"result":"0x00000000"}
                {"seq":4,"thread":9,"kind":"begin","op":"run","queue":1,"item":7}
                """;
        List<State> distinct = states(Samples.history("mf", "", twoPuts.formatted("put")), Thing.item(7));
        assertEquals(of(0, 0, 0), distinct.get(0), "a put is accepted when it says so");
        assertEquals(of(2, 2, 0), distinct.get(3));
        assertEquals(of(1, 1, 1), distinct.get(4));
        List<State> coalescing = states(Samples.history("kmdf", "", twoPuts.formatted("enqueue")), Thing.item(7));
        assertEquals(of(2, 2, 0), coalescing.get(3));
        assertEquals(of(0, 0, 1), coalescing.get(4));
    }

    @Test
    void queueThatHandsOutRunsFromDequeueToComplete() {
        History history = Samples.history("dedup", "", """
                {"seq":0,"thread":0,"kind":"invoke","op":"enqueue","item":7}
                {"seq":1,"thread":0,"kind":"return","op":"enqueue","item":7,"result":"accepted"}
                {"seq":2,"thread":1,"kind":"invoke","op":"dequeue"}
                {"seq":3,"thread":1,"kind":"return","op":"dequeue","item":7,"result":"ok"}
                {"seq":4,"thread":1,"kind":"invoke","op":"complete","item":7}
                {"seq":5,"thread":1,"kind":"return","op":"complete","result":"ok"}
                {"seq":6,"thread":0,"kind":"invoke","op":"enqueue","item":7}
                {"seq":7,"thread":0,"kind":"return","op":"enqueue","item":7,"result":"accepted"}
                {"seq":8,"thread":0,"kind":"invoke","op":"cancel","item":7}
                {"seq":9,"thread":0,"kind":"return","op":"cancel","item":7,"result":"removed"}
                """);
        List<State> states = states(history, Thing.item(7));
        assertEquals(of(1, 1, 0), states.get(1));
        assertEquals(of(0, 0, 1), states.get(3));
        assertEquals(of(0, 0, 0), states.get(5));
        assertEquals(of(1, 1, 0), states.get(7));
        assertEquals(of(0, 0, 0), states.get(9));
    }

    @Test
    void phaseIsThatOfWhatACallOpensOrCloses() {
        History history = Samples.history("mf", "", """
                {"seq":0,"thread":0,"kind":"invoke","op":"startup"}
                {"seq":1,"thread":0,"kind":"return","op":"startup","result":"0x00000000"}
                {"seq":2,"thread":0,"kind":"invoke","op":"allocate_queue","arg":0}
                {"seq":3,"thread":0,"kind":"return","op":"allocate_queue","queue":5,"result":"0x00000000"}
                {"seq":4,"thread":0,"kind":"invoke","op":"shutdown"}
                {"seq":5,"thread":0,"kind":"return","op":"shutdown","result":"0xc00d36b0"}
                {"seq":6,"thread":0,"kind":"invoke","op":"shutdown"}
                {"seq":7,"thread":0,"kind":"return","op":"shutdown","result":"0x00000000"}
                """);
        assertEquals(
                List.of("", "", "", "open"),
                phases(history, new Thing(Thing.Kind.QUEUE, 5)).subList(0, 4));
        List<String> all = phases(history, new Thing(Thing.Kind.ALL, 0));
        assertEquals(List.of("open", "closing", "open", "closing", "closed"), all.subList(3, 8), "one shutdown fails");
    }

    @Test
    void returnWithoutItsInvokeClosesNothing() {
        History history = Samples.lost("a queue");
        Watch watch = new Watch(Marks.of(history), "kmdf");
        Map<Thing, State> now = new TreeMap<>();
        assertNull(watch.accept(history.events().get(1), now));
        assertNull(watch.accept(history.events().get(7), now));
        assertEquals(Map.of(Thing.item(7), of(0, 0, 0)), now);
    }
}

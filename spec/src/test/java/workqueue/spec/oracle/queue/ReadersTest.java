package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When calls happen that change nothing. */
class ReadersTest {
    @ParameterizedTest
    @CsvSource({
        "accept 1,                    coalesce 1,    true",
        "accept 2,                    coalesce 1,    false",
        "accept 1; shutdown,          coalesce 1,    false",
        "shutdown,                    reject 1,      true",
        "accept 1,                    reject 1,      false",
        "accept 1; dequeue 1,         empty,         true",
        "accept 1,                    empty,         false",
        "shutdown,                    closed,        true",
        "accept 1; shutdown,          closed,        false",
        "accept 1; dequeue 1,         closed,        false",
        "accept 1; dequeue 1,         take_all,      true",
        "accept 1,                    take_all,      false",
        "accept 1; dequeue 1,         take_all 1,    false",
        "accept 1,                    not_running 1, true",
        "accept 1; dequeue 1,         not_running 1, false",
        "accept 1; dequeue 1; complete 1, not_running 1, true",
        "accept 1; cancel 1,          absent 1,      true",
        "accept 1,                    absent 1,      false",
        "accept 1,                    dequeue 1,     false",
    })
    void happensIfTheQueueIsSo(String before, String reader, boolean happens) {
        String[] changes = before.split("; ", -1);
        String[] rows = new String[changes.length + 1];
        for (int k = 0; k < changes.length; k++) {
            rows[k] = " ".repeat(2 * k) + "[] " + changes[k];
        }
        rows[changes.length] = " ".repeat(2 * changes.length) + "[] " + reader;
        Calls calls = Drawing.calls(rows);
        Line line = new Line(calls, new Stays(calls));
        for (int call = 0; call < changes.length; call++) {
            line.happen(call, 2 * call + 1);
        }
        UnderWay underWay = new UnderWay(calls, line);
        while (underWay.moment() < calls.from(changes.length)) {
            underWay.forward();
        }
        underWay.forward();
        new Readers(calls, line, underWay, true).settle(Calls.NONE);
        assertEquals(happens, line.isDone(changes.length));
    }
}

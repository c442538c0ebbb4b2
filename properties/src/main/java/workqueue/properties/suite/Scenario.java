package workqueue.properties.suite;

import java.util.List;
import workqueue.properties.kit.Setup;

/**
 * Something to do to a queue.
 *
 * @param name what it is called in reports
 * @param setup the session that it wants
 * @param rules the rules that its recording can show broken
 * @param script what it does; it leaves nothing enqueued that it does not wait for
 */
record Scenario(String name, Setup setup, List<String> rules, Script script) {
    /** What a scenario does. */
    @FunctionalInterface
    interface Script {
        void play(Stage stage) throws Exception;
    }
}

package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** TLC finds what the manifest says: no violation in the modules, and one in each of their mutants. */
class ModelsTest {
    @TestFactory
    Stream<DynamicTest> quick() {
        return Models.load().of(Tier.QUICK).stream().map(model -> dynamicTest(model.name(), () -> check(model)));
    }

    private static void check(Model model) throws InterruptedException {
        ModelResult result = new Tlc().run(model);
        assertEquals(List.of(), result.deviations(), () -> model.description() + "\n" + told(result.trace()));
    }

    private static String told(List<Step> trace) {
        StringBuilder text = new StringBuilder();
        trace.forEach(step ->
                text.append(step.action()).append('\n').append(step.state()).append('\n'));
        return text.toString();
    }
}

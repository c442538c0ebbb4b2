package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code wq model --json} prints is one object for each model, and nothing else. */
class ModelJsonTest {
    private static List<JsonNode> lines(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        assertEquals(Exit.CONFORMS, exit, err::toString);
        return out.toString()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void resultsAreTold() {
        List<JsonNode> results = lines("model", "CancelRace", "CancelRaceChecked", "--json", "--trace");
        assertEquals(2, results.size());
        JsonNode defect = results.get(0);
        assertEquals("workqueue-model/1", defect.get("format").asString());
        assertEquals("CancelRace", defect.get("model").asString());
        assertEquals("defect", defect.get("kind").asString());
        assertEquals("invariant", defect.get("result").asString());
        assertEquals("RunsOnce", defect.get("violated").asString());
        assertEquals(5, defect.get("trace").size());
        assertEquals("Fire", defect.get("trace").get(4).get("action").asString());
        JsonNode repaired = results.get(1);
        assertEquals("ok", repaired.get("result").asString());
        assertEquals(7, repaired.get("distinct").asInt());
        assertFalse(repaired.has("violated"));
        assertTrue(repaired.get("deviations").isEmpty());
    }

    @Test
    void rowsAreListed() {
        List<JsonNode> rows = lines("model", "--list", "--json", "CancelRace*");
        assertEquals(3, rows.size());
        assertEquals("CancelRace.cfg", rows.get(0).get("cfg").asString());
        assertTrue(rows.get(0).get("rules").size() > 0);
    }
}

package workqueue.properties.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is what the tables say. With {@code -Dreadme.write} it is written instead of compared. */
class StatesPageTest {
    private static final Path PAGE = Path.of("../spec/STATES.md");

    @Test
    void pageIsTheTables() throws IOException {
        if (System.getProperty("readme.write") != null) {
            Files.writeString(PAGE, StatesPage.text());
        } else {
            assertEquals(StatesPage.text(), Files.readString(PAGE), "run the test with -Dreadme.write");
        }
    }
}

package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A configuration is read as TLC reads it, and a model that has to fail is checked for what it violates only. */
class ConfigurationTest {
    private static final Configuration CONFIGURATION = Configuration.of("""
            \\* PROPERTY NotThis
            SPECIFICATION FairSpec
            CONSTANTS
              Items = {i1, i2}  (* INVARIANT
                 NorThis *)
              Accept <- MCAccept
            INVARIANTS
              TypeOK
              AtMostOnce
            PROPERTY Ends
            CHECK_DEADLOCK FALSE
            PROPERTIES Refines
            """);

    private static String checking(Outcome result, String violated) {
        return CONFIGURATION
                .checking(new Expectation(result, violated, null, null, null, null))
                .toString();
    }

    @Test
    void sectionsAreRead() {
        assertEquals(List.of("TypeOK", "AtMostOnce"), CONFIGURATION.invariants());
        assertEquals(List.of("Ends", "Refines"), CONFIGURATION.properties());
        assertEquals(CONFIGURATION, Configuration.of(CONFIGURATION.toString()));
    }

    @Test
    void whatHoldsIsCheckedWhole() {
        assertEquals(CONFIGURATION.toString(), checking(Outcome.OK, null));
    }

    @Test
    void whatIsViolatedIsCheckedAlone() {
        String rest = """
                SPECIFICATION FairSpec
                CONSTANTS Items = {i1, i2} Accept <- MCAccept
                CHECK_DEADLOCK FALSE
                """;
        assertEquals(rest + "INVARIANT TypeOK\n", checking(Outcome.INVARIANT, "TypeOK"));
        assertEquals(rest + "PROPERTY Ends\n", checking(Outcome.PROPERTY, "Ends"));
        assertEquals(rest, checking(Outcome.DEADLOCK, null));
    }
}

package workqueue.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RerunTest {
    @Test
    void unitTestIsSurefires() {
        assertEquals(
                "mvn -pl spec -am test -Dtest='OracleTest#agrees' -Dsurefire.failIfNoSpecifiedTests=false",
                Rerun.command("OracleTest#agrees", "spec"));
    }

    @Test
    void integrationTestIsFailsafes() {
        assertEquals(
                "mvn -pl properties -am verify -Dtest=none -Dit.test='PictureIT' -Dfailsafe.failIfNoSpecifiedTests=false"
                        + " -Dsurefire.failIfNoSpecifiedTests=false",
                Rerun.command("PictureIT", "properties"));
    }
}

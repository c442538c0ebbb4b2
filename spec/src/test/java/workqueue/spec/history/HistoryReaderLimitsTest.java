package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are not trusted: none takes more memory than its events do. */
class HistoryReaderLimitsTest {
    private static final long GIGABYTE = 1L << 30;

    /** Gives the same byte again and again, and counts. */
    private static final class Endless extends InputStream {
        private final byte what;
        private final long length;
        private long given;

        Endless(char what, long length) {
            this.what = (byte) what;
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? what : -1;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) {
            int some = (int) Math.min(wanted, length - given);
            Arrays.fill(into, offset, offset + some, what);
            given += some;
            return some > 0 ? some : -1;
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', '[', '"', ' '})
    void aLineOfAGigabyteIsRefusedBeforeItIsRead(char what) {
        Endless line = new Endless(what, GIGABYTE);
        HistoryException refused = assertThrows(HistoryException.class, () -> HistoryReader.read(line));
        assertEquals("line 1: longer than 1048576 bytes; no event needs that much", refused.getMessage());
        assertTrue(line.given < 4 * HistoryReader.MAX_LINE, () -> line.given + " bytes were read");
    }

    @Test
    void soIsOneThatIsSmallOnDisk() {
        byte[] zipped = Bytes.gzip(new byte[8 << 20]);
        assertTrue(zipped.length < 10_000);
        HistoryException refused = assertThrows(HistoryException.class, () -> Bytes.read(zipped));
        assertEquals("line 1: longer than 1048576 bytes; no event needs that much", refused.getMessage());
    }

    @Test
    void blankLinesAreNotKept() {
        Endless lines = new Endless('\n', 1 << 26);
        assertThrows(HistoryException.class, () -> HistoryReader.read(lines));
        assertEquals(1 << 26, lines.given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n{\"seq\":0,\"thread\":1,\"kind\":\"note\",\"op\":\"x\"}\n"})
    void theLongestLineIsReadAndNoLonger(String rest) throws HistoryException {
        String longest = padded(HistoryReader.MAX_LINE);
        assertEquals(HistoryReader.MAX_LINE, longest.length());
        assertEquals("kmdf", Bytes.read(longest + rest).header().profile());
        HistoryException refused =
                assertThrows(HistoryException.class, () -> Bytes.read(padded(HistoryReader.MAX_LINE + 1) + rest));
        assertEquals("line 1: longer than 1048576 bytes; no event needs that much", refused.getMessage());
    }

    @Test
    void theNumberOfTheLineThatIsTooLongIsTold() {
        HistoryException refused = assertThrows(
                HistoryException.class, () -> Bytes.read(Bytes.HEADER + "\n\n" + padded(HistoryReader.MAX_LINE + 1)));
        assertEquals("line 4: longer than 1048576 bytes; no event needs that much", refused.getMessage());
    }

    @Test
    void linesOfAnyLengthAreToldApart() throws HistoryException {
        StringBuilder file = new StringBuilder(Bytes.HEADER);
        for (int seq = 0; seq < 300; seq++) {
            file.append("{\"seq\":").append(seq).append(",\"thread\":1,\"kind\":\"note\",\"op\":\"x\"");
            file.append(" ".repeat(seq * 97)).append("}\n");
        }
        assertEquals(300, Bytes.read(file.toString()).events().size());
    }

    private static String padded(int length) {
        String header = Bytes.HEADER.strip();
        return header.replace("}", " ".repeat(length - header.length()) + "}");
    }
}

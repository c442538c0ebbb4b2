package workqueue.properties.report;

/** Text from files made harmless: for a terminal, for XML, for whoever reads it. */
public final class Harmless {
    private Harmless() {}

    /**
     * The text with an escape in place of every character that cannot be seen: controls, which could move a cursor,
     * formats, which could turn the order of what is read, and what no XML may hold.
     */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (visible(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format("\\u%04x", c));
            }
        });
        return safe.toString();
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && (c & 0xfffe) != 0xfffe;
    }
}

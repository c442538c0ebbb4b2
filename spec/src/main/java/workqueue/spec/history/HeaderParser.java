package workqueue.spec.history;

/** Reads the first line of a file as the header, naming the field that is wrong. */
final class HeaderParser {
    private final Fields fields;

    HeaderParser(Lines lines) throws HistoryException {
        fields = new Fields(lines);
    }

    Header header() throws HistoryException {
        String format = fields.text("format", null);
        if (format == null) {
            throw fields.wrong("format", "missing: this is not the header of a history, \"" + Header.FORMAT + "\"");
        }
        if (!format.equals(Header.FORMAT)) {
            throw fields.wrong("format", "\"" + format + "\" is not \"" + Header.FORMAT + "\", the one that is known");
        }
        return new Header(
                fields.text("profile"),
                fields.text("implementation", "unknown"),
                fields.text("scenario", ""),
                fields.count("threads"),
                fields.text("end", "ok"),
                fields.count("events"),
                fields.map("parameters"));
    }
}

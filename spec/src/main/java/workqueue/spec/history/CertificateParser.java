package workqueue.spec.history;

import java.util.List;

/** Reads a line of a certificate, naming the field that is wrong. */
final class CertificateParser {
    private final Fields fields;

    CertificateParser(Lines lines) throws HistoryException {
        fields = new Fields(lines);
    }

    /** The header, without the steps. */
    Certificate certificate() throws HistoryException {
        String format = fields.text("format", "none");
        if (!format.equals(Certificate.FORMAT)) {
            throw fields.wrong(
                    "format", "\"" + format + "\" is not \"" + Certificate.FORMAT + "\", the one that is known");
        }
        return new Certificate(
                fields.text("profile"),
                verdict(),
                fields.text("rule", null),
                fields.flag("strict"),
                required("events"),
                fields.numbers("items"),
                List.of());
    }

    private String verdict() throws HistoryException {
        String verdict = fields.text("verdict");
        if (!Certificate.VERDICTS.contains(verdict)) {
            throw fields.wrong("verdict", "\"" + verdict + "\" is none of " + String.join(", ", Certificate.VERDICTS));
        }
        return verdict;
    }

    /** How many steps the header announces. */
    long steps() throws HistoryException {
        return required("steps");
    }

    private long required(String name) throws HistoryException {
        long count = fields.count(name);
        if (count < 0) {
            throw fields.wrong(name, "missing");
        }
        return count;
    }

    Certificate.Step step() throws HistoryException {
        Long event = fields.number("event", null);
        Long call = fields.number("call", null);
        if (event != null && call != null) {
            throw fields.wrong("call", "a step is either an event or the effect of a call");
        }
        return new Certificate.Step(Math.max(0, fields.count("part")), event, call, fields.text("action", null));
    }
}

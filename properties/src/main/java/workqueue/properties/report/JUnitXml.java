package workqueue.properties.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * Verdicts as JUnit XML, which continuous integration shows: a recording is a test case. A violation is a failure. No
 * answer is an error, because it is no success: neither what is inconclusive nor what was not judged may look green.
 */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void write(List<Judged> all, Path file) throws IOException {
        WholeFile.write(file, out -> write(all, out));
    }

    private static void write(List<Judged> all, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new JUnitXml(xml).document(all);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void document(List<Judged> all) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", "wq check");
        attribute("tests", String.valueOf(all.size()));
        attribute("failures", count(all, "failure"));
        attribute("errors", count(all, "error"));
        attribute("skipped", "0");
        attribute("time", seconds(all.stream().map(Judged::time).reduce(Duration.ZERO, Duration::plus)));
        for (Judged one : all) {
            testCase(one);
        }
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
    }

    private void testCase(Judged one) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute(
                "classname",
                "wq.check." + (one.header() == null ? "unknown" : one.header().profile()));
        attribute("name", one.file());
        attribute("time", seconds(one.time()));
        String problem = problem(one);
        if (problem != null) {
            line(3);
            xml.writeStartElement(problem);
            attribute("type", (one.word() + " " + one.rule()).strip());
            attribute("message", one.reason());
            xml.writeCharacters(text(one));
            xml.writeEndElement();
            line(2);
        }
        xml.writeEndElement();
    }

    /** What a test case holds if it did not succeed, or null. */
    private static String problem(Judged one) {
        Outcome outcome =
                one.verdict() == null ? Outcome.INCONCLUSIVE : one.verdict().outcome();
        return switch (outcome) {
            case CONFORMS -> null;
            case INCONCLUSIVE -> "error";
            case CALLER_VIOLATES, IMPLEMENTATION_VIOLATES -> "failure";
        };
    }

    private static String text(Judged one) {
        Verdict verdict = one.verdict();
        String witness = verdict == null
                ? ""
                : verdict.witness().stream()
                        .map(event -> "\n" + Harmless.text(event.toString()))
                        .collect(Collectors.joining());
        return Harmless.text(one.reason()) + witness;
    }

    private static String count(List<Judged> all, String kind) {
        return String.valueOf(
                all.stream().filter(one -> kind.equals(problem(one))).count());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Harmless.text(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}

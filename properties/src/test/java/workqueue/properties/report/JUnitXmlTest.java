package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import workqueue.spec.oracle.Oracle;

/** What continuous integration is told. */
class JUnitXmlTest {
    private static final List<Judged> ALL = List.of(
            Samples.judged("good.ndjson", Samples.empty()),
            Samples.judged("lost.ndjson", Samples.lost("a queue")),
            Samples.judged("<&\"'\u0000\u001b\ud83d\ude00\ud800\ufffe.ndjson", Samples.unasked()),
            spent(),
            Samples.notJudged("bad.ndjson", "line 1: not a JSON object: ]]>"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("report.xml");
        JUnitXml.write(ALL, file);
    }

    private static Judged spent() {
        var history = Samples.lost("a queue");
        return new Judged(
                "spent.ndjson", history.header(), new Oracle(1, false).judge(history), null, false, Duration.ZERO);
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Element testCase(Document document, int k) {
        return (Element) document.getElementsByTagName("testcase").item(k);
    }

    private static Element problem(Document document, int k) {
        return (Element) testCase(document, k).getElementsByTagName("*").item(0);
    }

    @Test
    void countsAreThoseOfTheCases() throws Exception {
        Document document = parsed(file);
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertEquals("5", suite.getAttribute("tests"));
        assertEquals(5, suite.getElementsByTagName("testcase").getLength());
        assertEquals("2", suite.getAttribute("failures"));
        assertEquals(2, suite.getElementsByTagName("failure").getLength());
        assertEquals("2", suite.getAttribute("errors"));
        assertEquals(2, suite.getElementsByTagName("error").getLength());
        assertEquals("4.500", suite.getAttribute("time"));
    }

    @Test
    void whatConformsHoldsNothing() throws Exception {
        Element good = testCase(parsed(file), 0);
        assertEquals("good.ndjson", good.getAttribute("name"));
        assertEquals("wq.check.kmdf", good.getAttribute("classname"));
        assertEquals(0, good.getElementsByTagName("*").getLength());
    }

    @Test
    void violationTellsItsRuleAndWitness() throws Exception {
        Element failure = problem(parsed(file), 1);
        assertEquals("failure", failure.getTagName());
        assertEquals("implementation-violates P1", failure.getAttribute("type"));
        assertTrue(failure.getTextContent().contains("\n#5 thread 0 invoke enqueue item 7"), failure.getTextContent());
    }

    @Test
    void noAnswerIsNoSuccess() throws Exception {
        assertEquals("error", problem(parsed(file), 3).getTagName());
        assertEquals("inconclusive", problem(parsed(file), 3).getAttribute("type"));
        assertEquals("not-judged", problem(parsed(file), 4).getAttribute("type"));
        assertEquals("line 1: not a JSON object: ]]>", problem(parsed(file), 4).getAttribute("message"));
    }

    @Test
    void hostileNamesAreText() throws Exception {
        assertEquals(
                "<&\"'\\u0000\\u001b\ud83d\ude00\\ud800\\ufffe.ndjson",
                testCase(parsed(file), 2).getAttribute("name"));
    }

    @Test
    void schemaIsKept() throws IOException {
        String xml = Files.readString(file);
        assertDoesNotThrow(() -> validate(xml));
        assertThrows(SAXException.class, () -> validate(xml.replace("classname", "class")));
        assertThrows(SAXException.class, () -> validate(xml.replace("failure", "broken")));
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}

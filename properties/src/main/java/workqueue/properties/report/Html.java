package workqueue.properties.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages made of a template, and text that stays text in them. */
final class Html {
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    private Html() {}

    /** A file that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template with every {@code {{name}}} replaced; what is filled in is not looked at again. */
    static String fill(String template, Map<String, String> holes) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(holes.get(hole.group(1))));
    }

    /** Text for between tags and for attributes in quotes. */
    static String text(String text) {
        return Harmless.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON for between script tags: nothing in it can end the element, or be a line end to a script. */
    static String json(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** What a Content-Security-Policy calls an inline script or style: no other is then executed. */
    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}

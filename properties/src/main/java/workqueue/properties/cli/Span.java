package workqueue.properties.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as a user writes them: {@code 2ms}, {@code 0.5s}. */
final class Span {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|ms|s)");
    private static final Map<String, Long> NANOS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

    private Span() {}

    /** The span that an option is given; what is finer than a nanosecond is left out. */
    static Duration of(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageException(
                    option + " must be a number and one of ns, us, ms, s, such as 2ms; not \"" + text + "\"");
        }
        BigDecimal nanos = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(NANOS.get(form.group(2))));
        return Duration.ofNanos(nanos.longValue());
    }
}

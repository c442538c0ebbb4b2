package workqueue.properties.states.reference;

import java.lang.reflect.Field;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workqueue.reference.mf.HResult;
import workqueue.reference.nt.BugCheck;

/** What calls answer, in words. */
final class Answers {
    static final String RETURNS = "returns";

    private static final Pattern RULE = Pattern.compile("([A-Z]+-?\\d+):.*");

    private Answers() {}

    private static String number(long parameter) {
        return parameter < 10 ? Long.toString(parameter) : String.format("0x%X", parameter);
    }

    /** The constant that a status is. */
    private static String name(HResult status) {
        try {
            for (Field constant : HResult.class.getFields()) {
                if (status.equals(constant.get(null))) {
                    return constant.getName();
                }
            }
            return status.toString();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the call; returns what it answers or throws. */
    static String of(Acts.Call call) {
        try {
            Object answer = call.call();
            return answer instanceof HResult status ? name(status) : String.valueOf(answer);
        } catch (BugCheck e) {
            return String.format("bug check 0x%X, %s", e.code(), number(e.parameter(1)));
        } catch (Throwable e) {
            Matcher rule = RULE.matcher(String.valueOf(e.getMessage()));
            return e.getClass().getSimpleName() + (rule.matches() ? " " + rule.group(1) : "");
        }
    }
}

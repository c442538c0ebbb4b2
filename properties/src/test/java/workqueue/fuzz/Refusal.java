package workqueue.fuzz;

import java.util.regex.Pattern;

/** How bad input is answered. */
final class Refusal {
    private Refusal() {}

    /** Fails unless the message is a line of the documented form. */
    static void check(Exception refusal, String form) {
        String message = String.valueOf(refusal.getMessage());
        if (!Pattern.compile(form, Pattern.DOTALL).matcher(message).matches()) {
            throw new AssertionError("refused without saying where: " + message, refusal);
        }
    }
}

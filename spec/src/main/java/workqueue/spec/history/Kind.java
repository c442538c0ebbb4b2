package workqueue.spec.history;

import java.util.Locale;

/** What a recorded event marks. */
public enum Kind {
    /** A call of an operation begins. */
    INVOKE,
    /** The call returns. */
    RETURN,
    /** A run of an item begins: its callback is entered. */
    BEGIN,
    /** The run ends: the callback returned. */
    END,
    /** Something worth knowing that is neither. */
    NOTE;

    /** Whether it is the first of two events that belong together. */
    public boolean opens() {
        return this == INVOKE || this == BEGIN;
    }

    /** Whether it is the second of two events that belong together. */
    public boolean closes() {
        return this == RETURN || this == END;
    }

    /** The word for it in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

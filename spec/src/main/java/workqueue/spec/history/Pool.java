package workqueue.spec.history;

/**
 * Gives the same object for the same value, as far as it remembers: a history says the same few things again and again.
 * What it takes is bounded, whatever comes.
 */
final class Pool {
    private static final int SIZE = 1 << 12;
    /** Longer texts are not remembered: nobody says them often. */
    private static final int LONGEST = 64;

    private final Long[] numbers = new Long[SIZE];
    private final String[] texts = new String[SIZE];

    Long number(long value) {
        int place = place(Long.hashCode(value));
        Long known = numbers[place];
        if (known == null || known != value) {
            known = value;
            numbers[place] = known;
        }
        return known;
    }

    /** The text of so many characters from a place on. */
    String text(char[] characters, int from, int length) {
        if (length > LONGEST) {
            return new String(characters, from, length);
        }
        int hash = 0;
        for (int k = from; k < from + length; k++) {
            hash = 31 * hash + characters[k];
        }
        int place = place(hash);
        String known = texts[place];
        if (known == null || !equal(known, characters, from, length)) {
            known = new String(characters, from, length);
            texts[place] = known;
        }
        return known;
    }

    private static boolean equal(String known, char[] characters, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (known.charAt(k) != characters[from + k]) {
                return false;
            }
        }
        return true;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 12) & (SIZE - 1);
    }
}

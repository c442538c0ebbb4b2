package workqueue.reference.mf;

/**
 * What an operation answers whose effect can be cancelled.
 *
 * @param status success, or why nothing was accepted
 * @param key what to cancel it by (MFWORKITEM_KEY); 0 if there is none. No key is given out twice
 */
public record Keyed(HResult status, long key) {
    /** For what cannot be cancelled once it is accepted. */
    static final Keyed WITHOUT_KEY = new Keyed(HResult.S_OK, 0);

    static Keyed failed(HResult status) {
        return new Keyed(status, 0);
    }
}

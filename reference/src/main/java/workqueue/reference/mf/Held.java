package workqueue.reference.mf;

/**
 * What a result has of a caller's.
 *
 * @param status success, or {@link HResult#E_POINTER} if there is nothing
 * @param value the caller's object, or null
 */
public record Held(HResult status, Object value) {
    static Held of(Object value) {
        return new Held(value != null ? HResult.S_OK : HResult.E_POINTER, value);
    }
}

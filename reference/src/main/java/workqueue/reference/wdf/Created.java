package workqueue.reference.wdf;

import workqueue.reference.nt.NtStatus;

/**
 * What a creation answers.
 *
 * @param <T> the kind of object
 * @param status success, or why there is no object
 * @param object the object, or null if the creation failed (rule WDF-6)
 */
public record Created<T extends WdfObject>(NtStatus status, T object) {
    static <T extends WdfObject> Created<T> failed(NtStatus status) {
        return new Created<>(status, null);
    }
}
